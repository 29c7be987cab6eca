import { describe, expect, onTestFinished, test } from 'vitest';

import { NO_OUTAGE } from '#core/feeds/feed.ts';
import { replayFeed } from '#core/feeds/replay/feed.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { type PlaybackClock, playbackPorts } from '#tests/core/feeds/playback-clock.ts';
import {
  type PlaybackRoom,
  playbackRoom,
  recordingSink,
  type Told,
} from '#tests/core/feeds/playback-rig.ts';

import { FIRST_TS, chatAt, stored, writeRecording } from './recordings.ts';

type Rig = {
  readonly told: Told;
  readonly room: PlaybackRoom;
  readonly clock: PlaybackClock;
  stop(): Promise<void>;
  /** Lets file reads finish until the condition holds; the clock stands still. */
  until(condition: () => boolean): Promise<void>;
  /** Advances the clock in steps until the recording is told to its end. */
  untilEnd(): Promise<void>;
};

function startReplay(options: Record<string, unknown>, speed: number, sinceStartMs: number): Rig {
  const { ports, clock } = playbackPorts();
  const { sink, told } = recordingSink();
  const room = playbackRoom(clock, speed, sinceStartMs);
  const running = replayFeed.start(
    { channel: '', address: null, options, login: null },
    sink,
    room,
    ports,
  );
  onTestFinished(() => running.stop());
  const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
  return {
    told,
    room,
    clock,
    stop: () => running.stop(),
    async until(condition) {
      while (!condition()) await turn();
    },
    async untilEnd() {
      while (told.progress.at(-1)?.isFinished !== true) {
        clock.advance(50);
        await turn();
      }
    },
  };
}

function keys(told: Told): string[] {
  return told.events.map(({ dedupeKey }) => dedupeKey);
}

function fileOf(events: readonly FeedEvent[]): Promise<string> {
  return writeRecording(
    'show.jsonl',
    events.map((event) => JSON.stringify(event)),
  );
}

describe('a recorded file', () => {
  test.each([1, 5, 20])('is told in order at its pace, %d times as fast', async (speed) => {
    const path = await fileOf([0, 400, 2_000, 9_000].map((atMs) => chatAt(atMs, `k${atMs}`)));
    const rig = startReplay({ kind: 'file', path }, speed, 0);
    await rig.until(() => rig.told.events.length === 1);
    const startTs = rig.room.showStartTs();
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['k0', 'k400', 'k2000', 'k9000']);
    expect(rig.told.events.map((event) => (event.platformTs ?? 0) - startTs)).toEqual([
      0, 400, 2_000, 9_000,
    ]);
    const lastReceived = (rig.told.events.at(-1)?.receivedTs ?? 0) - startTs;
    expect(lastReceived).toBeGreaterThanOrEqual(9_000 / speed);
    expect(lastReceived).toBeLessThan(9_000 / speed + 200);
    expect(rig.told.events.every(({ source }) => source === 'replay')).toBe(true);
  });

  test('nothing is told before it is due', async () => {
    const path = await fileOf([chatAt(0, 'a'), chatAt(10_000, 'b')]);
    const rig = startReplay({ kind: 'file', path }, 1, 0);
    await rig.until(() => rig.told.events.length === 1);
    for (let steps = 0; steps < 199; steps += 1) {
      rig.clock.advance(50);
      await Promise.resolve();
    }
    expect(keys(rig.told)).toEqual(['a']);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['a', 'b']);
  });

  test('a change of speed takes hold at once', async () => {
    const path = await fileOf([chatAt(0, 'a'), chatAt(100_000, 'b')]);
    const rig = startReplay({ kind: 'file', path }, 1, 0);
    await rig.until(() => rig.told.events.length === 1);
    rig.clock.advance(20_000);
    rig.room.setSpeed(20);
    await rig.untilEnd();
    const receivedMs = (rig.told.events[1]?.receivedTs ?? 0) - rig.room.showStartTs();
    expect(receivedMs).toBeGreaterThanOrEqual(24_000);
    expect(receivedMs).toBeLessThan(24_200);
  });

  test('exported events keep their corrected time; facts of the desk are left to this desk', async () => {
    const late = { ...stored(chatAt(900, 'b'), 8), eventTs: FIRST_TS + 500 };
    const fact = { ...stored(chatAt(100, 'push'), 7), kind: 'shelf.pushed', pushId: 1 };
    const lines = [stored(chatAt(0, 'a'), 6), fact, late].map((line) => JSON.stringify(line));
    const rig = startReplay({ kind: 'file', path: await writeRecording('x.jsonl', lines) }, 20, 0);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['a', 'b']);
    expect((rig.told.events[1]?.platformTs ?? 0) - rig.room.showStartTs()).toBe(500);
    expect(rig.told.events[0]).not.toHaveProperty('seq');
    expect(rig.told.bad).toEqual([]);
  });

  test('bad lines are counted and do not stop it', async () => {
    const good = JSON.stringify(chatAt(0, 'a'));
    const lines = [
      '\uFEFF' + good,
      '{"kind":',
      '[]',
      JSON.stringify({ ...chatAt(5, 'c'), kind: 'dance' }),
      JSON.stringify({ ...chatAt(5, 'd'), receivedTs: 'soon' }),
      '',
      `"${'x'.repeat(1_200_000)}"`,
      JSON.stringify(chatAt(10, 'z')),
    ];
    const rig = startReplay({ kind: 'file', path: await writeRecording('x.jsonl', lines) }, 20, 0);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['a', 'z']);
    expect(rig.told.bad.map(({ reason }) => reason)).toEqual([
      'not_json',
      'not_an_event',
      'unknown_kind',
      'not_an_event',
      'line_too_long',
    ]);
  });

  test('an event with a wrong time is told in its place', async () => {
    const wild = { ...chatAt(0, 'wild'), platformTs: FIRST_TS + 9e11 };
    const early = { ...chatAt(0, 'early'), platformTs: 5 };
    const path = await fileOf([chatAt(0, 'a'), wild, early, chatAt(1_000, 'b')]);
    const rig = startReplay({ kind: 'file', path }, 20, 0);
    await rig.untilEnd();
    expect(
      rig.told.events.map((event) => (event.platformTs ?? 0) - rig.room.showStartTs()),
    ).toEqual([0, 0, 0, 1_000]);
  });

  test('raw chat lines of a .txt file are decoded', async () => {
    const line = (id: string, ts: number) =>
      `@display-name=Kenji;id=${id};room-id=88;tmi-sent-ts=${ts};user-id=5 ` +
      `:kenji!kenji@kenji.tmi.twitch.tv PRIVMSG #linen :hello ${id}`;
    const path = await writeRecording('irc.txt', [
      'PING :tmi.twitch.tv',
      line('m1', FIRST_TS),
      line('m2', FIRST_TS + 3_000),
    ]);
    const rig = startReplay({ kind: 'file', path }, 20, 0);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['m1', 'm2']);
    expect(
      rig.told.events.map((event) => (event.platformTs ?? 0) - rig.room.showStartTs()),
    ).toEqual([0, 3_000]);
  });

  test('a file that cannot be read is reported', async () => {
    const rig = startReplay({ kind: 'file', path: '/no/such/file.jsonl' }, 1, 0);
    await rig.until(() => rig.told.reports.length > 0);
    expect(rig.told.reports).toEqual([{ link: 'failed', reason: 'file_unreadable', ...NO_OUTAGE }]);
  });

  test('tells nothing after it was stopped', async () => {
    const path = await fileOf([chatAt(0, 'a'), chatAt(1_000, 'b')]);
    const rig = startReplay({ kind: 'file', path }, 1, 0);
    await rig.until(() => rig.told.events.length === 1);
    await rig.stop();
    rig.clock.advance(10_000);
    expect(keys(rig.told)).toEqual(['a']);
  });

  test('after a restart it goes on near its place', async () => {
    const path = await fileOf(
      [0, 50_000, 118_000, 121_000].map((atMs) => chatAt(atMs, `k${atMs}`)),
    );
    const rig = startReplay({ kind: 'file', path }, 1, 120_000);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(['k118000', 'k121000']);
    expect(rig.told.events[1]?.platformTs).toBe(rig.room.showStartTs() + 121_000);
  });
});

describe('a stored show', () => {
  test('is read page by page after the place reached', async () => {
    const rows = Array.from({ length: 1_250 }, (_, place) =>
      stored(chatAt(Math.floor(place / 3) * 10, `k${place}`), place + 1),
    );
    const asked: [number, number][] = [];
    const pages = (afterTs: number, afterSeq: number, limit: number) => {
      asked.push([afterTs, afterSeq]);
      const rest = rows.filter(
        (row) =>
          Number(row['eventTs']) > afterTs ||
          (row['eventTs'] === afterTs && Number(row['seq']) > afterSeq),
      );
      return Promise.resolve(rest.slice(0, limit));
    };
    const lastTs = Number(rows.at(-1)?.['eventTs']);
    const rig = startReplay({ kind: 'events', pages, lastTs }, 20, 0);
    await rig.untilEnd();
    expect(keys(rig.told)).toEqual(rows.map((row) => row['dedupeKey']));
    expect(asked).toHaveLength(4);
    const fractions = rig.told.progress.map(({ fraction }) => fraction ?? -1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });
});
