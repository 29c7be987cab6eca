import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { commands, type CommandName } from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { SLICES_OF_ROLE } from '#shared/contract/room-snapshot.ts';
import { RoomId } from '#shared/model/ids.ts';
import { ScreenRole } from '#shared/model/screen.ts';
import {
  type CoreRig,
  MAIN_ROOM,
  type RigScreen,
  settled,
  startRig,
} from '#tests/support/core-rig.ts';

const OTHER_ROOM = RoomId.parse('second');
const NAMES = Object.keys(commands) as CommandName[];
const SCOPED = ['anchor', 'overlay', 'assistant', 'team'] as const;

let rig: CoreRig;
let desk: RigScreen;
beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('room.create', {
    roomId: OTHER_ROOM,
    name: 'Second',
    timeZone: 'UTC',
    currency: 'USD',
  });
});
afterEach(() => rig.close());

/** A command whose input is nonsense: the caller is checked before the input is looked at. */
async function refusalOf(screen: RigScreen, name: CommandName, roomId: RoomId): Promise<string> {
  const commandId = screen.nextId();
  screen.raw({ type: 'command', commandId, roomId, name, input: { nonsense: name } });
  for (;;) {
    const answer = screen.frames.find(
      (frame) =>
        (frame.type === 'reply' || frame.type === 'refused') && frame.commandId === commandId,
    );
    if (answer?.type === 'refused') return answer.error.code;
    if (answer?.type === 'reply') return 'ran';
    await settled();
  }
}

describe.each(ScreenRole.options)('the role %s', (role) => {
  test('may call what the contract says and nothing else, checked before the input', async () => {
    const screen = rig.screen(role);
    const isCaller = (name: CommandName): boolean =>
      (commands[name].callers as readonly string[]).includes(role);
    const seen: Record<string, string> = {};
    for (const name of NAMES) seen[name] = await refusalOf(screen, name, MAIN_ROOM);
    expect(seen).toEqual(
      Object.fromEntries(
        NAMES.map((name) => [name, isCaller(name) ? 'bad_request' : 'not_allowed']),
      ),
    );
  });

  test('is sent its slices and no others', () => {
    const { slices } = rig.screen(role).snapshot();
    expect(Object.keys(slices).toSorted()).toEqual([...SLICES_OF_ROLE[role]].toSorted());
  });
});

describe.each(SCOPED)('a screen of one room, as %s,', (role) => {
  test('cannot read another: its hello is refused, and nothing of it comes', async () => {
    const screen = rig.screen(role);
    await settled();
    const before = screen.frames.length;
    screen.raw({ type: 'hello', protocol: PROTOCOL_VERSION, roomId: OTHER_ROOM, screenName: role });
    expect(screen.frames.slice(before)).toMatchObject([
      { type: 'refused', commandId: null, error: { code: 'not_allowed' } },
    ]);
    const elsewhere = rig.screen('desk', OTHER_ROOM);
    await elsewhere.must('show.create', { title: 'There', origin: 'rehearsal', currency: 'CNY' });
    await elsewhere.must('cue.send', { kind: 'welcome', text: 'for the other room' });
    await settled();
    expect(JSON.stringify(screen.frames)).not.toContain('for the other room');
  });

  test('cannot command another', async () => {
    const screen = rig.screen(role);
    for (const name of NAMES) {
      expect(await refusalOf(screen, name, OTHER_ROOM)).toBe('unknown_room');
    }
  });

  test('opens its own room without naming it', () => {
    const screen = rig.screen(role, OTHER_ROOM);
    screen.raw({ type: 'hello', protocol: PROTOCOL_VERSION, roomId: null, screenName: role });
    expect(screen.snapshot().roomId).toBe(OTHER_ROOM);
  });
});

test('ids of another room are no way into it', async () => {
  const there = rig.screen('desk', OTHER_ROOM);
  const { showId } = await there.must('demo.start', {
    seed: 1,
    language: 'zh-CN',
    speed: 1,
    eventsPerSecond: null,
  });
  await there.must('cue.send', { kind: 'welcome', text: 'said there' });
  await rig.advance(1_000);
  const cue = there.slice('cues').current;
  if (cue === null) throw new Error('no cue waits there');
  await desk.must('show.create', { title: 'Here', origin: 'rehearsal', currency: 'CNY' });
  const team = rig.screen('team');
  const anchor = rig.screen('anchor');
  const review = await team.run('review.get', { showId });
  expect(review).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
  const answer = await anchor.run('cue.answer', { cueId: cue.id, answer: 'done' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unknown_cue' } });
  expect(there.slice('cues').current?.state).toBe('sent');
});

test('a desk must name a room; there is none it belongs to', () => {
  const stray = rig.screen('desk');
  const before = stray.frames.length;
  stray.raw({ type: 'hello', protocol: PROTOCOL_VERSION, roomId: null, screenName: 'desk' });
  expect(stray.frames.slice(before)).toMatchObject([
    { type: 'refused', error: { code: 'unknown_room' } },
  ]);
});
