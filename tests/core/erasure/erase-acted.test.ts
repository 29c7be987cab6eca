import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(async () => {
  await rig.close();
});

function bodies(kind: number): string {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    const rows = db.prepare('SELECT body FROM events WHERE kind = ?').all(kind);
    return JSON.stringify(rows);
  } finally {
    db.close();
  }
}

test('whom a desk moderated and what it wrote to them goes with them; that it did so stays', async () => {
  const demo = { seed: 1, language: 'en', speed: 1, eventsPerSecond: 100 } as const;
  await desk.must('demo.start', demo);
  for (let second = 0; second < 5; second += 1) await rig.advance(1_000);
  const line = desk
    .events()
    .findLast(({ kind, platform, actor }) => kind === 'chat' && platform === 'twitch' && actor);
  const source = desk.slice('sources').sources.find(({ platform }) => platform === 'twitch');
  if (!line?.actor || source === undefined) throw new Error('somebody wrote on Twitch');
  const { displayName: name } = line.actor;
  const platformUserId = line.actor.platformUserId ?? '';
  const lineSeq = line.seq;
  const text = `@${name} it runs large`;
  await desk.must('chat.send', { sourceId: source.id, text, lineSeq });
  await desk.must('chat.pin', { lineSeq });
  await rig.advance(500);
  await desk.must('chat.timeout', { lineSeq, durationS: 60 });
  await rig.advance(500);
  await rig.advance(500);
  expect(desk.slice('acts').recent.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(bodies(58)).toContain(platformUserId);

  await desk.must('person.erase', { platform: 'twitch', platformUserId });
  for (;;) {
    await rig.advance(100);
    await settled();
    if (desk.slice('data').erasures[0]?.stage === 'done') break;
  }
  for (const kind of [15, 58, 60]) {
    expect(bodies(kind)).not.toContain(platformUserId);
    expect(bodies(kind)).not.toContain(name);
  }
  const { recent } = desk.slice('acts');
  expect(recent.map(({ act, state, name: whom }) => [act, state, whom])).toEqual([
    ['reply', 'done', null],
    ['pin', 'done', null],
    ['timeout', 'done', null],
  ]);
  // Their line cannot be meant any more.
  expect(await desk.run('chat.ban', { lineSeq })).toMatchObject({
    ok: false,
    error: { code: 'unknown_message' },
  });
});
