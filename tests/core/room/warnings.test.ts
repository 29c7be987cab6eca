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
  expect(marks?.filter(({ kind }) => kind === 'warning')).toMatchObject([{ label: 'words' }]);
  const { showId } = await desk.must('show.end', {});
  await desk.must('show.leave', {});
  await desk.must('show.create', { title: 'B', origin: 'live', currency: 'CNY' });
  await core.advance(0);
  expect(desk.slice('sources').warnings).toEqual([]);
  const review = await desk.must('review.get', { showId });
  expect(JSON.stringify(review)).toContain('words');
});

test('a warning that somebody read elsewhere stands like the others, with its evidence kept', async () => {
  const desk = await onAir();
  const other = core.screen('desk');
  const note = {
    platform: 'douyin',
    text: ' 画面出现站外\n联系方式 ',
    note: '截图 21:04，运营群',
    isCut: false,
  };
  const id = desk.nextId();
  const first = await desk.run('warning.note', note, id);
  expect(await desk.run('warning.note', note, id)).toEqual(first);
  await core.screen('cli').must('ingest.append', {
    sender: 'bridge',
    events: [warning('a', 'from the events')],
  });
  await core.advance(1_000);
  const open = other.slice('sources').warnings;
  expect(open).toMatchObject([
    {
      platform: 'douyin',
      text: '画面出现站外 联系方式',
      note: '截图 21:04，运营群',
      isTyped: true,
      isCut: false,
    },
    { platform: 'bilibili', text: 'from the events', isTyped: false, note: '' },
  ]);

  await core.close();
  core = await startRig(folder, TEST_NOW + 60_000);
  const again = core.screen('desk');
  await core.advance(0);
  expect(again.slice('sources').warnings).toEqual(open);
  await again.must('warning.acknowledge', { seq: open[0]?.seq ?? 0 });
  await core.advance(500);
  expect(again.slice('sources').warnings).toEqual(open.slice(1));

  const showId = again.slice('show').show?.id;
  if (showId === undefined) throw new Error('no show');
  const { marks, warnings } = await again.must('review.get', { showId });
  const words = ['画面出现站外 联系方式', 'from the events'];
  const labels = marks.filter(({ kind }) => kind === 'warning').map(({ label }) => label);
  expect(labels).toEqual(words);
  expect(warnings).toMatchObject([
    { text: words[0], note: '截图 21:04，运营群', isTyped: true },
    { text: words[1], note: '', isTyped: false, seenTs: null },
  ]);
  expect(warnings[0]?.seenTs).not.toBeNull();
});

test.each([
  ['', 'text_missing'],
  ['\u200b\u2060', 'text_missing'],
  ['x'.repeat(501), 'text_too_long'],
])('a warning of the text %j is refused', async (text, code) => {
  const desk = await onAir();
  const result = await desk.run('warning.note', { platform: null, text, note: '', isCut: true });
  expect(result).toMatchObject({ ok: false, error: { code } });
  await desk.must('show.end', {});
  const late = await desk.run('warning.note', {
    platform: null,
    text: 'late',
    note: '',
    isCut: true,
  });
  expect(late).toMatchObject({ ok: false, error: { code: 'show_not_running' } });
});
