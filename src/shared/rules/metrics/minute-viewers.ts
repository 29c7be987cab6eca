const MINUTE_MS = 60_000;

type Held = { ts: number; value: number };

/**
 * Mean concurrent viewers of a show (平均在线): of each minute the last figure of every source, summed;
 * the mean over the minutes in which one was given. Late figures land in their own minute.
 */
export class MinuteViewers {
  readonly #minutes = new Map<number, Map<number, Held>>();
  readonly #ofSource = new Map<number, { sum: number; minutes: number }>();
  #sum = 0;

  /** A source's figure in the order of the log: of two of one time the later one holds. */
  set(sourceId: number, ts: number, value: number): void {
    const minute = Math.floor(ts / MINUTE_MS);
    let held = this.#minutes.get(minute);
    if (held === undefined) {
      held = new Map();
      this.#minutes.set(minute, held);
    }
    const own = this.#own(sourceId);
    const before = held.get(sourceId);
    if (before === undefined) {
      held.set(sourceId, { ts, value });
      own.minutes += 1;
    } else if (before.ts > ts) {
      return;
    }
    const added = value - (before?.value ?? 0);
    own.sum += added;
    this.#sum += added;
    if (before !== undefined) Object.assign(before, { ts, value });
  }

  /** Null before the first figure. */
  mean(): number | null {
    return this.#minutes.size === 0 ? null : this.#sum / this.#minutes.size;
  }

  meanOf(sourceId: number): number | null {
    const own = this.#ofSource.get(sourceId);
    return own === undefined ? null : own.sum / own.minutes;
  }

  #own(sourceId: number): { sum: number; minutes: number } {
    let own = this.#ofSource.get(sourceId);
    if (own === undefined) {
      own = { sum: 0, minutes: 0 };
      this.#ofSource.set(sourceId, own);
    }
    return own;
  }
}
