const MINUTE_MS = 60_000;

type Told = { readonly ts: number; readonly current: number; readonly isApprox: boolean };
type Sum = { readonly value: number; readonly isApprox: boolean };

/**
 * Mean concurrent viewers of a show (平均在线): of each minute the last figure of every room, summed;
 * the mean over the minutes in which one was given. Late figures land in their own minute.
 */
export class MinuteViewers {
  readonly #minutes = new Map<number, Map<string, Told>>();
  readonly #ofSource = new Map<number, { sum: number; minutes: Set<number> }>();
  #sum = 0;

  /**
   * A room's figure in the order of the log: of two of one time the later one holds. What its minute
   * comes to then; null where it is older than the one that holds.
   */
  set(sourceId: number, room: string, { ts, current, isApprox }: Told): Sum | null {
    const minute = Math.floor(ts / MINUTE_MS);
    let held = this.#minutes.get(minute);
    if (held === undefined) {
      held = new Map();
      this.#minutes.set(minute, held);
    }
    const before = held.get(room);
    if (before !== undefined && before.ts > ts) return null;
    held.set(room, { ts, current, isApprox });
    const added = current - (before?.current ?? 0);
    const own = this.#own(sourceId);
    own.minutes.add(minute);
    own.sum += added;
    this.#sum += added;
    return sumOf(held);
  }

  /** Null before the first figure. */
  mean(): number | null {
    return this.#minutes.size === 0 ? null : this.#sum / this.#minutes.size;
  }

  meanOf(sourceId: number): number | null {
    const own = this.#ofSource.get(sourceId);
    return own === undefined ? null : own.sum / own.minutes.size;
  }

  #own(sourceId: number): { sum: number; minutes: Set<number> } {
    let own = this.#ofSource.get(sourceId);
    if (own === undefined) {
      own = { sum: 0, minutes: new Set() };
      this.#ofSource.set(sourceId, own);
    }
    return own;
  }
}

function sumOf(held: ReadonlyMap<string, Told>): Sum {
  const sum = { value: 0, isApprox: false };
  for (const { current, isApprox } of held.values()) {
    sum.value += current;
    sum.isApprox ||= isApprox;
  }
  return sum;
}
