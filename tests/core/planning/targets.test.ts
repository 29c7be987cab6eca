import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ShowId } from '#shared/model/ids.ts';
import type { TargetValue } from '#shared/model/show-target.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { order, person } from '#tests/support/make-event.ts';

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let showId: ShowId;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-targets-'));
  core = await startRig(folder);
  desk = core.screen('desk');
  showId = await create('First', 'CNY');
});

afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

async function create(title: string, currency: string): Promise<ShowId> {
  const created = await desk.must('show.create', { title, origin: 'live', currency });
  await core.advance(600);
  return created.showId;
}

async function restart(): Promise<void> {
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
  desk = core.screen('desk');
  await core.advance(1_000);
}

async function set(...targets: TargetValue[]): Promise<number> {
  const { seq } = await desk.must('targets.set', { showId, targets, how: 'typed' });
  await core.advance(600);
  return seq;
}

async function sell(count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => {
    const at = { key: `o${index}`, ts: core.ports.clock.wallNow(), platform: 'douyin' };
    const money = { amountMinor: 10_000, currency: 'CNY', exponent: 2 };
    const paid = order(at, 'paid', { productId: null, qty: 1, money });
    return { ...paid, actor: person(`b${index}`, `B${index}`) };
  });
  await core.screen('cli').must('ingest.append', { sender: 'shop', events });
  await core.advance(1_000);
}

const live = (): unknown =>
  Object.fromEntries(
    (desk.slice('targets')?.targets ?? []).map(({ name, value }) => [name, value]),
  );

/** What holds by the stored facts alone: of each figure the newest that was not taken back. */
function stored(): unknown {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      `SELECT name, value FROM (
        SELECT json_extract(t.value, '$.name') AS name, json_extract(t.value, '$.value') AS value,
          row_number() OVER (PARTITION BY json_extract(t.value, '$.name') ORDER BY e.seq DESC) AS newest
        FROM events e JOIN event_kinds k ON k.code = e.kind, json_each(e.body, '$.targets') t
        WHERE e.show_id = ? AND k.name = 'targets.set' AND NOT EXISTS (
          SELECT 1 FROM events w JOIN event_kinds wk ON wk.code = w.kind
          WHERE w.show_id = e.show_id AND wk.name = 'targets.withdrawn'
            AND json_extract(w.body, '$.setSeq') = e.seq))
      WHERE newest = 1 AND value IS NOT NULL`,
    )
    .all(showId)
    .map((row) => Object.values(Object(row)));
  db.close();
  return Object.fromEntries(rows);
}

test('set before the show and while it runs; the newest holds, over a restart too', async () => {
  await set({ name: 'paid', value: 8_000_000 }, { name: 'ordersPaid', value: 800 });
  await desk.must('show.start', {});
  await set({ name: 'ordersPaid', value: 900 }, { name: 'followRate', value: 0.035 });
  const held = { paid: 8_000_000, ordersPaid: 900, followRate: 0.035 };
  expect(live()).toEqual(held);
  expect(stored()).toEqual(held);
  await restart();
  expect(live()).toEqual(held);
  expect((await desk.must('targets.get', { showId })).targets).toEqual(
    desk.slice('targets')?.targets,
  );
});

test('taken back as they were set, and one figure’s alone taken away', async () => {
  await set({ name: 'paid', value: 8_000_000 }, { name: 'gpm', value: 80_000 });
  const newest = await set({ name: 'paid', value: 1 });
  await desk.must('targets.withdraw', { showId, setSeq: newest });
  await core.advance(600);
  expect(live()).toEqual({ paid: 8_000_000, gpm: 80_000 });
  const again = await desk.run('targets.withdraw', { showId, setSeq: newest });
  expect(again).toMatchObject({ ok: false, error: { code: 'unknown_targets' } });
  const taken = await set({ name: 'gpm', value: null });
  expect(live()).toEqual({ paid: 8_000_000 });
  expect(stored()).toEqual({ paid: 8_000_000 });
  await desk.must('targets.withdraw', { showId, setSeq: taken });
  await core.advance(600);
  expect(live()).toEqual({ paid: 8_000_000, gpm: 80_000 });
  expect(stored()).toEqual(live());
});

test('the next show begins without, and takes them over by one command', async () => {
  expect(await desk.run('targets.carry', { showId })).toMatchObject({
    ok: false,
    error: { code: 'no_earlier_targets' },
  });
  await set({ name: 'paid', value: 8_000_000 }, { name: 'ordersPaid', value: 800 });
  await desk.must('show.start', {});
  await desk.must('show.end', {});
  await desk.must('show.leave', {});
  const first = showId;
  showId = await create('Second', 'CNY');
  expect(live()).toEqual({});
  expect(await desk.must('targets.get', { showId })).toMatchObject({
    lastSeq: null,
    earlier: { showId: first, title: 'First', count: 2 },
  });
  const { seq, count } = await desk.must('targets.carry', { showId });
  await core.advance(600);
  expect(count).toBe(2);
  expect(live()).toEqual({ paid: 8_000_000, ordersPaid: 800 });
  expect(stored()).toEqual(live());
  await desk.must('targets.withdraw', { showId, setSeq: seq });
  await core.advance(600);
  expect(live()).toEqual({});
});

test('money of another currency is not carried, and a show of it alone is none to carry from', async () => {
  await set({ name: 'paid', value: 8_000_000 }, { name: 'ordersPaid', value: 800 });
  await desk.must('show.leave', {});
  showId = await create('Abroad', 'USD');
  expect((await desk.must('targets.carry', { showId })).count).toBe(1);
  await core.advance(600);
  expect(live()).toEqual({ ordersPaid: 800 });
});

test('the review says of each what it came to, from what is stored', async () => {
  await set(
    { name: 'ordersPaid', value: 5 },
    { name: 'paid', value: 60_000 },
    { name: 'ctor', value: 0.05 },
    { name: 'chatPerMinute', value: 40 },
  );
  await desk.must('show.start', {});
  await sell(5);
  await desk.must('show.end', {});
  await desk.must('show.leave', {});
  await restart();
  const { targets } = await desk.must('review.get', { showId });
  expect(targets).toEqual([
    expect.objectContaining({ name: 'chatPerMinute', isOfMoment: true }),
    expect.objectContaining({ name: 'ordersPaid', figure: expect.objectContaining({ value: 5 }) }),
    expect.objectContaining({ name: 'paid', figure: expect.objectContaining({ value: 50_000 }) }),
    expect.objectContaining({ name: 'ctor', figure: { known: false, reason: 'not_entered' } }),
  ]);
  // A training of it is measured by the same.
  const replay = await desk.must('replay.start', { from: { showId }, speed: 20 });
  await core.advance(600);
  showId = replay.showId;
  expect(live()).toEqual({ ordersPaid: 5, paid: 60_000, ctor: 0.05, chatPerMinute: 40 });
  expect(stored()).toEqual(live());
});

test('what is no target is refused, and changes nothing', async () => {
  const one: TargetValue = { name: 'paid', value: 1 };
  const zero: TargetValue = { name: 'paid', value: 0 };
  for (const targets of [[], [one, one], [zero]]) {
    expect((await desk.run('targets.set', { showId, targets, how: 'typed' })).ok).toBe(false);
  }
  expect((await desk.must('targets.get', { showId })).lastSeq).toBeNull();
  const anchor = core.screen('anchor');
  const refused = await anchor.run('targets.set', { showId, targets: [one], how: 'typed' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  expect(anchor.snapshot().slices.targets).toBeUndefined();
});
