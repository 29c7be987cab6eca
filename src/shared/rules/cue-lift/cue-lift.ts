import type { CueLift, LiftFigure } from '../../model/cue-library.ts';

/** Whole minutes after a cue that are looked at. */
export const LIFT_MINUTES = 3;
/** Fewer cues that could be compared say nothing. */
export const LIFT_FEWEST = 5;
/** Stretches without a cue that one is compared with at most: the nearest. */
const COMPARED_MAX = 5;
/** No further away than this, and with about as many people in the room. */
const NEAR_MINUTES = 30;
const LIKE_VIEWERS = 0.25;

/** A minute of a show, over all its sources; null where nobody counted. */
export type LiftMinute = {
  readonly minute: number;
  readonly viewers: number | null;
  readonly chats: number;
  readonly entries: number;
  readonly orders: number;
};

export type LiftShow = {
  readonly minutes: readonly LiftMinute[];
  /** Minutes in which any cue was sent. */
  readonly cueMinutes: readonly number[];
};

/** A card that was sent in a minute of a show. */
export type LiftSend = { readonly show: LiftShow; readonly minute: number };

type Rates = { readonly chat: number; readonly entries: number; readonly orders: number };
type Stretch = Rates & { readonly viewers: number };

/**
 * What followed on a card, in each of the three minutes after it and for 1,000 people online, less
 * the same of the nearest stretches of that show that no cue went before, with as many people in the
 * room. A difference, not a proof: whatever else was done in those minutes is in it.
 */
export function cueLift(sends: readonly LiftSend[]): CueLift {
  const tables = new Map<LiftShow, ShowTable>();
  const differences = sends.flatMap(({ show, minute }) => {
    const table = tables.get(show) ?? new ShowTable(show);
    tables.set(show, table);
    return table.difference(minute) ?? [];
  });
  return {
    chat: figure(differences.map(({ chat }) => chat)),
    entries: figure(differences.map(({ entries }) => entries)),
    orders: figure(differences.map(({ orders }) => orders)),
  };
}

/** The minutes of a show by their number, and its stretches without cues. */
class ShowTable {
  readonly #byMinute: ReadonlyMap<number, LiftMinute>;
  readonly #quiet: readonly (Stretch & { readonly minute: number })[];

  constructor({ minutes, cueMinutes }: LiftShow) {
    this.#byMinute = new Map(minutes.map((each) => [each.minute, each]));
    // Minutes in which something a cue did may show: its own and those after it.
    const touched = new Set(
      cueMinutes.flatMap((minute) =>
        Array.from({ length: LIFT_MINUTES + 1 }, (_, i) => minute + i),
      ),
    );
    this.#quiet = minutes.flatMap(({ minute }) => {
      const after = Array.from({ length: LIFT_MINUTES }, (_, i) => minute + 1 + i);
      if (after.some((each) => touched.has(each))) return [];
      const stretch = this.#after(minute);
      return stretch === null ? [] : [{ ...stretch, minute }];
    });
  }

  /** Null where the minutes, or anything to compare them with, are not there. */
  difference(minute: number): Rates | null {
    const own = this.#after(minute);
    if (own === null) return null;
    const like = this.#quiet
      .filter((quiet) => Math.abs(quiet.minute - minute) <= NEAR_MINUTES)
      .filter(({ viewers }) => Math.abs(viewers - own.viewers) <= own.viewers * LIKE_VIEWERS)
      .toSorted((a, b) => Math.abs(a.minute - minute) - Math.abs(b.minute - minute))
      .slice(0, COMPARED_MAX);
    if (like.length === 0) return null;
    return {
      chat: own.chat - mean(like.map(({ chat }) => chat)),
      entries: own.entries - mean(like.map(({ entries }) => entries)),
      orders: own.orders - mean(like.map(({ orders }) => orders)),
    };
  }

  #after(minute: number): Stretch | null {
    const held: (LiftMinute & { readonly viewers: number })[] = [];
    for (let i = 1; i <= LIFT_MINUTES; i += 1) {
      const each = this.#byMinute.get(minute + i);
      if (each === undefined || each.viewers === null || each.viewers === 0) return null;
      held.push({ ...each, viewers: each.viewers });
    }
    const rate = (of: (each: LiftMinute) => number): number =>
      mean(held.map((each) => (of(each) * 1_000) / each.viewers));
    return {
      viewers: mean(held.map(({ viewers }) => viewers)),
      chat: rate(({ chats }) => chats),
      entries: rate(({ entries }) => entries),
      orders: rate(({ orders }) => orders),
    };
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function figure(values: readonly number[]): LiftFigure {
  const n = values.length;
  if (n < LIFT_FEWEST) return { known: false, n };
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1);
  const half = studentT(n - 1) * Math.sqrt(variance / n);
  return { known: true, mean: middle, low: middle - half, high: middle + half, n };
}

/** Student's t for 95 %, two-sided, by degrees of freedom from 4 on. */
const T95 = [2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145] as const;

function studentT(freedom: number): number {
  return T95[freedom - 4] ?? (freedom < 30 ? 2.131 : 2.045);
}
