import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { pendingReplacement } from '#core/store/replacement.ts';
import { isDamage } from '#core/store/engine.ts';
import { ShowId } from '#shared/model/ids.ts';
import { settled, startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { damageEvents, fillStore } from '#tests/support/damaged-store.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { openTestStore, temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;
let restarts: number;

beforeEach(async () => {
  folder = temporaryFolder();
  fillStore(folder.path, 600, 600, true);
  rig = await startRig(folder.path);
  restarts = 0;
  rig.core.onRestartWanted(() => (restarts += 1));
});
afterEach(() => folder.clean());

function hello(key: string) {
  return [chat({ key, ts: TEST_NOW, platform: 'douyin' }, person('u1', 'U1'), 'hello')];
}

/** What the file itself holds, as a program beside the core reads it. */
function storedTexts(text: string): unknown {
  const db = new BetterSqlite(dataFiles(folder.path).store, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM cues WHERE text = ?').pluck().get(text);
  } finally {
    db.close();
  }
}

/** The next start: what the desk is told, and that the store is whole. */
async function recovered(): Promise<void> {
  expect(pendingReplacement(folder.path)).toMatchObject({
    reason: 'recover',
    found: 'while_running',
  });
  await rig.advance(100);
  expect(restarts).toBe(1);
  await rig.close();
  const again = await startRig(folder.path);
  const desk = again.screen('desk');
  const { report, check } = desk.slice('store').keeping;
  expect(report).toMatchObject({ kind: 'recovered', found: 'while_running' });
  expect(report?.backup?.events).toBe(600);
  expect(check.state).toBe('whole');
  expect(await desk.must('store.backUp', {})).toMatchObject({ isVerified: true });
  await again.close();
}

describe('pages that go bad under a working desk', () => {
  test('met by a read: the desk says so, nothing is written any more, the next start mends it', async () => {
    const desk = rig.screen('desk');
    damageEvents(folder.path);
    const from = { showId: ShowId.parse(1) };
    const replay = await desk.run('replay.start', { from, speed: 1 });
    expect(replay).toMatchObject({ ok: false, error: { code: 'store_unwritable' } });
    await settled();
    expect(desk.slice('store').keeping.check.state).toBe('damaged');
    const refused = { ok: false, error: { code: 'store_unwritable' } };
    const text = 'after it';
    expect(await desk.run('cue.send', { kind: 'free', text })).toMatchObject(refused);
    const events = hello('after');
    const cli = rig.screen('cli');
    expect(await cli.run('ingest.append', { sender: 'sender', events })).toMatchObject(refused);
    expect(storedTexts(text)).toBe(0);
    await recovered();
  });

  test('met by a copy on request: no copy is made and the next start mends it', async () => {
    damageEvents(folder.path);
    const desk = rig.screen('desk');
    expect(await desk.run('store.backUp', {})).toMatchObject({ ok: false });
    expect(desk.slice('store').keeping.check.state).toBe('damaged');
    await recovered();
  });
});

test('a store that was found damaged takes no more writes, and says so each time', () => {
  const test = openTestStore();
  const { store } = test;
  const heard: unknown[] = [];
  store.db.onDamage((error) => heard.push(error));
  store.db.noteDamage(Object.assign(new Error('bad page'), { code: 'SQLITE_CORRUPT' }));
  const write = () => store.db.run(sql`DELETE FROM rooms`);
  expect(write).toThrow(expect.toSatisfy(isDamage));
  expect(() => store.db.transaction(() => 1)).toThrow(expect.toSatisfy(isDamage));
  expect(heard).toHaveLength(3);
  expect(store.db.all(sql`SELECT id FROM rooms`)).toEqual([]);
  test.close();
});
