import { afterEach, beforeEach, expect, test } from 'vitest';

import { runReviewExport } from '#node/cli-review.ts';
import { Review } from '#shared/model/review.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';
import { oracleMinutes, oracleTotals } from '#tests/support/oracle.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';

let store: TestStore;
let showId = 0;
let out = '';
let said = '';
const stdout = { write: (text: string) => (out += text) };
const stderr = { write: (text: string) => (said += text) };

beforeEach(() => {
  out = '';
  said = '';
  store = openTestStore();
  const { db } = store.store;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: MIX_START + MIX_MS,
  });
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
  startIngest(store, show.roomId).take(show.showId, source, fixedMix(300));
  showId = show.showId;
});
afterEach(() => store.close());

const run = (...args: string[]): Promise<number> =>
  runReviewExport([...args, '--data', store.folder], stdout, stderr);

test('a show as JSON, with the figures that SQL has', async () => {
  const totals = oracleTotals(store.reader(), showId);
  store.store.close();
  expect(await run(String(showId), '--format', 'json')).toBe(0);
  const review = Review.parse(JSON.parse(out));
  expect(review.totals).toMatchObject({
    ordersPaid: { value: totals.ordersPaid },
    chats: { value: totals.chats },
    paid: totals.paid,
  });
});

test('a table of it as CSV', async () => {
  const minutes = oracleMinutes(store.reader(), showId);
  store.store.close();
  expect(await run(String(showId), '--format', 'csv', '--table', 'minutes')).toBe(0);
  const [head, ...lines] = out.replace('\uFEFF', '').trim().split('\r\n');
  const at = String(head).split(',').indexOf('"ordersPaid"');
  const orders = lines.reduce((sum, line) => sum + Number(line.split(',')[at]), 0);
  expect(orders).toBe(minutes.reduce((sum, minute) => sum + Number(minute['ordersPaid']), 0));
});

test('what is not there, or asked wrongly, is said and writes nothing', async () => {
  store.store.close();
  expect(await run('99', '--format', 'json')).toBe(1);
  expect(said).toContain('There is no show 99');
  for (const args of [
    ['1'],
    ['x', '--format', 'json'],
    ['1', '--format', 'pdf'],
    ['1', '--format', 'csv', '--table', 'people'],
  ]) {
    expect(await run(...args)).toBe(2);
  }
  expect(said).toContain('export SHOW --format json|csv');
  expect(out).toBe('');
});
