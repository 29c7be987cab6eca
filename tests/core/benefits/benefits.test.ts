import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { BenefitId, type BenefitFields } from '#shared/model/benefit.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let core: CoreRig;
let desk: RigScreen;
let showId: ShowId;

beforeEach(async () => {
  folder = temporaryFolder();
  core = await startRig(folder.path);
  desk = core.screen('desk');
  const show = { title: 'Benefits', origin: 'live', currency: 'CNY' } as const;
  ({ showId } = await desk.must('show.create', show));
  await desk.must('show.start', {});
  core.screen('anchor');
  await core.advance(500);
});

afterEach(async () => {
  await core.close();
  folder.clean();
});

const coupon: BenefitFields = {
  kind: 'coupon',
  name: '满 100 减 20',
  productId: null,
  givenTs: null,
  costMinor: 40_000,
  quantity: 100,
  claimed: 40,
  redeemed: 20,
};

async function benefits() {
  return (await desk.must('review.get', { showId })).benefits;
}

test('what a cue gave away is listed, written down once, and gone when it was taken away', async () => {
  await desk.must('cue.send', { kind: 'giveaway', text: '福袋来了，扣 1 参与' });
  const [told] = await benefits();
  expect(told).toMatchObject({ kind: 'lucky_bag', benefitId: null, costMinor: null });
  const origin = told?.origin ?? null;
  const fields = { ...coupon, kind: 'lucky_bag' as const };
  const first = await desk.must('benefit.put', { showId, benefitId: null, origin, fields });
  // A second desk that did the same has written the same one.
  const second = await desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin,
    fields: { ...fields, claimed: 41 },
  });
  expect(second).toEqual(first);
  expect(await benefits()).toMatchObject([{ ...first, claimed: 41, costMinor: 40_000, origin }]);
  await desk.must('benefit.remove', { ...first, isRemoved: true });
  expect(await benefits()).toEqual([]);
  await desk.must('benefit.remove', { ...first, isRemoved: false });
  expect(await benefits()).toHaveLength(1);
});

test('its sums are those of the store, and claims of a platform stand beside it', async () => {
  await desk.must('benefit.put', { showId, benefitId: null, origin: null, fields: coupon });
  await desk.must('benefit.put', {
    showId,
    benefitId: null,
    origin: null,
    fields: { ...coupon, name: '红包', kind: 'red_packet', costMinor: null },
  });
  await desk.must('imported.put', {
    showId,
    platform: 'douyin',
    kind: 'totals',
    fileName: 'all.csv',
    fileHash: 'a'.repeat(64),
    headings: ['领券数'],
    columns: ['couponClaims'],
    rows: [
      {
        minute: null,
        productId: null,
        values: [{ figure: 'couponClaims', value: 77, isRounded: false }],
      },
    ],
    replaces: null,
  });
  const rows = await benefits();
  const db = new BetterSqlite(join(folder.path, 'cuedesk.sqlite'), { readonly: true });
  const stored = db
    .prepare('SELECT sum(cost_minor) AS cost, sum(claimed) AS claimed FROM benefits')
    .get();
  db.close();
  const typed = rows.filter(({ fileName }) => fileName === null);
  expect({
    cost: typed.reduce((sum, { costMinor }) => sum + (costMinor ?? 0), 0),
    claimed: typed.reduce((sum, { claimed }) => sum + (claimed ?? 0), 0),
  }).toEqual(stored);
  expect(rows.find(({ fileName }) => fileName === 'all.csv')).toMatchObject({ claimed: 77 });
});

test('a product of nobody, and a benefit of nobody, change nothing', async () => {
  const put = { showId, benefitId: null, origin: null, fields: { ...coupon, productId: 99 } };
  const refused = await desk.run('benefit.put', put as never);
  expect(refused).toMatchObject({ ok: false, error: { code: 'unknown_product' } });
  const gone = await desk.run('benefit.remove', { benefitId: 9 as never, isRemoved: true });
  expect(gone).toMatchObject({ ok: false, error: { code: 'unknown_benefit' } });
  expect(await benefits()).toEqual([]);
});

test('what is given on air is a mark and a row at once; taken back, neither is left', async () => {
  const bag = { benefitId: null, kind: 'lucky_bag', name: '福袋' } as const;
  await core.advance(60_000);
  const first = await desk.must('benefit.give', bag);
  const second = await desk.must('benefit.give', bag);
  expect(await benefits()).toMatchObject([
    { benefitId: first.benefitId, kind: 'lucky_bag', name: '福袋', givenTs: first.ts },
    { benefitId: second.benefitId, givenTs: second.ts },
  ]);
  expect(await marks()).toEqual([first.seq, second.seq]);
  await desk.must('benefit.takeBack', { seq: first.seq });
  expect(await benefits()).toMatchObject([{ benefitId: second.benefitId }]);
  expect(await marks()).toEqual([second.seq]);
  const again = await desk.run('benefit.takeBack', { seq: first.seq });
  expect(again).toMatchObject({ ok: false, error: { code: 'nothing_to_undo' } });
});

test('what was written down before is given, taken back, and given twice as two', async () => {
  const put = { showId, benefitId: null, origin: null, fields: coupon } as const;
  const { benefitId } = await desk.must('benefit.put', put);
  const give = { benefitId, kind: coupon.kind, name: coupon.name } as const;
  const first = await desk.must('benefit.give', give);
  expect(await benefits()).toMatchObject([{ benefitId, givenTs: first.ts, costMinor: 40_000 }]);
  await desk.must('benefit.takeBack', { seq: first.seq });
  expect(await benefits()).toMatchObject([{ benefitId, givenTs: null, costMinor: 40_000 }]);
  await desk.must('benefit.give', give);
  await desk.must('benefit.give', give);
  expect(await benefits()).toMatchObject([
    { benefitId, quantity: 100 },
    { name: coupon.name, quantity: null },
  ]);
});

test('its mark goes and comes back with its row', async () => {
  const bag = { benefitId: null, kind: 'lucky_bag', name: '福袋' } as const;
  const { benefitId, ts } = await desk.must('benefit.give', bag);
  await desk.must('benefit.remove', { benefitId, isRemoved: true });
  expect(await marks()).toEqual([]);
  await desk.must('benefit.remove', { benefitId, isRemoved: false });
  const { marks: all } = await desk.must('review.get', { showId });
  expect(all.filter(({ kind }) => kind === 'benefit')).toMatchObject([{ ts, label: '福袋' }]);
});

test('nothing is given while no show runs, nor what is not there', async () => {
  const none = { benefitId: BenefitId.parse(99), kind: 'coupon', name: 'x' } as const;
  const unknown = await desk.run('benefit.give', none);
  expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_benefit' } });
  await desk.must('show.end', {});
  const late = await desk.run('benefit.give', { ...none, benefitId: null });
  expect(late).toMatchObject({ ok: false, error: { code: 'show_not_running' } });
});

async function marks() {
  const review = await desk.must('review.get', { showId });
  return review.marks.filter(({ kind }) => kind === 'benefit').map(({ seq }) => seq);
}
