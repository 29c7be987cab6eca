import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { getReview } from '#core/review/review.service.ts';
import { Review } from '#shared/model/review.ts';
import { GOLDEN_SHOWS, playGolden } from '#tests/support/golden-show.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import {
  oracleCues,
  oracleFigures,
  oracleMinutes,
  oracleProducts,
  oracleTotals,
} from '#tests/support/oracle.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };

let store: TestStore;

beforeAll(() => {
  store = openTestStore();
});
afterAll(() => store.close());

/** A row's own columns out of a record that has more. */
function alike(held: unknown, row: object): unknown {
  return Object.fromEntries(
    Object.keys(row).map((name) => [name, valueOf(Reflect.get(held ?? {}, name))]),
  );
}

function valueOf(figure: unknown): unknown {
  if (typeof figure !== 'object' || figure === null || !('known' in figure)) return figure;
  return figure.known === true ? Reflect.get(figure, 'value') : null;
}

/** What the desk itself knows; of all else nothing is known, not even 0, where no source gave anything. */
const OF_THE_DESK = new Set(
  'events pushes cuesSent cuesDone medianDoneMs productId airtimeMs'.split(' '),
);

function asKnown(row: object, isTold: boolean): unknown {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    isTold || OF_THE_DESK.has(name) || value !== 0 ? value : null,
  ]);
  return Object.fromEntries(entries);
}

describe.each(GOLDEN_SHOWS)('$name', (spec) => {
  test('every number of the review equals plain SQL over the events', () => {
    const show = playGolden(store, spec);
    const read = getReview(store.store.db, show.roomId, show.showId, show.endTs, () => ALL);
    if (!read.ok) throw new Error(read.error.code);
    const review = Review.parse(read.value);
    const sql = store.reader();
    const totals = oracleTotals(sql, show.showId);
    const isTold = oracleMinutes(sql, show.showId).length > 0;
    expect(alike(review.totals, totals)).toEqual(asKnown(totals, isTold));
    expect(heldFigures(sql, show.showId)).toEqual(oracleFigures(sql, show.showId));
    const minutes = oracleMinutes(sql, show.showId);
    const minuteOf = new Map(review.minutes.map((each) => [each.minute, each]));
    expect(minutes.map((row) => alike(minuteOf.get(Number(row['minute'])), row))).toEqual(minutes);
    const sum = (name: 'chats' | 'ordersPaid'): number =>
      review.minutes.reduce((all, minute) => all + minute[name], 0);
    expect(sum('chats')).toBe(totals.chats);
    expect(sum('ordersPaid')).toBe(totals.ordersPaid);
    const products = oracleProducts(sql, show.showId, show.endTs);
    const productOf = new Map(review.products.map((each) => [Number(each.productId), each]));
    const held = products.map((row) => alike(productOf.get(Number(row['productId'])), row));
    expect(held).toEqual(products.map((row) => asKnown(row, isTold)));
    const cues = oracleCues(sql, show.showId);
    expect(review.cues.map((cue, index) => alike(cue, cues[index] ?? {}))).toEqual(cues);
    expect(review.gaps).toHaveLength(
      Number(sql.prepare('SELECT count(*) FROM gaps WHERE show_id = ?').pluck().get(show.showId)),
    );
  });
});
