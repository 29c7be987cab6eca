import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ScreenId } from '#shared/model/ids.ts';
import { SLIPS_MAX } from '#shared/model/slip.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: string;
let core: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-slips-'));
  core = await startRig(folder, TEST_NOW);
  desk = core.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOTHING = { word: '', slipClass: null } as const;
const slips = () => desk.slice('slips').slips;
const factsOf = (kind: string): number => {
  const store = new BetterSqlite(core.storePath, { readonly: true });
  const count = store
    .prepare('SELECT count(*) FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = ?')
    .pluck()
    .get(kind);
  store.close();
  return Number(count);
};

describe('a slip', () => {
  test('is logged with nothing said of it, described later, and stands after a restart', async () => {
    const { seq } = await desk.must('slip.log', NOTHING);
    await settled();
    expect(slips()).toMatchObject([{ seq, ...NOTHING, by: '', cueId: null }]);
    await desk.must('slip.describe', { slipSeq: seq, word: ' 全网最低\n价 ', slipClass: 'price' });
    await settled();
    expect(slips()).toMatchObject([{ seq, word: '全网最低 价', slipClass: 'price' }]);
    await core.close();
    core = await startRig(folder, TEST_NOW + 60_000);
    expect(core.screen('desk').slice('slips').slips).toMatchObject([
      { seq, word: '全网最低 价', slipClass: 'price' },
    ]);
  });

  test('that was none is gone from the desk and its marks; the log keeps both facts', async () => {
    const first = await desk.must('slip.log', NOTHING);
    await desk.must('slip.log', { word: 'cures', slipClass: 'efficacy' });
    await desk.must('slip.withdraw', { slipSeq: first.seq });
    await settled();
    expect(slips()).toMatchObject([{ word: 'cures' }]);
    const marks = core
      .screen('desk')
      .snapshot()
      .marks?.filter(({ kind }) => kind === 'slip');
    expect(marks).toMatchObject([{ label: 'cures' }]);
    expect([factsOf('slip.logged'), factsOf('slip.withdrawn')]).toEqual([2, 1]);
    const again = await desk.run('slip.withdraw', { slipSeq: first.seq });
    expect(again).toMatchObject({ ok: false, error: { code: 'nothing_to_undo' } });
  });

  test('is put right by a cue to the anchor, which leaves with it', async () => {
    const { seq } = await desk.must('slip.log', NOTHING);
    const { cueId } = await desk.must('slip.correct', { slipSeq: seq, text: '价格以页面为准' });
    await settled();
    expect(slips()).toMatchObject([{ seq, cueId }]);
    expect(desk.slice('cues').current).toMatchObject({ id: cueId, kind: 'correction' });
    // What is said of it later leaves the cue as it is.
    await desk.must('slip.describe', { slipSeq: seq, word: '最低', slipClass: 'price' });
    await settled();
    expect(slips()).toMatchObject([{ word: '最低', cueId }]);
    await desk.must('slip.withdraw', { slipSeq: seq });
    await settled();
    expect(desk.slice('cues').current).toBeNull();
  });

  test('is heard by a paired phone too, under its name; a stranger is refused', async () => {
    const store = new BetterSqlite(core.storePath);
    const { lastInsertRowid } = store
      .prepare(
        `INSERT INTO screens (room_id, role, name, token_hash, paired_ts, last_seen_ts)
         VALUES ('main', 'assistant:service', 'Mei', randomblob(32), 1, 1)`,
      )
      .run();
    store.close();
    const screenId = ScreenId.parse(Number(lastInsertRowid));
    await core.screen('assistant', MAIN_ROOM, screenId).must('slip.log', NOTHING);
    await settled();
    expect(slips()).toMatchObject([{ by: 'Mei', screenId }]);
    const stranger = await core.screen('assistant').run('slip.log', NOTHING);
    expect(stranger).toMatchObject({ ok: false, error: { code: 'unknown_screen' } });
    expect(slips()).toHaveLength(1);
  });

  test('of an ended show, or one too many, is refused', async () => {
    for (let count = 0; count < SLIPS_MAX; count += 1) await desk.must('slip.log', NOTHING);
    await settled();
    const refused = await desk.run('slip.log', NOTHING);
    expect(refused).toMatchObject({ ok: false, error: { code: 'too_many' } });
    await desk.must('show.end', {});
    const late = await desk.run('slip.log', NOTHING);
    expect(late).toMatchObject({ ok: false, error: { code: 'show_not_running' } });
    expect(factsOf('slip.logged')).toBe(SLIPS_MAX);
  });

  test('is in the review with its word, its class and whether what is right was said', async () => {
    const first = await desk.must('slip.log', { word: '最低价', slipClass: 'price' });
    const second = await desk.must('slip.log', NOTHING);
    await desk.must('slip.withdraw', {
      slipSeq: (await desk.must('slip.log', NOTHING)).seq,
    });
    const { cueId } = await desk.must('slip.correct', { slipSeq: first.seq, text: '以页面为准' });
    await settled();
    await core.advance(3_000);
    await core.screen('anchor').must('cue.answer', { cueId, answer: 'done' });
    const { showId } = await desk.must('show.end', {});
    const review = await desk.must('review.get', { showId });
    expect(review.slips).toEqual([
      {
        seq: first.seq,
        ts: expect.any(Number),
        word: '最低价',
        slipClass: 'price',
        by: '',
        correction: { text: '以页面为准', state: 'said', afterMs: 3_000 },
      },
      { seq: second.seq, ts: expect.any(Number), ...NOTHING, by: '', correction: null },
    ]);
    expect(review.marks.filter(({ kind }) => kind === 'slip')).toHaveLength(2);
  });
});
