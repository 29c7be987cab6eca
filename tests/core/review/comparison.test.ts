import { afterEach, beforeEach, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { getReview } from '#core/review/review.service.ts';
import { RoomId, type ShowId } from '#shared/model/ids.ts';
import { Review } from '#shared/model/review.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import { oracleTotals } from '#tests/support/oracle.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const DAY_MS = 86_400_000;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const BLIND = { ...ALL, orders: false, viewers: false };
let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** A show of a day, with as many events of the mix as asked. */
function played(
  day: number,
  events: number,
  change: {
    readonly room?: string;
    readonly origin?: ShowOrigin;
    readonly currency?: string;
    readonly connector?: string;
  } = {},
): ShowId {
  const { room = 'main', origin = 'live', currency = 'CNY', connector = 'bridge' } = change;
  const startedTs = MIX_START + day * DAY_MS;
  const show = addShow(store.store.db, {
    room,
    origin,
    currency,
    startedTs,
    endedTs: startedTs + MIX_MS,
  });
  const source = addSource(store.store.db, { room, connector, platform: 'twitch' });
  if (events > 0) {
    const mix = fixedMix(events).filter(({ kind }) => connector === 'bridge' || kind === 'chat');
    startIngest(store, show.roomId).take(show.showId, source, mix);
  }
  return show.showId;
}

function reviewOf(showId: ShowId): Review {
  const canOf = (connector: string) => (connector === 'bridge' ? ALL : BLIND);
  const review = getReview(store.store.db, RoomId.parse('main'), showId, MIX_START, canOf);
  if (!review.ok) throw new Error(review.error.code);
  return Review.parse(review.value);
}

/** What the figures must be, from the events alone. */
function bySql(showId: number) {
  const totals = oracleTotals(store.reader(), showId);
  const paid = totals.paid.find((sum) => sum['currency'] === 'CNY' && sum['exponent'] === 2);
  const paidMinor = Number(paid?.['amountMinor'] ?? 0);
  const { views, chats, chatters, follows, gifts, ordersPaid, viewersMean } = totals;
  const perView = (value: number): number | null => (views === null ? null : value / views);
  return {
    paidMinor,
    gpmMinor: perView(paidMinor * 1000),
    ordersPaid,
    views,
    viewersMean,
    interaction: perView(chatters),
    followRate: perView(follows),
    chats,
    follows,
    gifts,
  };
}

test('a show is compared with the last seven live shows of its room, and every figure equals SQL', () => {
  const days = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((day) => played(day, 40 + day * 30));
  played(9, 50, { room: 'second' });
  played(9, 50, { origin: 'demo' });
  played(9, 50, { origin: 'rehearsal' });
  played(9, 50, { currency: 'USD' });
  const own = played(10, 300);
  played(11, 60);
  const { comparison } = reviewOf(own);
  expect(comparison.reason).toBeNull();
  expect(comparison.shows.map(({ showId }) => showId)).toEqual(days.slice(2).toReversed());
  expect(comparison.own).toEqual(bySql(own));
  for (const { showId, figures } of comparison.shows) expect(figures).toEqual(bySql(showId));
});

test('what an earlier show could not know is unknown in the comparison, not 0', () => {
  const blind = played(0, 100, { connector: 'twitch-irc' });
  const { comparison } = reviewOf(played(1, 100));
  expect(comparison.shows).toHaveLength(1);
  expect(comparison.shows[0]).toMatchObject({
    showId: blind,
    figures: { paidMinor: null, gpmMinor: null, ordersPaid: null, views: null },
  });
  expect(comparison.shows[0]?.figures.chats).toBeGreaterThan(0);
});

test('the first live show and a demo say why there is nothing to compare', () => {
  const first = reviewOf(played(0, 20));
  expect(first.comparison).toMatchObject({ shows: [], reason: 'no_earlier' });
  const demo = reviewOf(played(1, 20, { origin: 'demo' }));
  expect(demo.comparison).toMatchObject({ shows: [], reason: 'not_live' });
});

test('a show that was on air for a moment is no earlier show, and that is said', () => {
  const blink = played(0, 3);
  const own = played(1, 3);
  const setAired = (showId: ShowId, minutes: number): void => {
    const aired = minutes * 60_000;
    store.store.db.run(sql`UPDATE shows SET on_air_before_ms = ${aired} WHERE id = ${showId}`);
  };
  setAired(blink, 0.3);
  setAired(own, 60);
  expect(reviewOf(own).comparison).toMatchObject({ shows: [], reason: 'too_short' });
  setAired(blink, 6);
  expect(reviewOf(own).comparison).toMatchObject({ shows: [{ showId: blink }], reason: null });
});
