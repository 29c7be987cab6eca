/** A viewer figure older than this says nothing about now. */
export const VIEWERS_STALE_MS = 90_000;

export type ViewerFigure = {
  readonly current: number;
  /** Views so far as the platform counts them; null where it gives none. */
  readonly total: number | null;
  readonly isApprox: boolean;
  /** Show time. */
  readonly ts: number;
};

/**
 * Concurrent viewers over several sources: the sum of their last figures, each for as long as it
 * says something. Live figures and the review use this one rule, so that their peaks agree.
 */
export class ConcurrentViewers {
  readonly #figures = new Map<number, ViewerFigure>();
  #peak: { readonly value: number; readonly isApprox: boolean } | null = null;

  /** Takes a source's figure. False: it is older than the last one, so only its views count. */
  set(sourceId: number, figure: ViewerFigure): boolean {
    const before = this.#figures.get(sourceId);
    // Views only grow: a message without them, with fewer or from earlier takes none away.
    const total = greater(before?.total ?? null, figure.total);
    if (before !== undefined && before.ts > figure.ts) {
      this.#figures.set(sourceId, { ...before, total });
      return false;
    }
    this.#figures.set(sourceId, { ...figure, total });
    const now = this.#sumAt(figure.ts);
    if (now !== null && (this.#peak === null || now.value > this.#peak.value)) this.#peak = now;
    return true;
  }

  /** The source's last figure, however old. */
  of(sourceId: number): ViewerFigure | undefined {
    return this.#figures.get(sourceId);
  }

  /** Sum of the figures that still say something at `ts`; null without any. */
  at(ts: number): number | null {
    return this.#sumAt(ts)?.value ?? null;
  }

  /** The greatest sum there was; null before the first figure. */
  peak(): { readonly value: number; readonly isApprox: boolean } | null {
    return this.#peak;
  }

  /** Views over all sources; null where none counts them. */
  views(): number | null {
    let sum: number | null = null;
    for (const { total } of this.#figures.values()) if (total !== null) sum = (sum ?? 0) + total;
    return sum;
  }

  #sumAt(ts: number): { value: number; isApprox: boolean } | null {
    let sum: { value: number; isApprox: boolean } | null = null;
    for (const figure of this.#figures.values()) {
      if (ts - figure.ts > VIEWERS_STALE_MS) continue;
      sum ??= { value: 0, isApprox: false };
      sum.value += figure.current;
      sum.isApprox ||= figure.isApprox;
    }
    return sum;
  }
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
