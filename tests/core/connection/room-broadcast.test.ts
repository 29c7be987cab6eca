import { beforeEach, describe, expect, test } from 'vitest';

import type { Connection } from '#core/connection/connection.ts';
import { FRAME_EVENTS, RoomBroadcast } from '#core/connection/room-broadcast.ts';
import { ROLE_LIMITS } from '#core/screens/role-limits.ts';
import type { ServerFrame } from '#shared/contract/frames.ts';
import { RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import { sampleReader } from '#tests/support/sample-reader.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const PERSON: PersonToErase = { platform: 'twitch', platformUserId: '42', names: ['seen'] };

type Screen = { readonly frames: ServerFrame[]; backlog: number };

let looks: (() => void)[];
let broadcast: RoomBroadcast;
beforeEach(() => {
  looks = [];
  broadcast = new RoomBroadcast(sampleReader('en'), 10, (run) => void looks.push(run));
});

function add(role: ScreenRole): Screen {
  const screen: Screen = { frames: [], backlog: 0 };
  const connection: Connection = {
    send: (frame) => void screen.frames.push(frame),
    onFrame: () => undefined,
    onClose: () => undefined,
    close: () => undefined,
    backlog: () => screen.backlog,
  };
  const snapshot = () => RoomSnapshot.parse({ ...sampleSnapshot({}), seq: broadcast.seq() });
  broadcast.add(connection, role, snapshot);
  screen.frames.length = 0;
  return screen;
}

const slicesOf = (frame: ServerFrame | undefined): readonly string[] =>
  frame?.type === 'batch' ? Object.keys(frame.batch.slices) : [];

function event(seq: number): RoomEvent {
  const [recent] = RoomSnapshot.parse(sampleSnapshot({})).recent;
  if (recent === undefined) throw new Error('the sample has no events');
  return { ...recent, seq };
}

describe('a screen that takes nothing', () => {
  test('is sent nothing more; the others are', () => {
    const slow = add('anchor');
    const quick = add('anchor');
    slow.backlog = ROLE_LIMITS.anchor.heldBackBytes + 1;
    for (let at = 0; at < 5; at += 1) {
      broadcast.changed('cues');
      broadcast.flush();
    }
    expect(slow.frames).toEqual([]);
    expect(quick.frames).toHaveLength(5);
  });

  test('gets all it missed at once when it reads again, though nothing else changes', () => {
    const slow = add('anchor');
    slow.backlog = ROLE_LIMITS.anchor.heldBackBytes + 1;
    broadcast.changed('cues');
    broadcast.flush();
    broadcast.changed('shelf');
    broadcast.flush();
    expect(looks).toHaveLength(1);
    looks.shift()?.();
    expect(slow.frames).toEqual([]);
    slow.backlog = 0;
    looks.shift()?.();
    expect(slow.frames).toHaveLength(1);
    expect(slicesOf(slow.frames[0])).toEqual(['shelf', 'cues']);
    broadcast.changed('blocks');
    broadcast.flush();
    expect(slicesOf(slow.frames[1])).toEqual(['blocks']);
  });

  test('of a role that sees events gets a snapshot, since events were left out', () => {
    const desk = add('desk');
    desk.backlog = ROLE_LIMITS.desk.heldBackBytes + 1;
    broadcast.committed([event(11)], []);
    broadcast.flush();
    expect(desk.frames).toEqual([]);
    desk.backlog = 0;
    broadcast.committed([event(12)], []);
    broadcast.flush();
    expect(desk.frames).toMatchObject([{ type: 'snapshot', snapshot: { seq: 12 } }]);
    broadcast.committed([event(13)], []);
    broadcast.flush();
    expect(desk.frames[1]).toMatchObject({ type: 'batch', batch: { afterSeq: 12, seq: 13 } });
  });

  test('still hears whose lines must go from it, after its snapshot', () => {
    const desk = add('desk');
    desk.backlog = ROLE_LIMITS.desk.heldBackBytes + 1;
    broadcast.erased(PERSON);
    broadcast.flush();
    desk.backlog = 0;
    looks.shift()?.();
    expect(desk.frames).toMatchObject([
      { type: 'snapshot' },
      { type: 'batch', batch: { erased: [PERSON] } },
    ]);
  });

  test('begins anew with another show only when it reads again', () => {
    const slow = add('overlay');
    slow.backlog = ROLE_LIMITS.overlay.heldBackBytes + 1;
    broadcast.restart();
    expect(slow.frames).toEqual([]);
    slow.backlog = 0;
    looks.shift()?.();
    expect(slow.frames).toMatchObject([{ type: 'snapshot' }]);
  });
});

describe('a flood of events', () => {
  const batchesOf = ({ frames }: Screen) =>
    frames.map((frame) => {
      if (frame.type !== 'batch') throw new Error(frame.type);
      return frame.batch;
    });

  test('goes out in frames of a moderate size, chained one to the next, all else in the last', () => {
    const desk = add('desk');
    const seqs = Array.from({ length: FRAME_EVENTS * 2 + 3 }, (_, index) => 11 + index);
    broadcast.changed('cues');
    broadcast.committed(seqs.map(event), []);
    broadcast.erased(PERSON);
    const batches = batchesOf(desk);
    expect(batches.map(({ events }) => events.length)).toEqual([FRAME_EVENTS, FRAME_EVENTS, 3]);
    expect(batches.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(seqs);
    expect(batches.map(({ afterSeq }) => afterSeq)).toEqual([
      10,
      ...batches.slice(0, -1).map(({ seq }) => seq),
    ]);
    expect(batches.at(-1)?.seq).toBe(seqs.at(-1));
    expect(batches.map(({ slices }) => Object.keys(slices))).toEqual([[], [], ['cues']]);
    expect(batches.map(({ erased }) => erased.length)).toEqual([0, 0, 1]);
  });

  test('with a gift that grew under its old place never goes back in the chain', () => {
    const desk = add('desk');
    const grown = Array.from({ length: FRAME_EVENTS }, () => event(3));
    broadcast.committed([...grown, event(11)], []);
    broadcast.flush();
    expect(batchesOf(desk)).toMatchObject([
      { afterSeq: 10, seq: 10 },
      { afterSeq: 10, seq: 11 },
    ]);
  });

  test('is nothing to a screen that sees no events', () => {
    const overlay = add('overlay');
    broadcast.committed(
      Array.from({ length: 500 }, (_, index) => event(11 + index)),
      [],
    );
    broadcast.flush();
    expect(overlay.frames).toEqual([]);
  });
});

test('what one screen may have waiting stays below a megabyte', () => {
  const { heldBackBytes, maxBacklogBytes } = ROLE_LIMITS.anchor;
  expect(heldBackBytes).toBeLessThan(maxBacklogBytes);
  expect(maxBacklogBytes).toBeLessThanOrEqual(1024 * 1024);
});
