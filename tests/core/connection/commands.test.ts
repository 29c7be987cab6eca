import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { commands } from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { RoomId } from '#shared/model/ids.ts';

import { MAIN_ROOM, settled, startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';

let rig: CoreRig;

beforeEach(async () => {
  rig = await startRig(null);
});
afterEach(async () => {
  await rig.close();
});

async function demo() {
  const desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'zh-CN', speed: 1, eventsPerSecond: null });
  return desk;
}

function count(query: string): number {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return Number(db.prepare(query).pluck().get());
  } finally {
    db.close();
  }
}

describe('a command', () => {
  it('is on disk for a second connection when it is answered', async () => {
    const desk = await demo();
    const { productId } = await desk.must('shelf.arm', { linkNumber: 2 });
    await desk.must('shelf.go', { productId });
    expect(count(`SELECT count(*) FROM pushes WHERE product_id = ${productId}`)).toBe(1);
  });

  it('that is resent with its commandId returns the first result and does nothing again', async () => {
    const desk = await demo();
    const { productId } = await desk.must('shelf.arm', { linkNumber: 2 });
    const first = await desk.run('shelf.go', { productId }, 'the-same-command');
    const again = rig.screen('desk');
    const second = await again.run('shelf.go', { productId }, 'the-same-command');
    expect(first).toEqual(second);
    expect(first.ok).toBe(true);
    expect(count('SELECT count(*) FROM pushes')).toBe(1);
  });

  it('from a role that may not call it is refused before its input is read', async () => {
    await demo();
    const anchor = rig.screen('anchor');
    const result = await anchor.run('show.end', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
    for (const [name, entry] of Object.entries(commands)) {
      expect(entry.callers.length, name).toBeGreaterThan(0);
      expect(entry.callers.includes('overlay' as never), name).toBe(name === 'push.confirm');
    }
  });

  it('with a malformed input is refused with the place that is wrong, and changes nothing', async () => {
    const desk = await demo();
    desk.raw({
      type: 'command',
      commandId: 'malformed-1',
      roomId: MAIN_ROOM,
      name: 'cue.send',
      input: { kind: 'price', text: '' },
    });
    desk.raw('garbage');
    await settled();
    expect(desk.frames).toContainEqual({
      type: 'refused',
      commandId: 'malformed-1',
      error: { code: 'text_missing', params: { what: 'text' } },
    });
    expect(desk.frames).toContainEqual({
      type: 'refused',
      commandId: null,
      error: { code: 'bad_request', params: { what: 'frame' } },
    });
    expect(count('SELECT count(*) FROM cues')).toBe(0);
  });
});

describe('a screen', () => {
  it('that speaks another protocol version is told to load itself anew', async () => {
    const desk = rig.screen('desk');
    desk.frames.length = 0;
    desk.hello(999);
    expect(desk.frames).toEqual([{ type: 'reload', protocol: PROTOCOL_VERSION }]);
  });

  it('gets a snapshot, then batches whose numbers leave no hole', async () => {
    const desk = await demo();
    for (let step = 0; step < 40; step += 1) await rig.advance(250);
    let seq = -1;
    for (const frame of desk.frames) {
      if (frame.type === 'snapshot') seq = frame.snapshot.seq;
      if (frame.type !== 'batch') continue;
      expect(frame.batch.afterSeq).toBe(seq);
      seq = frame.batch.seq;
    }
    expect(desk.events().length).toBeGreaterThan(20);
    expect(seq).toBe(count('SELECT max(seq) FROM events'));
  });

  it('is never sent an event that is not yet committed', async () => {
    const desk = await demo();
    for (let step = 0; step < 20; step += 1) {
      await rig.advance(500);
      const newest = Math.max(0, ...desk.events().map((event) => event.seq));
      expect(newest).toBeLessThanOrEqual(count('SELECT max(seq) FROM events'));
    }
  });

  it('of the anchor is sent neither chat nor what is not its own', async () => {
    await demo();
    const anchor = rig.screen('anchor');
    for (let step = 0; step < 10; step += 1) await rig.advance(500);
    expect(Object.keys(anchor.snapshot().slices).sort()).toEqual([
      'blocks',
      'cues',
      'promises',
      'shelf',
      'show',
      'stage',
    ]);
    expect(anchor.snapshot().recent).toEqual([]);
    expect(anchor.events()).toEqual([]);
  });
});

describe('two rooms', () => {
  it('run side by side and never mix', async () => {
    const desk = await demo();
    const other = RoomId.parse('studio-b');
    await desk.must('room.create', { roomId: other, name: 'B', timeZone: 'UTC', currency: 'USD' });
    const second = rig.screen('desk', other);
    await second.must('show.create', { title: 'B', origin: 'live', currency: 'USD' });
    await second.must('show.start', {});
    const program = rig.screen('cli', other);
    const ts = rig.ports.clock.wallNow();
    await program.must('ingest.append', {
      sender: 'test-sender',
      events: [chat({ key: 'only-in-b', ts }, person('42', 'Bea'), 'hello b')],
    });
    await rig.advance(1_000);
    expect(second.events().map((event) => event.dedupeKey)).toContain('only-in-b');
    expect(desk.events().some((event) => event.roomId === other)).toBe(false);
    expect(second.events().every((event) => event.roomId === other)).toBe(true);
    expect(second.slice('metrics')?.totalChats).toBe(1);
    expect(second.slice('show').show?.origin).toBe('live');
    expect(desk.slice('show').show?.origin).toBe('demo');
  });

  it('refuse a command that names another room than the screen watches', async () => {
    const desk = await demo();
    desk.raw({
      type: 'command',
      commandId: 'elsewhere',
      roomId: 'nowhere',
      name: 'show.end',
      input: {},
    });
    await settled();
    expect(desk.frames.at(-1)).toMatchObject({ type: 'refused', error: { code: 'unknown_room' } });
  });
});

describe('events of another program', () => {
  it('are answered when they are on disk, and counted once however often they come', async () => {
    const desk = rig.screen('desk');
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const program = rig.screen('cli');
    const ts = rig.ports.clock.wallNow();
    const events = ['a', 'b', 'c'].map((key) => chat({ key, ts }, person('1', 'Ann'), key));
    const first = await program.must('ingest.append', { sender: 'test-sender', events });
    expect(first).toMatchObject({ stored: 3, duplicates: 0 });
    expect(count("SELECT count(*) FROM events WHERE dedupe_key IN ('a', 'b', 'c')")).toBe(3);
    const again = await program.must('ingest.append', { sender: 'test-sender', events });
    expect(again).toMatchObject({ stored: 0, duplicates: 3 });
    expect(count('SELECT sum(chats) FROM minute_counts')).toBe(3);
  });

  it('are refused as a whole when one is malformed', async () => {
    const desk = rig.screen('desk');
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const program = rig.screen('cli');
    const ts = rig.ports.clock.wallNow();
    const good = chat({ key: 'a', ts }, person('1', 'Ann'), 'a');
    const result = await program.run('ingest.append', {
      sender: 'test-sender',
      events: [good, { ...good, receivedTs: -1 }],
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    expect(count("SELECT count(*) FROM events WHERE dedupe_key = 'a'")).toBe(0);
  });
});
