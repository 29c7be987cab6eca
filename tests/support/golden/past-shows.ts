import { sql } from '#core/database/sql.ts';
import { SeededRandom } from '#core/feeds/simulator/random.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { order } from '#tests/support/make-event.ts';
import {
  addShow,
  addSource,
  openStoreIn,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

import type { ActedRoom } from './acted-room.ts';
import { MINUTE_MS, minuteEvents, PRODUCT_CODES } from './evening-minutes.ts';

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const PAST_MINUTES = 12;

type Past = {
  readonly daysBefore: number;
  readonly laterMs: number;
  readonly currency: string;
  readonly origin: ShowOrigin;
  readonly platforms: readonly string[];
  readonly hosts: readonly string[];
  readonly isTold: boolean;
};

const BOTH = ['douyin', 'kuaishou'] as const;
const USUAL: Past = {
  daysBefore: 1,
  laterMs: 0,
  currency: 'CNY',
  origin: 'live',
  platforms: BOTH,
  hosts: ['安安'],
  isTold: true,
};

/** Evenings before: each different in what a comparison has to see. */
const PAST: readonly Past[] = [
  { ...USUAL, daysBefore: 28, hosts: ['安安'] },
  { ...USUAL, daysBefore: 21, laterMs: -2 * HOUR_MS, hosts: ['Bo'] },
  { ...USUAL, daysBefore: 14, laterMs: 50 * MINUTE_MS, hosts: ['Bo'] },
  { ...USUAL, daysBefore: 9, hosts: ['安安', 'Bo'] },
  { ...USUAL, daysBefore: 7, hosts: ['Bo'] },
  { ...USUAL, daysBefore: 5, platforms: ['douyin'] },
  { ...USUAL, daysBefore: 4, currency: 'USD' },
  { ...USUAL, daysBefore: 3, origin: 'rehearsal' },
  { ...USUAL, daysBefore: 2, isTold: false, hosts: [] },
  USUAL,
];

/** Writes them into the store of a folder, the oldest first, with the product's own ingest. */
export function playPast(folder: string, seed: number, eveningTs: number): void {
  const store = openStoreIn(folder);
  try {
    const sources = new Map<string, number>();
    for (const [index, past] of PAST.entries()) play(store, sources, past, seed + index, eveningTs);
  } finally {
    store.close();
  }
}

/** As an evening's own sender makes them: a source of the program, and one for its platform. */
function addSender(store: TestStore, platform: string): number {
  const { db } = store.store;
  const parent = addSource(db, { room: 'main', connector: 'bridge', platform: 'bridge' });
  const own = addSource(db, { room: 'main', connector: 'bridge', platform });
  db.run(sql`UPDATE sources SET channel = ${`from-${platform}`} WHERE id IN (${parent}, ${own})`);
  db.run(sql`UPDATE sources SET parent_id = ${parent} WHERE id = ${own}`);
  return own;
}

function play(
  store: TestStore,
  sources: Map<string, number>,
  past: Past,
  seed: number,
  eveningTs: number,
): void {
  const { db } = store.store;
  const startedTs = eveningTs - past.daysBefore * DAY_MS + past.laterMs;
  const endedTs = startedTs + PAST_MINUTES * MINUTE_MS;
  const { currency, origin } = past;
  const show = addShow(db, { room: 'main', origin, currency, startedTs, endedTs });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const random = new SeededRandom(seed);
  for (const platform of past.platforms) {
    const held = sources.get(platform) ?? addSender(store, platform);
    sources.set(platform, held);
    const level = random.integer(150, 600);
    for (let minute = 0; minute < PAST_MINUTES; minute += 1) {
      const online = past.isTold ? level + random.integer(-40, 40) : null;
      const fromTs = startedTs + minute * MINUTE_MS;
      const key = `past${seed}/${platform}/${minute}`;
      const views = 1_000 + minute * level;
      take(
        show.showId,
        held,
        minuteEvents({ random, fromTs, platform, key, online, views, joins: 9, pace: 1 }),
      );
    }
  }
  if (past.platforms.includes('kuaishou')) {
    take(show.showId, sources.get('kuaishou') ?? 0, dollarOrders(random, startedTs, seed));
  }
  committer.runNow(() => {
    const desk = new DeskFacts(db, ingest, show);
    for (const [index, name] of past.hosts.entries()) {
      const fact = { kind: 'anchor.changed', anchorId: null, name, screenId: null } as const;
      desk.fact(fact, startedTs + index * 5 * MINUTE_MS);
    }
    for (const [index, code] of PRODUCT_CODES.entries()) {
      const goTs = startedTs + (index * 4 + 0.5) * MINUTE_MS;
      const endTs = index === 2 ? null : goTs + random.integer(150, 230) * 1_000;
      desk.push(desk.product(code, 'CNY', index + 1), goTs, endTs, 'replaced');
      desk.cue(`line ${index}`, goTs + 30_000, index === 0 ? null : random.integer(900, 9_000));
    }
    // Priced in another currency: what it brings is never added to the others.
    const dollars = desk.product(DOLLAR_CODE, 'USD', 9);
    desk.push(
      dollars,
      startedTs + 4 * MINUTE_MS,
      startedTs + 4.4 * MINUTE_MS + 60_000,
      'taken_down',
    );
  });
}

const DOLLAR_CODE = 'US-01';

function dollarOrders(random: SeededRandom, startedTs: number, seed: number): FeedEvent[] {
  return Array.from({ length: random.integer(2, 5) }, (_, place) =>
    order(
      { key: `usd${seed}/${place}`, ts: startedTs + (5 + place) * MINUTE_MS, platform: 'kuaishou' },
      'paid',
      {
        productId: DOLLAR_CODE,
        qty: 1,
        money: { amountMinor: 90_000, currency: 'USD', exponent: 2 },
      },
    ),
  );
}

/** What is written down of earlier shows after they are over: tables of products, and what was given. */
export async function tellOfPast(room: ActedRoom): Promise<void> {
  const { shows } = await room.desk.must('shows.list', {});
  const live = shows.filter(({ origin }) => origin === 'live').slice(0, 5);
  for (const [place, { id: showId, productIds }] of live.entries()) {
    const rows = productIds.slice(0, 2).map((productId, at) => ({
      minute: null,
      productId,
      values: [
        { figure: 'productShown' as const, value: 4_000 + 90 * place, isRounded: false },
        { figure: 'productClicks' as const, value: 210 + 7 * place + at, isRounded: false },
        { figure: 'ordersPaid' as const, value: 40 + place + at, isRounded: false },
        { figure: 'refunds' as const, value: 1 + place, isRounded: false },
      ].slice(place === 3 ? 1 : 0),
    }));
    await room.desk.must('imported.put', {
      showId,
      platform: 'douyin',
      kind: 'products',
      fileName: `products-${place}.csv`,
      fileHash: `${place}`.repeat(64),
      headings: ['a'],
      columns: [null],
      rows,
      replaces: null,
    });
    for (const [at, name] of ['福袋', '满减券'].entries()) {
      const kind = at === 0 ? 'lucky_bag' : 'coupon';
      const costMinor = place === 2 ? null : 5_000 + 700 * place;
      const given = { productId: null, givenTs: null, quantity: null, costMinor } as const;
      const counts = { claimed: 30 + 11 * place + at, redeemed: at === 0 ? null : 9 + place };
      const fields = { kind, name, ...given, ...counts } as const;
      await room.desk.must('benefit.put', { showId, benefitId: null, origin: null, fields });
    }
  }
}
