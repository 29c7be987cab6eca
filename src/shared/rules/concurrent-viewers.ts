import { MinuteViewers } from './metrics/minute-viewers.ts';

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

/** Whose viewers a figure counts: a source may carry several platforms, and rooms of one. */
export type ViewerPlace = {
  readonly sourceId: number;
  readonly platform: string;
  /** '' where the platform names none. */
  readonly platformRoomId: string;
};

type Peak = { readonly value: number; readonly isApprox: boolean };
type Held = ViewerFigure & { readonly place: ViewerPlace };

/**
 * Concurrent viewers over every room of every platform: the sum of their last figures, each for as long
 * as it says something. Live figures and the review use this one rule, so that their peaks agree; the
 * roll-ups keep minutes by the same rooms, so that no mean lies above its peak.
 */
export class ConcurrentViewers {
  readonly minutes = new MinuteViewers();
  readonly #figures = new Map<string, Held>();
  #peak: Peak | null = null;

  /** Takes a room's figure. False: it is older than its last one, so only its views and minute count. */
  set(place: ViewerPlace, figure: ViewerFigure): boolean {
    const key = keyOf(place);
    const before = this.#figures.get(key);
    // Views only grow: a message without them, with fewer or from earlier takes none away.
    const total = greater(before?.total ?? null, figure.total);
    // At a minute's end all that was told within it still holds: such a sum stood at one moment.
    this.#rise(this.minutes.set(place.sourceId, key, figure));
    if (before !== undefined && before.ts > figure.ts) {
      this.#figures.set(key, { ...before, total });
      return false;
    }
    this.#figures.set(key, { ...figure, total, place });
    this.#rise(this.#sumAt(figure.ts, null));
    return true;
  }

  /** Sum of one source's figures that still say something at `ts`; null without any. */
  ofSource(sourceId: number, ts: number): Peak | null {
    return this.#sumAt(ts, sourceId);
  }

  /** Sum of the figures that still say something at `ts`; null without any. */
  at(ts: number): number | null {
    return this.#sumAt(ts, null)?.value ?? null;
  }

  /** The greatest sum there was; null before the first figure. */
  peak(): Peak | null {
    return this.#peak;
  }

  /** Views, of each platform of a source the most it told; `sourceId` null: of all. Null: none told. */
  views(sourceId: number | null): number | null {
    const most = new Map<string, number>();
    for (const { total, place } of this.#figures.values()) {
      if (total === null || (sourceId !== null && place.sourceId !== sourceId)) continue;
      const platform = `${place.sourceId}|${place.platform}`;
      most.set(platform, Math.max(total, most.get(platform) ?? 0));
    }
    return most.size === 0 ? null : [...most.values()].reduce((sum, total) => sum + total, 0);
  }

  #rise(sum: Peak | null): void {
    if (sum !== null && (this.#peak === null || sum.value > this.#peak.value)) this.#peak = sum;
  }

  #sumAt(ts: number, sourceId: number | null): Peak | null {
    let sum: { value: number; isApprox: boolean } | null = null;
    for (const figure of this.#figures.values()) {
      if (ts - figure.ts > VIEWERS_STALE_MS) continue;
      if (sourceId !== null && figure.place.sourceId !== sourceId) continue;
      sum ??= { value: 0, isApprox: false };
      sum.value += figure.current;
      sum.isApprox ||= figure.isApprox;
    }
    return sum;
  }
}

function keyOf({ sourceId, platform, platformRoomId }: ViewerPlace): string {
  return `${sourceId}|${platform}|${platformRoomId}`;
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
