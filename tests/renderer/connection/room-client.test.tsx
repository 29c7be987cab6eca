import { beforeEach, describe, expect, it, vi } from 'vitest';

import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { createRoomClient } from '#renderer/connection/room-client.ts';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { RoomId } from '#shared/model/ids.ts';
import { createFakeTransport } from '#tests/support/fake-transport.ts';
import { SAMPLE_NOW, sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { sampleChat } from '#tests/support/sample-events.ts';

function setUp() {
  const transport = createFakeTransport();
  const store = createRoomStore();
  const frames: (() => void)[] = [];
  const reloadPage = vi.fn();
  const looks = new Set<() => void>();
  let now = SAMPLE_NOW;
  const client = createRoomClient(
    {
      transport,
      store,
      roomId: RoomId.parse('main'),
      screenName: 'Desk 1',
      language: () => 'en',
    },
    {
      scheduleFrame: (run) => {
        frames.push(run);
        return () => frames.splice(frames.indexOf(run), 1);
      },
      reloadPage,
      wallNow: () => now,
      every: (periodMs, run) => {
        expect(periodMs).toBe(1_000);
        looks.add(run);
        return () => looks.delete(run);
      },
    },
  );
  client.start();
  return {
    transport,
    store,
    client,
    reloadPage,
    link: () => store.state.getState().link,
    hellos: () => transport.sent.filter((frame) => frame.type === 'hello'),
    batch: (patch: Parameters<typeof sampleBatch>[0]) =>
      transport.receive({ type: 'batch', batch: sampleBatch(patch) }),
    snapshot: (patch: Parameters<typeof sampleSnapshot>[0]) =>
      transport.receive({ type: 'snapshot', snapshot: sampleSnapshot(patch) }),
    nextFrame: () => {
      for (const run of frames.splice(0)) run();
    },
    frames,
    /** Seconds in which the page's timers run. */
    seconds: (count: number) => {
      for (let second = 0; second < count; second += 1) {
        now += 1_000;
        for (const look of looks) look();
      }
    },
    pings: () => transport.sent.filter((frame) => frame.type === 'ping'),
    wait: (ms: number) => {
      now += ms;
    },
  };
}

beforeEach(() => {
  window.sessionStorage.clear();
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

describe('snapshot and batches', () => {
  it('says hello with every connection and is live with the snapshot', () => {
    const room = setUp();
    expect(room.link().state).toBe('connecting');
    room.transport.connect();
    expect(room.hellos()).toEqual([
      {
        type: 'hello',
        protocol: PROTOCOL_VERSION,
        roomId: 'main',
        screenName: 'Desk 1',
        language: 'en',
      },
    ]);
    room.snapshot({ seq: 10 });
    expect(room.link().state).toBe('live');
    expect(room.store.state.getState().show.show?.title).toBe('秋季亚麻专场');
  });

  it('applies the batches of a frame in one state change', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ seq: 10, series: [] });
    const changes = vi.fn();
    room.store.state.subscribe(changes);
    room.batch({
      afterSeq: 10,
      seq: 12,
      events: [sampleChat({ seq: 50_000, name: 'a', text: 'x' })],
    });
    room.batch({ afterSeq: 12, seq: 15 });
    expect(changes).not.toHaveBeenCalled();
    expect(room.frames).toHaveLength(1);
    room.nextFrame();
    expect(changes).toHaveBeenCalledTimes(1);
    expect(room.store.state.getState().seq).toBe(15);
    expect(room.store.chat.rows().at(-1)?.text).toBe('x');
  });

  it('asks anew when a batch is missing, and ignores batches until the snapshot', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ seq: 10 });
    room.batch({ afterSeq: 11, seq: 12 });
    room.batch({ afterSeq: 12, seq: 13 });
    expect(room.hellos()).toHaveLength(2);
    room.snapshot({ seq: 13 });
    room.batch({ afterSeq: 13, seq: 14 });
    room.nextFrame();
    expect(room.store.state.getState().seq).toBe(14);
    expect(room.hellos()).toHaveLength(2);
  });

  it('counts a frame it cannot read and recovers by the hole it leaves', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ seq: 10 });
    for (const garbage of [null, 7, 'x', { type: 'batch' }, { type: 'nonsense' }]) {
      room.transport.receive(garbage);
    }
    expect(room.link().badFrameCount).toBe(5);
    expect(room.link().state).toBe('live');
    room.batch({ afterSeq: 12, seq: 13 });
    expect(room.hellos()).toHaveLength(2);
  });

  it('keeps the core’s clock apart from its own', () => {
    const room = setUp();
    room.wait(-90_000);
    room.transport.connect();
    room.snapshot({});
    expect(room.store.state.getState().wallOffsetMs).toBe(90_000);
  });
});

describe('losing the core', () => {
  it('says since when, and that moment does not move with failed attempts', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    room.wait(5_000);
    room.transport.lose('lost');
    room.wait(3_000);
    room.transport.lose('lost');
    expect(room.link()).toMatchObject({ state: 'reconnecting', sinceTs: SAMPLE_NOW + 5_000 });
  });

  it('tells a restarted core from a lost connection', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ coreRun: 'run-1' });
    room.transport.connect();
    room.snapshot({ coreRun: 'run-1' });
    expect(room.link().restartedTs).toBeNull();
    room.wait(1_000);
    room.transport.connect();
    room.snapshot({ coreRun: 'run-2' });
    expect(room.link().restartedTs).toBe(SAMPLE_NOW + 1_000);
  });

  it('says that the core does not let this screen in', () => {
    const room = setUp();
    room.transport.lose('refused');
    expect(room.link().state).toBe('refused');
  });
});

describe('a core that holds the line and says nothing', () => {
  it('is asked, then said to be silent since it was last heard', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    room.seconds(1);
    expect(room.pings()).toHaveLength(0);
    room.seconds(2);
    expect(room.pings()).toHaveLength(2);
    expect(room.link().state).toBe('live');
    room.seconds(3);
    expect(room.link()).toMatchObject({ state: 'silent', sinceTs: SAMPLE_NOW });
  });

  it('is live again with its first word, without a new snapshot', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ seq: 10 });
    room.seconds(20);
    room.batch({ afterSeq: 10, seq: 12 });
    room.nextFrame();
    expect(room.link()).toMatchObject({ state: 'live', sinceTs: SAMPLE_NOW + 20_000 });
    expect(room.store.state.getState().seq).toBe(12);
    expect(room.hellos()).toHaveLength(1);
  });

  it('is not taken for silent when it answers, nor after a sleep of this machine', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    for (let round = 0; round < 5; round += 1) {
      room.seconds(4);
      room.transport.receive({ type: 'pong' });
    }
    room.wait(3_600_000);
    room.seconds(2);
    expect(room.link().state).toBe('live');
    expect(room.link().badFrameCount).toBe(0);
  });

  it('is doubted at once where the device says that its network is gone', () => {
    const room = setUp();
    room.client.doubt();
    room.transport.connect();
    room.snapshot({});
    room.client.doubt();
    expect(room.pings()).toHaveLength(1);
    room.transport.receive({ type: 'pong' });
    room.seconds(1);
    expect(room.link().state).toBe('live');
    room.client.doubt();
    room.seconds(1);
    expect(room.link().state).toBe('silent');
  });

  it('keeps the moment when the line breaks after all', () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    room.seconds(10);
    room.transport.lose('lost');
    expect(room.link()).toMatchObject({ state: 'reconnecting', sinceTs: SAMPLE_NOW });
  });
});

describe('commands', () => {
  it('answers with the parsed output', async () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    const result = room.client.run('shelf.go', {
      productId: sampleSnapshot({}).slices.shelf!.items[0]!.productId,
    });
    expect(room.link().waitingCount).toBe(1);
    room.transport.reply('shelf.go', { pushId: 4 });
    expect(await result).toEqual({ ok: true, value: { pushId: 4 } });
    expect(room.link().waitingCount).toBe(0);
  });

  it('hands a refusal on, and calls an output of the wrong shape an internal error', async () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    const refused = room.client.run('show.start', {});
    room.transport.refuse('show.start', 'show_wrong_state');
    expect(await refused).toMatchObject({ ok: false, error: { code: 'show_wrong_state' } });
    const malformed = room.client.run('show.end', {});
    room.transport.reply('show.end', { showId: 'seven' });
    expect(await malformed).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('sends a command again with the same id after a reconnect, behind the hello', async () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({});
    const result = room.client.run('block.next', {});
    room.transport.lose('lost');
    room.transport.connect();
    expect(room.transport.commands).toHaveLength(1);
    room.snapshot({});
    const [first, second] = room.transport.commands;
    expect(second).toEqual(first);
    expect(room.transport.sent.map((frame) => frame.type)).toEqual([
      'hello',
      'command',
      'hello',
      'command',
    ]);
    room.transport.reply('block.next', {});
    expect(await result).toEqual({ ok: true, value: {} });
  });

  it('keeps a command that was given while disconnected', async () => {
    const room = setUp();
    const result = room.client.run('bookmark.add', { note: '' });
    expect(room.transport.sent).toHaveLength(0);
    room.transport.connect();
    room.snapshot({});
    room.transport.reply('bookmark.add', { seq: 1, showId: 1, ts: 1 });
    expect((await result).ok).toBe(true);
  });

  it('refuses a command that the core would cut the line for, and sends nothing', async () => {
    const desk = setUp();
    desk.transport.connect();
    desk.snapshot({});
    const text = '长'.repeat(1024 * 1024);
    const result = await desk.client.run('cue.send', { kind: 'free', text });
    const params = { kilobytes: 3073, max: 2048 };
    expect(result).toEqual({ ok: false, error: { code: 'message_too_large', params } });
    expect(desk.transport.commands).toEqual([]);
    expect(desk.link()).toMatchObject({ state: 'live', waitingCount: 0 });
  });

  it('shows what a command changed before its caller goes on', async () => {
    const room = setUp();
    room.transport.connect();
    room.snapshot({ seq: 10 });
    const result = room.client.run('show.pause', {});
    room.batch({ afterSeq: 10, seq: 11 });
    room.transport.reply('show.pause', {});
    await result;
    expect(room.store.state.getState().seq).toBe(11);
  });
});

describe('another protocol version', () => {
  it('loads the page anew once, then says that it is outdated', () => {
    const room = setUp();
    room.transport.connect();
    room.transport.receive({ type: 'reload', protocol: 2 });
    room.transport.receive({ type: 'reload', protocol: 2 });
    expect(room.reloadPage).toHaveBeenCalledTimes(1);
    expect(room.link().state).toBe('outdated');
    room.wait(61_000);
    room.transport.receive({ type: 'reload', protocol: 2 });
    expect(room.reloadPage).toHaveBeenCalledTimes(2);
  });
});
