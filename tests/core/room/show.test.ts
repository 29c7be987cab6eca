import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fail } from '#shared/contract/app-error.ts';
import { showTimeAt } from '#shared/model/show.ts';

import { chatAt } from '#tests/core/feeds/replay/recordings.ts';
import { startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: string;
let rigs: CoreRig[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-show-'));
  rigs = [];
});
afterEach(async () => {
  for (const rig of rigs) await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rig(startWallTs: number = TEST_NOW): Promise<CoreRig> {
  const started = await startRig(folder, startWallTs);
  rigs.push(started);
  return started;
}

function rows<Row>(query: string): Row[] {
  const db = new BetterSqlite(join(folder, 'cuedesk.sqlite'), { readonly: true });
  try {
    return db.prepare(query).all() as Row[];
  } finally {
    db.close();
  }
}

describe('a live show', () => {
  it('has another name and currency while it is planned, and not afterwards', async () => {
    const core = await rig();
    const desk = core.screen('desk');
    expect(await desk.run('show.edit', { title: 'B', currency: 'USD' })).toEqual(
      fail('show_not_running', {}),
    );
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('show.edit', { title: 'B', currency: 'USD' });
    await core.advance(0);
    expect(desk.slice('show').show).toMatchObject({ title: 'B', currency: 'USD' });
    await desk.must('show.start', {});
    expect(await desk.run('show.edit', { title: 'C', currency: 'CNY' })).toMatchObject({
      ok: false,
      error: { code: 'show_wrong_state' },
    });
    expect(rows('SELECT title, currency FROM shows')).toEqual([{ title: 'B', currency: 'USD' }]);
  });

  it('is a demo at the first start alone, where that is asked for', async () => {
    const first = await rig();
    first.core.askForDemo(true);
    await first.advance(0);
    const desk = first.screen('desk');
    expect(desk.slice('show').show?.origin).toBe('demo');
    await desk.must('show.leave', {});
    first.core.askForDemo(true);
    await first.advance(0);
    expect(desk.slice('show').show).toBeNull();
    first.core.askForDemo(false);
    await first.advance(0);
    expect(desk.slice('show').show?.origin).toBe('demo');
  });

  it('goes planned, on air, paused, on air, ended, and counts only its time on air', async () => {
    const { screen, advance } = await rig();
    const desk = screen('desk');
    await desk.must('show.create', { title: '周日', origin: 'live', currency: 'CNY' });
    expect(desk.slice('show').show?.state).toBe('planned');
    const { clock } = desk.slice('show');
    expect(clock && showTimeAt(clock, TEST_NOW + 1_234)).toBe(TEST_NOW + 1_234);
    await desk.must('show.start', {});
    await advance(60_000);
    await desk.must('show.pause', {});
    await advance(30_000);
    await desk.must('show.resume', {});
    await advance(10_000);
    await desk.must('show.end', {});
    await advance(10);
    const show = desk.slice('show').show;
    expect(show).toMatchObject({ state: 'ended', onAirBeforeMs: 70_000, startedTs: TEST_NOW });
    expect(show?.endedTs).toBe(TEST_NOW + 100_000);
    expect(await desk.run('show.start', {})).toMatchObject({
      ok: false,
      error: { code: 'show_wrong_state', params: { state: 'ended', action: 'start' } },
    });
  });

  it('cannot be pushed aside by another while it is on air', async () => {
    const { screen } = await rig();
    const desk = screen('desk');
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('show.start', {});
    const second = await desk.run('demo.start', {
      seed: 1,
      language: 'zh-CN',
      speed: 1,
      eventsPerSecond: null,
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'show_already_running' } });
    expect(await desk.run('show.leave', {})).toMatchObject({ ok: false });
    expect(await desk.run('playback.setSpeed', { speed: 2 })).toMatchObject({
      ok: false,
      error: { code: 'speed_not_changeable' },
    });
  });

  it('is returned to after an ordered stop, with the time without us as a marked gap', async () => {
    const first = await rig();
    const desk = first.screen('desk');
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await desk.must('show.start', {});
    await first.advance(5_000);
    await first.core.close();

    const second = await rig(TEST_NOW + 65_000);
    const again = second.screen('desk');
    await second.advance(10);
    expect(again.slice('show').show).toMatchObject({ state: 'on_air', startedTs: TEST_NOW });
    const { marks } = second.screen('desk').snapshot();
    expect(marks?.map((mark) => mark.kind)).toContain('gap');
    const gaps = rows<{ from_ts: number; to_ts: number; cause: string }>('SELECT * FROM gaps');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ cause: 'desk_stopped', to_ts: TEST_NOW + 65_000 });
    expect(gaps[0]?.from_ts).toBe(TEST_NOW + 5_000);
  });
});

describe('a demo show', () => {
  it('runs on a clock of its own and keeps its minutes when the speed changes', async () => {
    const { screen, advance } = await rig();
    const desk = screen('desk');
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 20, eventsPerSecond: null });
    await advance(3_000);
    const at20 = desk.slice('metrics');
    expect(at20?.onAirMs).toBeGreaterThanOrEqual(59_000);
    await desk.must('playback.setSpeed', { speed: 1 });
    await advance(3_000);
    const at1 = desk.slice('metrics');
    expect((at1?.onAirMs ?? 0) - (at20?.onAirMs ?? 0)).toBeLessThanOrEqual(4_000);
    const newest = rows<{ ts: number }>('SELECT max(event_ts) AS ts FROM events')[0]?.ts ?? 0;
    expect(newest).toBeGreaterThan(TEST_NOW + 50_000);
  });

  it('goes on after a restart with the same events, none twice', async () => {
    const first = await rig();
    const desk = first.screen('desk');
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 1, eventsPerSecond: null });
    for (let step = 0; step < 20; step += 1) await first.advance(1_000);
    await first.core.close();
    const before = rows<{ n: number }>('SELECT count(*) AS n FROM events')[0]?.n ?? 0;

    const second = await rig(TEST_NOW + 21_000);
    const again = second.screen('desk');
    for (let step = 0; step < 10; step += 1) await second.advance(1_000);
    expect(again.slice('show').show?.origin).toBe('demo');
    const after = rows<{ n: number }>('SELECT count(*) AS n FROM events')[0]?.n ?? 0;
    expect(after).toBeGreaterThan(before);
    const doubled =
      rows(`SELECT dedupe_key FROM events e JOIN source_rooms r ON r.id = e.source_room_id
      GROUP BY r.platform, dedupe_key HAVING count(*) > 1`);
    expect(doubled).toEqual([]);
  });

  it('feeds no live figures: its origin stays with its events', async () => {
    const { screen, advance } = await rig();
    const desk = screen('desk');
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 20, eventsPerSecond: null });
    await advance(2_000);
    await desk.must('show.leave', {});
    await advance(10);
    expect(desk.slice('show').show).toBeNull();
    const origins = rows<{ origin: string }>(
      'SELECT DISTINCT s.origin FROM events e JOIN shows s ON s.id = e.show_id',
    );
    expect(origins).toEqual([{ origin: 'demo' }]);
    const { shows } = await desk.must('show.list', { limit: 10 });
    expect(shows.map((show) => [show.origin, show.state])).toEqual([['demo', 'ended']]);
  });
});

describe('a replay', () => {
  it('of a stored show fills a show of its own with the same events', async () => {
    const { screen, advance } = await rig();
    const desk = screen('desk');
    const { showId } = await desk.must('demo.start', {
      seed: 3,
      language: 'zh-CN',
      speed: 20,
      eventsPerSecond: null,
    });
    await advance(3_000);
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    const { showId: replayId } = await desk.must('replay.start', { from: { showId }, speed: 20 });
    for (let step = 0; step < 60; step += 1) await advance(100);
    const kinds = (id: number) =>
      rows(`SELECT k.name, count(*) AS n FROM events e JOIN event_kinds k ON k.code = e.kind
        WHERE e.show_id = ${id} AND e.source_room_id IS NOT NULL AND k.name <> 'connector'
        GROUP BY 1 ORDER BY 1`);
    expect(kinds(replayId)).toEqual(kinds(showId));
    expect(kinds(showId)).not.toEqual([]);
    expect(desk.slice('show').show?.origin).toBe('replay');
  });

  it('of a file that is none makes no show; sent again once it is there, it plays', async () => {
    const { screen } = await rig();
    const desk = screen('desk');
    const file = join(folder, 'show.jsonl');
    const start = () => desk.run('replay.start', { from: { file }, speed: 20 });
    expect(await start()).toEqual(fail('file_unreadable', { path: file, reason: 'ENOENT' }));
    writeFileSync(file, 'hello\n');
    expect(await start()).toEqual(
      fail('file_bad_line', { path: file, line: 1, reason: 'not_json' }),
    );
    expect(rows('SELECT id FROM shows')).toEqual([]);
    expect(desk.slice('show').show).toBeNull();

    const good = [0, 5, 9].map((atMs) => JSON.stringify(chatAt(atMs, `k${atMs}`)));
    writeFileSync(file, [good[0], 'hello', good[1], good[2]].join('\n'));
    expect(await start()).toMatchObject({
      ok: true,
      value: { leftOut: { count: 1, firstLine: 2, reason: 'not_json' } },
    });
    expect(desk.slice('show').show?.origin).toBe('replay');
  });
});
