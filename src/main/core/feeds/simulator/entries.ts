import type { FeedEventOf } from '#shared/contract/room-event.ts';

import type { RoomState, Second } from './second.ts';
import { ENTRIES_PER_SECOND, RAID, entryFactorAt } from './script.ts';

const VIEWERS_EVERY_TICKS = 5;
/** The people of a raid arrive over this many seconds. */
const RAID_ARRIVAL_TICKS = 20;
/** Part of a prescribed event rate that is people entering. */
const ENTRY_PART = 0.15;

const entryTypes = ['feed', 'feed', 'feed', 'follow', 'search', 'share'] as const;

/** How many enter this room in this second; `rate` is the prescribed events a second, if any. */
export function entriesOf(second: Second, state: RoomState, rate: number | null): number {
  const { random, offsetMs } = second;
  const base = rate === null ? ENTRIES_PER_SECOND * entryFactorAt(offsetMs) : rate * ENTRY_PART;
  return random.poisson(base * state.room.share + raidersAt(state, offsetMs));
}

/** `count` people enter, each with an event. */
export function enter(second: Second, state: RoomState, count: number): void {
  const { random, talk, tick, maker, out } = second;
  for (let left = count; left > 0; left -= 1) {
    const person = state.crowd.enter(tick, random);
    if (second.isQuiet) continue;
    out.push({
      ...maker.envelope(state.room, talk.integer(1, 999), person),
      kind: 'join',
      entryType: state.room.tellsEntryType ? talk.pick(entryTypes) : null,
    });
  }
  state.viewersPeak = Math.max(state.viewersPeak, state.crowd.online);
}

/**
 * After the first second and then every five: exactly who has entered and not left at the start of
 * this second.
 */
export function countViewers(second: Second, state: RoomState): void {
  const isDue = second.tick > 0 && second.tick % VIEWERS_EVERY_TICKS === 0;
  if (second.isQuiet || (second.tick !== 1 && !isDue)) return;
  const event: FeedEventOf<'viewers'> = {
    ...second.maker.envelope(state.room, 0, null),
    kind: 'viewers',
    current: state.crowd.online,
    peak: state.viewersPeak,
    total: state.crowd.entries,
    isApprox: false,
  };
  second.out.push(event);
}

/** The raid itself, as the platform tells it. */
export function raid(second: Second, state: RoomState): void {
  if (!state.room.isRaided || second.offsetMs !== RAID.atMs) return;
  const person = state.crowd.anyone(second.random);
  if (person === null || second.isQuiet) return;
  second.out.push({
    ...second.maker.envelope(state.room, 1, person),
    kind: 'raid',
    viewers: RAID.viewers,
    systemText: `${RAID.viewers} raiders have joined!`,
  });
}

function raidersAt(state: RoomState, offsetMs: number): number {
  if (!state.room.isRaided) return 0;
  const since = offsetMs - RAID.atMs;
  return since >= 0 && since < RAID_ARRIVAL_TICKS * 1000 ? RAID.viewers / RAID_ARRIVAL_TICKS : 0;
}
