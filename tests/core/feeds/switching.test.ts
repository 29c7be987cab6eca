import { cpSync } from 'node:fs';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SourceId } from '#shared/model/ids.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

const CHAT = ':ann!ann@ann.tmi.twitch.tv PRIVMSG #linxia_live :';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;
let desk: RigScreen;
let server: TwitchChatServer;
let sourceId: SourceId;

beforeEach(async () => {
  folder = temporaryFolder();
  rig = await startRig(folder.path);
  desk = rig.screen('desk');
  server = await startTwitchChatServer({ channels: ['linxia_live'] });
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  ({ sourceId } = await desk.must('source.add', {
    connector: 'twitch-irc',
    channel: 'linxia_live',
    address: server.url,
  }));
  await untilLink('ready');
});
afterEach(async () => {
  await rig.close();
  await server.close();
  folder.clean();
});

const source = () => desk.slice('sources').sources.find(({ id }) => id === sourceId);
const link = () => source()?.link;
const gaps = () => facts(desk.events());
const texts = () => chatOf(desk.events());

function facts(events: readonly RoomEvent[]) {
  return events.flatMap((event) => {
    if (event.kind !== 'gap') return [];
    const { cause, fromTs, toTs, lost, sourceLabel } = event;
    return [{ cause, lengthMs: toTs - fromTs, lost, sourceLabel }];
  });
}

function chatOf(events: readonly RoomEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'chat' ? [event.fragments.map(({ text }) => text).join('')] : [],
  );
}

/** Lets sockets and commits go on until it is so; time stands still unless `stepMs` moves it. */
async function until(isTrue: () => boolean, stepMs = 0): Promise<void> {
  while (!isTrue()) {
    rig.ports.clock.advance(stepMs);
    await settled();
  }
}

async function untilLink(wanted: string): Promise<void> {
  await until(() => link() === wanted, 10);
}

const set = (isEnabled: boolean) => desk.must('source.setEnabled', { sourceId, isEnabled });

async function stored(): Promise<readonly string[]> {
  await rig.advance(100);
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const rows = db.prepare('SELECT text FROM events WHERE kind = 1 ORDER BY seq').pluck().all();
  db.close();
  return rows.map(String);
}

describe('switching a source off and on', () => {
  it('keeps what came before, also a line that was not finished, and says what was missed', async () => {
    server.broadcast(`@id=a1 ${CHAT}one`);
    server.broadcastText(`@id=a2 ${CHAT}two, without its end`);
    await server.receipt();
    await set(false);
    expect(source()).toMatchObject({ isEnabled: false, link: 'off', reason: null });
    await until(() => server.connections().now === 0);
    expect(await stored()).toEqual(['one', 'two, without its end']);
    await rig.advance(60_000);
    server.broadcast(`@id=a3 ${CHAT}nobody hears this`);
    await set(true);
    await untilLink('ready');
    server.broadcast(`@id=a2 ${CHAT}two, without its end`);
    server.broadcast(`@id=a4 ${CHAT}three`);
    await until(() => texts().includes('three'), 10);
    expect(await stored()).toEqual(['one', 'two, without its end', 'three']);
    expect(gaps()).toEqual([
      { cause: 'switched_off', lengthMs: expect.any(Number), lost: null, sourceLabel: LABEL },
    ]);
    expect(gaps()[0]?.lengthMs).toBeGreaterThanOrEqual(60_000);
  });

  it('takes in what is on its way until the platform has closed too', async () => {
    // Sent, not yet read: the close crosses it on the line.
    server.broadcast(`@id=b1 ${CHAT}just before the end`);
    await set(false);
    await until(() => server.connections().now === 0);
    expect(await stored()).toEqual(['just before the end']);
  });

  it('off, on, off, on in one breath: one connection at a time, nothing doubled', async () => {
    server.broadcast(`@id=c1 ${CHAT}before`);
    await server.receipt();
    const answers = [false, true, false, true].map((isEnabled) => set(isEnabled));
    await Promise.all(answers);
    await until(() => link() === 'ready' && server.joins() === 2, 10);
    expect(server.connections().most).toBe(1);
    server.broadcast(`@id=c1 ${CHAT}before`);
    server.broadcast(`@id=c2 ${CHAT}after`);
    await until(() => texts().includes('after'), 10);
    expect(await stored()).toEqual(['before', 'after']);
    expect(gaps().every(({ cause }) => cause === 'switched_off')).toBe(true);
    expect(gaps().length).toBeLessThanOrEqual(1);
  });

  it('a link that was down when it was switched off leaves two gaps, one after the other', async () => {
    server.mute(true);
    await rig.advance(30_000);
    expect(source()).toMatchObject({ link: 'reconnecting', reason: 'silent' });
    await set(false);
    expect(gaps()).toEqual([
      { cause: 'source_lost', lengthMs: expect.any(Number), lost: null, sourceLabel: LABEL },
    ]);
    server.mute(false);
    await rig.advance(5_000);
    await set(true);
    await untilLink('ready');
    await rig.advance(100);
    expect(gaps().map(({ cause }) => cause)).toEqual(['source_lost', 'switched_off']);
  });

  it('the core dies while it is off: the gap still reaches from off to on', async () => {
    await set(false);
    const offTs = rig.ports.clock.wallNow();
    await until(() => server.connections().now === 0);
    await rig.advance(20_000);
    await restart();
    expect(source()).toMatchObject({ isEnabled: false, link: 'off' });
    await rig.advance(20_000);
    await set(true);
    await untilLink('ready');
    await rig.advance(100);
    const own = gaps().filter(({ sourceLabel }) => sourceLabel !== null);
    expect(own.map(({ cause }) => cause)).toEqual(['switched_off']);
    expect(own[0]?.lengthMs).toBeGreaterThanOrEqual(rig.ports.clock.wallNow() - offTs - 1_000);
  });
});

it('a source that is on and removed leaves no gap: nothing was missed', async () => {
  server.broadcast(`@id=a1 ${CHAT}one`);
  await until(() => texts().length === 1, 10);
  const removed = desk.must('source.remove', { sourceId });
  // As on a real machine, time goes on while it is being removed.
  for (let turn = 0; turn < 20; turn += 1) {
    rig.ports.clock.advance(1);
    await Promise.resolve();
  }
  await removed;
  await rig.advance(1_000);
  expect(source()).toBeUndefined();
  expect(gaps()).toEqual([]);
  const { showId } = await desk.must('show.end', {});
  expect((await desk.must('review.get', { showId })).gaps).toEqual([]);
});

it('when data last came is known after a restart', async () => {
  server.broadcast(`@id=a1 ${CHAT}one`);
  await until(() => (source()?.lastDataTs ?? 0) > 0, 10);
  const lastDataTs = source()?.lastDataTs ?? 0;
  server.mute(true);
  await rig.advance(10_000);
  await rig.close();
  rig = await startRig(folder.path, lastDataTs + 60_000);
  desk = rig.screen('desk');
  await rig.advance(1);
  expect(source()?.lastDataTs).toBe(lastDataTs);
});

const LABEL = 'twitch linxia_live';

describe('while the link is down', () => {
  beforeEach(async () => {
    server.mute(true);
    await rig.advance(30_000);
    await untilLink('reconnecting');
  });

  it('a pause changes nothing: the outage goes on and is one gap', async () => {
    await desk.must('show.pause', {});
    await rig.advance(5_000);
    await desk.must('show.resume', {});
    server.mute(false);
    await untilLink('ready');
    await rig.advance(100);
    expect(gaps()).toHaveLength(1);
    expect(gaps()[0]?.lengthMs).toBeGreaterThanOrEqual(35_000);
  });

  it('the end of the show ends the gap, at the show’s end', async () => {
    await rig.advance(5_000);
    const { showId } = await desk.must('show.end', {});
    const review = await desk.must('review.get', { showId });
    expect(review.gaps).toHaveLength(1);
    expect(review.gaps[0]).toMatchObject({ cause: 'source_lost', toTs: review.show.endedTs });
  });

  it('its removal ends the gap too', async () => {
    await rig.advance(5_000);
    await desk.must('source.remove', { sourceId });
    await rig.advance(100);
    expect(gaps()).toMatchObject([{ cause: 'source_lost' }]);
    expect(source()).toBeUndefined();
  });

  it('the core dies: the outage is taken up where it began', async () => {
    await rig.advance(100);
    await restart();
    server.mute(false);
    await untilLink('ready');
    await rig.advance(100);
    const own = gaps().filter(({ sourceLabel }) => sourceLabel !== null);
    expect(own).toMatchObject([{ cause: 'source_lost', sourceLabel: LABEL }]);
    expect(own[0]?.lengthMs).toBeGreaterThanOrEqual(30_000);
  });
});

it('a platform inside another source’s feed that is off: what is not taken is counted', async () => {
  await desk.must('show.end', {});
  await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 20, eventsPerSecond: null });
  for (let step = 0; step < 20; step += 1) await rig.advance(1_000);
  const sink = () => desk.slice('sources').sources.find(({ platform }) => platform === 'bilibili');
  const child = sink();
  if (child === undefined) throw new Error('the demo did not start');
  await desk.must('source.setEnabled', { sourceId: child.id, isEnabled: false });
  const before = await countOf('bilibili');
  for (let step = 0; step < 10; step += 1) await rig.advance(1_000);
  expect(await countOf('bilibili')).toBe(before);
  await desk.must('source.setEnabled', { sourceId: child.id, isEnabled: true });
  await rig.advance(100);
  const gap = gaps().find(({ cause }) => cause === 'switched_off');
  expect(gap).toMatchObject({ sourceLabel: 'bilibili' });
  expect(gap?.lost).toBeGreaterThan(100);
}, 60_000);

async function countOf(platform: string): Promise<number> {
  await rig.advance(100);
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const count = db
    .prepare(
      `SELECT count(*) FROM events e JOIN source_rooms r ON r.id = e.source_room_id
       WHERE r.platform = ? AND e.dedupe_key NOT LIKE 'link:%'`,
    )
    .pluck()
    .get(platform);
  db.close();
  return Number(count);
}

/** The core dies: what it had on disk at that moment is what the next one finds. */
async function restart(): Promise<void> {
  const wallTs = rig.ports.clock.wallNow();
  const copy = temporaryFolder();
  cpSync(folder.path, copy.path, { recursive: true });
  await rig.close();
  folder.clean();
  folder = copy;
  rig = await startRig(folder.path, wallTs);
  desk = rig.screen('desk');
}
