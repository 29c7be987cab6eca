import { openStore } from '#core/database/open-store.ts';
import type { WritableDatabase } from '#core/database/database.ts';
import { sql } from '#core/database/sql.ts';
import type { DemoBlock } from '#core/feeds/simulator/data/run-of-show.ts';
import { demoShows } from '#core/feeds/simulator/demo-show.ts';
import { simulateShow, type TimedInput } from '#core/feeds/simulator/simulate-show.ts';
import { startBlock, endRunningBlock } from '#core/planning/blocks.queries.ts';
import { insertBlock } from '#core/planning/plan.queries.ts';
import { Committer } from '#core/room/committer.ts';
import { Ingest } from '#core/room/ingest.ts';
import { insertGap } from '#core/room/show.queries.ts';
import { putProduct } from '#core/shelf/catalogue/product.queries.ts';
import { putItem } from '#core/shelf/shelf.queries.ts';
import { BlockId, ProductId, RoomId, type ShowId } from '#shared/model/ids.ts';
import { NO_SCRIPT } from '#shared/model/run-of-show.ts';
import type { Language } from '#shared/model/settings.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { addShow, addSource, pendingOf, type TestShow } from '#tests/support/test-store.ts';

import { writeOutputs } from './review-outputs.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HAN = /\p{Script=Han}/u;
/** The evening that is looked at; others are days before it. */
export const EVENING_TS = Date.UTC(2026, 9, 18, 12, 0);
/** The platform that breaks. */
const LEAVES = { 'zh-CN': 'bilibili', en: 'twitch' } as const;
const EVENING_MINUTES = 35.8;
const BLOCKS = 5;
const NO_PLAN = {
  owner: '',
  script: NO_SCRIPT,
  node: '',
  giveaway: '',
  fallback: '',
  rule: 'push',
  group: '',
} as const;

/** Codes in the order in which they are put on, some twice. */
const ON_SHELF = ['LN-01', 'LN-04', 'LN-02', 'LN-03', 'LN-02', 'LN-05'] as const;

/** What a show of the pictures is, beside its name. */
type Planned = {
  readonly title: Readonly<Record<Language, string>>;
  readonly startTs: number;
  readonly minutes: number;
  /** One platform says nothing any more after half of it. */
  readonly isLeft: boolean;
};

/** By what a picture calls them. */
export const REVIEW_SHOWS = {
  empty: planned('空场', 'Nothing came', { startTs: EVENING_TS + 2 * DAY_MS, minutes: 0 }),
  seconds: planned('试播', 'Test run', { startTs: EVENING_TS + DAY_MS, minutes: 1 / 6 }),
  dead: planned('周中专场', 'Midweek linen', {
    startTs: EVENING_TS - 3 * DAY_MS,
    minutes: 12,
    isLeft: true,
  }),
  before: planned('周五专场', 'Friday linen', { startTs: EVENING_TS - 2 * DAY_MS, minutes: 12 }),
  evening: planned('秋季亚麻专场', 'Autumn linen', {
    startTs: EVENING_TS,
    minutes: EVENING_MINUTES,
  }),
} as const;
export type ReviewShowName = keyof typeof REVIEW_SHOWS;

function planned(zh: string, en: string, own: Partial<Planned>): Planned {
  return { title: { 'zh-CN': zh, en }, startTs: 0, minutes: 0, isLeft: false, ...own };
}

/** Fills a data folder with ended shows of the main room, in a language's names and money. */
export function fillReviewShows(
  dataFolder: string,
  language: Language,
): Readonly<Record<ReviewShowName, ShowId>> {
  const ports = testPorts(EVENING_TS);
  const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  const committer = new Committer(db, ports);
  const ingest = new Ingest(db, RoomId.parse('main'), {
    onCommitted: () => undefined,
    onRolledBack(error) {
      throw new Error(error.code);
    },
  });
  committer.join(ingest);
  let sources: ReadonlyMap<string, number> = new Map();
  const idOf = (plan: Planned): ShowId => {
    const show = writeShow(db, language, plan);
    if (sources.size === 0) sources = addSources(db, language);
    const events = [...eventsOf(language, plan)];
    ingest.enqueue(
      events.map((event) => pendingOf(event, show.showId, sources.get(event.platform) ?? 0)),
    );
    committer.runNow(() => actAtDesk(db, ingest, show, language, plan));
    const gap = gapOf(plan);
    if (gap !== null) {
      committer.runNow(() =>
        writeGap(
          new DeskFacts(db, ingest, show),
          db,
          show,
          gap,
          LEAVES[language],
          sources.get(LEAVES[language]) ?? null,
        ),
      );
    }
    return show.showId;
  };
  const ids = {
    empty: idOf(REVIEW_SHOWS.empty),
    seconds: idOf(REVIEW_SHOWS.seconds),
    dead: idOf(REVIEW_SHOWS.dead),
    before: idOf(REVIEW_SHOWS.before),
    evening: idOf(REVIEW_SHOWS.evening),
  };
  committer.close();
  opened.value.close();
  return ids;
}

function writeShow(db: WritableDatabase, language: Language, plan: Planned): TestShow {
  const { currency } = demoShows[language];
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency,
    startedTs: plan.startTs,
    endedTs: endOf(plan),
  });
  db.run(sql`UPDATE shows SET title = ${plan.title[language]} WHERE id = ${show.showId}`);
  return show;
}

function endOf({ startTs, minutes }: Planned): number {
  return startTs + Math.round(minutes * MINUTE_MS);
}

/** When each product is put on, the first a little after the start. */
function turnsOf(plan: Planned): readonly { readonly code: string; readonly ts: number }[] {
  if (plan.minutes < 1) return [];
  const turnMs = (plan.minutes * MINUTE_MS) / ON_SHELF.length;
  return ON_SHELF.map((code, index) => ({ code, ts: plan.startTs + (index + 0.1) * turnMs }));
}

function* eventsOf(language: Language, plan: Planned) {
  const { startTs, minutes, isLeft } = plan;
  if (minutes === 0) return;
  const inputs: readonly TimedInput[] = turnsOf(plan).map(({ code, ts }) => ({
    ts,
    product: code,
  }));
  const diesTs = startTs + (minutes * MINUTE_MS) / 2;
  const own = { seed: 7 + Math.floor(minutes), startTs, fromTs: startTs, toTs: endOf(plan) };
  for (const event of simulateShow({ ...own, language, ratePerShowSecond: null, inputs })) {
    const isGone = isLeft && event.platform === LEAVES[language];
    // An English screen is looked through for Chinese, whoever wrote it.
    const isForeign =
      language === 'en' && event.kind === 'chat' && HAN.test(JSON.stringify(event.fragments));
    if (!isForeign && (!isGone || (event.platformTs ?? 0) < diesTs)) yield event;
  }
}

function actAtDesk(
  db: WritableDatabase,
  ingest: Ingest,
  show: TestShow,
  language: Language,
  plan: Planned,
): void {
  if (plan.minutes < 1) return;
  const { products, blocks, cueCards } = demoShows[language];
  const desk = new DeskFacts(db, ingest, show);
  const ids = new Map<string, ProductId>();
  for (const [index, fields] of products.entries()) {
    const id = putProduct(db, show.roomId, { fields, details: null, cause: 'edit', nowTs: 1 });
    putItem(db, show.showId, id, index + 1, fields.stock, 0);
    ids.set(fields.code, ProductId.parse(id));
  }
  const turns = turnsOf(plan);
  for (const [index, { code, ts }] of turns.entries()) {
    const productId = ids.get(code);
    if (productId === undefined) continue;
    const place = products.findIndex((product) => product.code === code);
    const goTs = Math.floor(ts);
    const until = Math.floor(turns[index + 1]?.ts ?? endOf(plan) - MINUTE_MS);
    desk.push(productId, goTs, until, 'replaced', place + 1);
    const card = cueCards[index];
    // One goes unanswered, one late.
    const delayMs = index === 3 ? null : index === 1 ? 41_000 : 2_400 + 300 * index;
    if (card !== undefined) desk.cue(card.text, goTs + 20_000, delayMs, card.kind);
    const again = cueCards[(index + 2) % cueCards.length];
    if (again !== undefined) desk.cue(again.text, goTs + 80_000, 3_100, again.kind);
  }
  planBlocks(db, desk, show, plan, blocks, ids);
  if (plan === REVIEW_SHOWS.evening) writeOutputs(desk, language, plan);
  desk.fact({ kind: 'bookmark', note: '' }, plan.startTs + 3 * MINUTE_MS);
}

/** The first blocks of the demo's plan, each a little longer than planned. */
function planBlocks(
  db: WritableDatabase,
  desk: DeskFacts,
  { showId }: TestShow,
  plan: Planned,
  blocks: readonly DemoBlock[],
  products: ReadonlyMap<string, ProductId>,
): void {
  const blockMs = Math.round((plan.minutes * MINUTE_MS) / BLOCKS);
  const placed = blocks.slice(0, BLOCKS).map(({ role, title, productCode }, index) => {
    const productId = products.get(productCode ?? '');
    // The second one took longer than was planned.
    const plannedMs = Math.round(blockMs * (index === 1 ? 0.8 : 1));
    const productIds = productId === undefined ? [] : [productId];
    const block = { ...NO_PLAN, role, title, plannedMs, productIds };
    const id = insertBlock(db, { showId, position: index + 1, id: 0, block });
    return { blockId: BlockId.parse(id), role, title, plannedMs };
  });
  const fixed = placed.map((each) => ({ ...each, rule: 'push' as const, group: '', owner: '' }));
  desk.fact({ kind: 'plan.fixed', blocks: fixed, loops: [], endTs: null }, plan.startTs);
  for (const [index, { blockId, title, plannedMs }] of placed.entries()) {
    const startTs = plan.startTs + index * blockMs;
    startBlock(db, blockId, 1, startTs);
    const turn = { blockId, position: index + 1, title, round: 1 };
    desk.fact({ kind: 'block.started', ...turn, plannedMs, by: 'operator' }, startTs);
    const ended = { startedTs: startTs, plannedMs, extendedMs: 0, heldMs: 0, isSkipped: false };
    desk.fact({ kind: 'block.ended', ...turn, ...ended }, startTs + blockMs);
    endRunningBlock(db, showId, startTs + blockMs);
  }
}

function addSources(db: WritableDatabase, language: Language): ReadonlyMap<string, number> {
  return new Map(
    demoShows[language].rooms.map(({ platform }) => [
      platform,
      addSource(db, { room: 'main', connector: 'bridge', platform }),
    ]),
  );
}

type Hole = { readonly fromTs: number; readonly toTs: number };

/** A show that a platform left has no more of it; any other one is broken for a while in its middle. */
function gapOf(plan: Planned): Hole | null {
  if (plan.minutes < 1) return null;
  const fromTs = plan.startTs + Math.round((plan.minutes * MINUTE_MS) / 2);
  return { fromTs, toTs: plan.isLeft ? endOf(plan) : fromTs + 40_000 };
}

function writeGap(
  desk: DeskFacts,
  db: WritableDatabase,
  { showId }: TestShow,
  hole: Hole,
  platform: string,
  sourceId: number | null,
): void {
  const gap = { ...hole, lost: null, cause: 'source_lost', sourceLabel: platform } as const;
  const seq = desk.fact({ kind: 'gap', ...gap }, gap.toTs);
  insertGap(db, { showId, sourceId, ...gap, seq });
}
