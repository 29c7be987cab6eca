import type { FeedEvent } from '#shared/contract/room-event.ts';

import { say, sayContact } from './chatter.ts';
import { isFirstTimer } from './people.ts';
import type { RoomState, Second } from './second.ts';
import { usualOnline } from './second.ts';

/** Invitations to deal elsewhere, per second over all rooms, and how soon a moderator removes them. */
const CONTACT_HAZARD = 1 / 420;
const REMOVED_PART = 0.7;

type Removal = { readonly state: RoomState; readonly targetId: string; readonly person: number };

/** Writes `count` messages of people who are in the room; quiet seconds have nothing to tell. */
export function chat(second: Second, state: RoomState, seed: number, count: number): void {
  if (second.isQuiet) return;
  const { talk, mood, product, maker } = second;
  for (let left = count; left > 0; left -= 1) {
    const person = state.crowd.anyone(talk);
    if (person === null) return;
    const { topic, text } = say(state.room, mood, product, talk);
    const isGreeting = topic === 'greet' || topic === 'spike';
    const event: FeedEvent = {
      ...maker.envelope(state.room, talk.integer(1, 999), person),
      kind: 'chat',
      fragments: [{ type: 'text', text }],
      replyTo: null,
      pinned: false,
    };
    second.out.push(isGreeting && isFirstTimer(seed, person) ? { ...event, isFirst: true } : event);
  }
}

/** Likes come in bundles; each adds to the room's total. */
export function like(second: Second, state: RoomState, count: number): void {
  const { random, maker, out } = second;
  for (let left = count; left > 0; left -= 1) {
    const person = state.crowd.anyone(random);
    if (person === null) return;
    const taps = random.integer(1, 15);
    state.likeTotal += taps;
    if (second.isQuiet) continue;
    out.push({
      ...maker.envelope(state.room, second.talk.integer(1, 999), person),
      kind: 'like',
      count: taps,
      total: state.likeTotal,
    });
  }
}

/** Off-platform contact once in a while, and the moderator who mostly removes it. */
export class Incidents {
  readonly #removals = new Map<number, Removal>();

  happen(second: Second, rooms: readonly RoomState[]): void {
    this.#remove(second);
    const { random, tick } = second;
    if (!random.chance(CONTACT_HAZARD)) return;
    const state = random.pick(rooms);
    const person = state.crowd.anyone(random);
    const removedTick = random.chance(REMOVED_PART) ? tick + random.integer(8, 40) : null;
    if (person === null || usualOnline(state) < 20) return;
    const targetId = `${state.room.prefix}-${tick.toString(36)}-contact`;
    if (removedTick !== null) this.#removals.set(removedTick, { state, targetId, person });
    if (second.isQuiet) return;
    second.out.push({
      ...second.maker.keyed(state.room, second.talk.integer(1, 999), person, targetId),
      kind: 'chat',
      fragments: [{ type: 'text', text: sayContact(state.room, second.talk) }],
      replyTo: null,
      pinned: false,
    });
  }

  #remove(second: Second): void {
    const removal = this.#removals.get(second.tick);
    if (removal === undefined) return;
    this.#removals.delete(second.tick);
    if (second.isQuiet) return;
    const { state, targetId, person } = removal;
    const offender = second.maker.keyed(state.room, 1, person, `${targetId}-removed`);
    second.out.push({
      ...offender,
      actor: null,
      kind: 'chat.deleted',
      targetId,
      userId: offender.actor?.platformUserId ?? null,
      text: null,
    });
  }
}
