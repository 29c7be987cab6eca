import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';

import { startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: string;
let core: CoreRig;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-warnings-'));
  core = await startRig(folder, TEST_NOW);
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

function warning(key: string, text: string, isCut = false): FeedEvent {
  return {
    kind: 'warning',
    platform: 'bilibili',
    source: 'bridge',
    platformRoomId: '1',
    dedupeKey: key,
    platformTs: TEST_NOW,
    receivedTs: TEST_NOW,
    test: false,
    historical: false,
    actor: null,
    schema: 1,
    text,
    isCut,
  };
}

async function onAir() {
  const desk = core.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  return desk;
}

test('a warning stands on every desk until one has seen it, also over a restart', async () => {
  const desk = await onAir();
  const other = core.screen('desk');
  // Sent again, as after a reconnect.
  for (const events of [
    [warning('a', 'first'), warning('b', 'second', true)],
    [warning('a', 'first')],
  ])
    await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
  await core.advance(1_000);
  const open = desk.slice('sources').warnings;
  expect(open.map(({ text, isCut, platform }) => ({ text, isCut, platform }))).toEqual([
    { text: 'first', isCut: false, platform: 'bilibili' },
    { text: 'second', isCut: true, platform: 'bilibili' },
  ]);
  expect(other.slice('sources').warnings).toEqual(open);

  await desk.must('warning.acknowledge', { seq: open[0]?.seq ?? 0 });
  // One that is none changes nothing.
  await desk.must('warning.acknowledge', { seq: open[0]?.seq ?? 0 });
  await core.advance(1_000);
  expect(other.slice('sources').warnings).toEqual(open.slice(1));

  await core.close();
  core = await startRig(folder, TEST_NOW + 60_000);
  const again = core.screen('desk');
  await core.advance(0);
  expect(again.slice('sources').warnings).toEqual(open.slice(1));
  const db = new BetterSqlite(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const counts = db.prepare(
    'SELECT kind, count(*) AS n FROM events WHERE kind IN (49, 50) GROUP BY kind',
  );
  expect(counts.all()).toEqual([
    { kind: 49, n: 1 },
    { kind: 50, n: 2 },
  ]);
  db.close();
});

test('warnings are those of the show that is shown, and marks of its chart', async () => {
  const desk = await onAir();
  await core
    .screen('cli')
    .must('ingest.append', { sender: 'bridge', events: [warning('a', 'words')] });
  await core.advance(1_000);
  const marks = core.screen('desk').snapshot().marks;
  expect(marks.filter(({ kind }) => kind === 'warning')).toMatchObject([{ label: 'words' }]);
  const { showId } = await desk.must('show.end', {});
  await desk.must('show.leave', {});
  await desk.must('show.create', { title: 'B', origin: 'live', currency: 'CNY' });
  await core.advance(0);
  expect(desk.slice('sources').warnings).toEqual([]);
  const review = await desk.must('review.get', { showId });
  expect(JSON.stringify(review)).toContain('words');
});
