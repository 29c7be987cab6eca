import type { Actor } from '#shared/contract/actor.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';

import type { DemoRoom } from './data/rooms.ts';
import { actorOf } from './people.ts';

export type Envelope = {
  readonly platform: string;
  readonly source: 'simulator';
  readonly platformRoomId: string;
  readonly dedupeKey: string;
  readonly platformTs: number;
  readonly receivedTs: number;
  readonly test: false;
  readonly historical: false;
  readonly actor: Actor | null;
  readonly schema: typeof EVENT_SCHEMA;
};

/**
 * Makes the envelopes of one second. Keys are the second and a number within it, never a running
 * number: after a restart the same second gives the same keys whatever happened before it.
 */
export class EventMaker {
  readonly #seed: number;
  readonly #startTs: number;
  #tick = 0;
  #number = 0;

  constructor(seed: number, startTs: number) {
    this.#seed = seed;
    this.#startTs = startTs;
  }

  begin(tick: number): void {
    this.#tick = tick;
    this.#number = 0;
  }

  /** `atMs` 0..999 within the second; `person` null where the event is nobody's. */
  envelope(room: DemoRoom, atMs: number, person: number | null): Envelope {
    this.#number += 1;
    const key = `${room.prefix}-${this.#tick.toString(36)}-${this.#number.toString(36)}`;
    return this.keyed(room, atMs, person, key);
  }

  keyed(room: DemoRoom, atMs: number, person: number | null, dedupeKey: string): Envelope {
    const ts = this.#startTs + this.#tick * 1000 + atMs;
    return {
      platform: room.platform,
      source: 'simulator',
      platformRoomId: room.platformRoomId,
      dedupeKey,
      platformTs: ts,
      receivedTs: ts,
      test: false,
      historical: false,
      actor: person === null ? null : actorOf(room, this.#seed, person),
      schema: EVENT_SCHEMA,
    };
  }
}
