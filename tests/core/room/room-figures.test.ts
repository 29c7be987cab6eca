import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { pendingReplacement } from '#core/store/replacement.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';

import { type CoreRig, type RigScreen, startRig } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { chat, order, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const LATE = ['metrics', 'alerts', 'proposals'] as const;
const RESTART_TS = TEST_NOW + 70_000;

let folder: string;
let core: CoreRig;
let serial = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-figures-'));
  core = await startRig(folder, TEST_NOW);
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

function line(ts: number): FeedEvent {
  serial += 1;
  return chat({ key: `line ${serial}`, ts }, person('1', 'Ann'), 'hello');
}

const append = (events: FeedEvent[]): Promise<unknown> =>
  core.screen('cli').must('ingest.append', { sender: 'bridge', events });

/** A show that was on air, with three lines, an order of a product and a mark, when its core ended. */
async function interrupted(): Promise<RigScreen> {
  const desk = core.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  const fields = { ...productFields('a', 'CNY'), stock: 10 };
  await desk.must('shelf.putProduct', { fields, linkNumber: 1 });
  await desk.must('show.start', {});
  const money = { amountMinor: 9_900, currency: 'CNY', exponent: 2 };
  await append([
    ...[1_000, 2_000, 3_000].map((ms) => line(TEST_NOW + ms)),
    order({ key: 'o', ts: TEST_NOW + 4_000 }, 'paid', { productId: 'a', qty: 1, money }),
  ]);
  await desk.must('bookmark.add', { note: 'here' });
  await core.advance(60_000);
  await core.close();
  core = await startRig(folder, RESTART_TS);
  return desk;
}

function eventsStored(): number {
  const db = new BetterSqlite(join(folder, 'cuedesk.sqlite'), { readonly: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM events').pluck().get());
  } finally {
    db.close();
  }
}

/** The first page of a table holds nothing that can be read. */
function spoil(name: string): void {
  const path = join(folder, 'cuedesk.sqlite');
  const db = new BetterSqlite(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const page = Number(
    db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name),
  );
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size, 0x55), 0, size, (page - 1) * size);
  closeSync(file);
}

const figuresIn = (screen: RigScreen) =>
  screen.frames.flatMap((frame) =>
    frame.type === 'batch' && frame.batch.slices.metrics !== undefined ? [frame.batch] : [],
  );

test('the first picture does not wait for them; they follow, once, as the store has them', async () => {
  const before = await interrupted();
  const desk = core.screen('desk');
  const first = desk.snapshot();
  for (const slice of LATE) expect(first.slices[slice]).toBeUndefined();
  expect([first.series, first.marks]).toEqual([null, null]);
  expect(first.slices.store?.eventsStored).toBe(eventsStored());
  expect(first.recent.map(({ kind }) => kind)).toEqual(['chat', 'chat', 'chat', 'order']);
  expect(first.slices.show?.show).toMatchObject({ title: 'A', state: 'on_air' });

  await core.advance(1);
  const [told, ...more] = figuresIn(desk);
  expect(more).toEqual([]);
  for (const slice of LATE) expect(told?.slices[slice]).toBeDefined();
  const ordersPaid = before.slice('metrics')?.ordersPaid;
  expect(ordersPaid).toMatchObject({ value: 1 });
  expect(told?.slices.metrics).toMatchObject({ ordersPaid, totalEvents: eventsStored() });

  // What is left of a product nobody knows before; then it is what it was.
  expect(first.slices.shelf?.items).toMatchObject([{ stock: null, unitsPaid: 0 }]);
  expect(told?.slices.shelf).toEqual(before.slice('shelf'));
  expect(told?.slices.shelf?.items).toMatchObject([{ stock: 9, unitsPaid: 1, paidMinor: 9_900 }]);
  expect(first.slices.sources?.sources).toMatchObject([{ lastDataTs: null }]);
  const [source] = told?.slices.sources?.sources ?? [];
  expect(source?.lastDataTs).toBe(TEST_NOW + 4_000);

  // Whoever comes later is told all at once.
  const second = core.screen('desk').snapshot();
  expect(second.slices.metrics).toMatchObject({ ordersPaid });
  expect(told?.series).toEqual(second.series);
  expect(told?.marks).toEqual(second.marks);
  expect(second.marks?.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['bookmark', 'gap']),
  );
});

test('what is committed until then is counted once', async () => {
  const before = core.screen('desk');
  await before.must('demo.start', { seed: 1, language: 'en', speed: 1, eventsPerSecond: 50 });
  await core.advance(5_000);
  await core.close();
  core = await startRig(folder, TEST_NOW + 6_000);
  const held = eventsStored();
  // No screen came yet, and the room's own half second is not over.
  await core.advance(200);
  await core.advance(200);
  expect(eventsStored()).toBeGreaterThan(held);
  const desk = core.screen('desk');
  expect(desk.snapshot().series).toBeNull();
  await core.advance(1);
  expect(desk.slice('metrics')?.totalEvents).toBe(eventsStored());
});

test('a command finds them read, whoever sends it first', async () => {
  await interrupted();
  const anchor = core.screen('anchor');
  expect(anchor.snapshot().series).toBeNull();
  const desk = core.screen('desk');
  await desk.must('show.pause', {});
  expect(figuresIn(desk)).toHaveLength(1);
});

test('without a screen they are read by themselves', async () => {
  await interrupted();
  await core.advance(1_500);
  expect(core.screen('desk').snapshot().slices.metrics).toBeDefined();
});

test('damage that they are the first to meet has the store mended', async () => {
  await interrupted();
  await core.close();
  spoil('minute_virtual');
  core = await startRig(folder, RESTART_TS + 1_000);
  let restarts = 0;
  core.core.onRestartWanted(() => (restarts += 1));
  const desk = core.screen('desk');
  await core.advance(1);
  expect(desk.slice('store').keeping.check.state).toBe('damaged');
  expect(pendingReplacement(folder)).toMatchObject({ reason: 'recover', found: 'while_running' });
  await core.advance(100);
  expect(restarts).toBe(1);
  await core.close();
  core = await startRig(folder, RESTART_TS + 2_000);
  const again = core.screen('desk');
  await core.advance(1);
  expect(again.slice('metrics')?.ordersPaid).toMatchObject({ value: 1 });
});

test('a room without a show has nothing to read', async () => {
  const first = core.screen('desk').snapshot();
  expect(first.slices.metrics).toBeNull();
  expect([first.series, first.marks]).toEqual([[], []]);
});
