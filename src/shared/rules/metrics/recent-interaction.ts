import type { EventKind } from '../../contract/room-event.ts';

/** What counts as interacting (互动): a person did something in the room beside watching and buying. */
export const INTERACTING_KINDS = [
  'chat',
  'gift',
  'paid_message',
  'membership',
  'follow',
  'like',
  'share',
  'reward',
] as const satisfies readonly EventKind[];

const INTERACTING: ReadonlySet<EventKind> = new Set(INTERACTING_KINDS);

export function isInteracting(kind: EventKind): boolean {
  return INTERACTING.has(kind);
}

type Seen = { ts: number; chatTs: number };
type Counts = { readonly interacting: number; readonly chatters: number };

/**
 * Who did something in one source's room within the last `windowMs`. A person is (platform, id
 * there), by name where the id is hidden; nobody is merged with a namesake of another platform.
 */
export class RecentInteraction {
  readonly #windowMs: number;
  readonly #people = new Map<string, Map<string, Seen>>();
  /** Asked for twice at one time, a large room is counted once. */
  #counted: { readonly nowTs: number; readonly counts: Counts } | null = null;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** `isChat`: a message, which makes a chatter of whoever wrote it. */
  saw(platform: string, person: string, ts: number, isChat: boolean): void {
    this.#counted = null;
    let people = this.#people.get(platform);
    if (people === undefined) {
      people = new Map();
      this.#people.set(platform, people);
    }
    const chatTs = isChat ? ts : Number.NEGATIVE_INFINITY;
    const held = people.get(person);
    if (held === undefined) {
      people.set(person, { ts, chatTs });
      return;
    }
    if (held.ts < ts) held.ts = ts;
    if (held.chatTs < chatTs) held.chatTs = chatTs;
  }

  /** Distinct people as of `nowTs`. Forgets those who were not seen within the window. */
  at(nowTs: number): Counts {
    if (this.#counted?.nowTs === nowTs) return this.#counted.counts;
    const oldest = nowTs - this.#windowMs;
    let interacting = 0;
    let chatters = 0;
    for (const people of this.#people.values()) {
      for (const [person, { ts, chatTs }] of people) {
        if (ts <= oldest) people.delete(person);
        else if (chatTs > oldest) chatters += 1;
      }
      interacting += people.size;
    }
    this.#counted = { nowTs, counts: { interacting, chatters } };
    return this.#counted.counts;
  }

  platforms(): Iterable<string> {
    return this.#people.keys();
  }

  /** Adds who of a platform chatted to `chatters`: for one who writes in two rooms of it. */
  addChatters(platform: string, nowTs: number, chatters: Set<string>): void {
    const oldest = nowTs - this.#windowMs;
    for (const [person, { chatTs }] of this.#people.get(platform) ?? []) {
      if (chatTs > oldest) chatters.add(person);
    }
  }
}

/** Distinct chatters over several rooms: one who writes in two rooms of a platform is one person. */
export function distinctChatters(rooms: readonly RecentInteraction[], nowTs: number): number {
  const held = new Map<string, RecentInteraction[]>();
  for (const room of rooms) {
    for (const platform of room.platforms()) {
      held.set(platform, [...(held.get(platform) ?? []), room]);
    }
  }
  const isShared = [...held.values()].some((sharing) => sharing.length > 1);
  if (!isShared) return rooms.reduce((sum, room) => sum + room.at(nowTs).chatters, 0);
  let count = 0;
  for (const [platform, sharing] of held) {
    const chatters = new Set<string>();
    for (const room of sharing) room.addChatters(platform, nowTs, chatters);
    count += chatters.size;
  }
  return count;
}
