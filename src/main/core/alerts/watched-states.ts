import type { SourceStatus } from '#shared/rules/live-metrics.ts';
import type { StateNow } from '#shared/rules/alerts/alert-engine.ts';

/** A small room can stay at one number for a while; this many people cannot. */
const FROZEN_FROM = 20;
/** The same number from fewer messages is a slow platform, not a frozen one. */
const FROZEN_MESSAGES = 4;

type Looked = Pick<SourceStatus, 'id' | 'platform' | 'link' | 'can'>;
type Still = { readonly value: number; readonly sinceTs: number; messages: number };

/** Which sources are silent or lie, by what they say and by what their links say. Show time. */
export class WatchedStates {
  readonly #still = new Map<number, Still>();
  readonly #silentSince = new Map<number, number>();
  readonly #wasReady = new Set<number>();
  /** Sources that were not received at some moment of a minute. */
  readonly #missed = new Map<number, Set<number>>();

  /** A viewer figure that is on disk, of source `sourceId`; `eventTs` is show time. */
  sawViewers(
    sourceId: number,
    event: { readonly current: number; readonly eventTs: number },
  ): void {
    const held = this.#still.get(sourceId);
    if (held?.value === event.current) {
      held.messages += 1;
      return;
    }
    this.#still.set(sourceId, { value: event.current, sinceTs: event.eventTs, messages: 1 });
  }

  /** As often as the room looks at its links. A source that was never received is only coming. */
  look(sources: readonly Looked[], nowTs: number): readonly StateNow[] {
    const missed = this.#missedIn(Math.floor(nowTs / 60_000));
    const states: StateNow[] = [];
    for (const { id, platform, link, can } of sources) {
      if (link === 'ready') {
        this.#wasReady.add(id);
        this.#silentSince.delete(id);
      } else {
        missed.add(id);
        if (!this.#wasReady.has(id)) continue;
        const sinceTs = this.#silentSince.get(id) ?? nowTs;
        this.#silentSince.set(id, sinceTs);
        states.push({ state: 'source_silent', subject: platform, sinceTs, value: null });
        // Silence is no frozen number.
        this.#still.delete(id);
        continue;
      }
      const still = this.#still.get(id);
      if (!can.viewers || still === undefined) continue;
      if (still.value < FROZEN_FROM || still.messages < FROZEN_MESSAGES) continue;
      const { sinceTs, value } = still;
      states.push({ state: 'viewers_frozen', subject: platform, sinceTs, value });
    }
    return states;
  }

  /** Whether the source was received whenever it was looked at in this minute. */
  wasReceived(sourceId: number, minute: number): boolean {
    return !(this.#missed.get(minute)?.has(sourceId) ?? false);
  }

  #missedIn(minute: number): Set<number> {
    let missed = this.#missed.get(minute);
    if (missed === undefined) {
      missed = new Set();
      this.#missed.set(minute, missed);
      for (const held of this.#missed.keys()) if (held < minute - 5) this.#missed.delete(held);
    }
    return missed;
  }
}
