import type { CountedFigure, WatchedFigure } from '../../model/alert-rule.ts';
import type { SourceCan } from '../../model/source.ts';

/** One minute of one source, as its events tell it. */
export type SourceMinute = {
  readonly platform: string;
  readonly can: SourceCan;
  /** It was received through the whole minute, on air: only such a minute is compared. */
  readonly isWhole: boolean;
  readonly counts: Readonly<Record<CountedFigure, number>>;
  /** People online as last said in the minute or, within 90 s, before; null where nothing was said. */
  readonly viewers: number | null;
};

/** One minute of a room: each source by its id. `minute` is show time in whole minutes since 1970. */
export type RoomMinute = {
  readonly minute: number;
  readonly sources: ReadonlyMap<number, SourceMinute>;
};

const GIVEN_BY: Record<WatchedFigure, keyof SourceCan> = {
  viewers: 'viewers',
  entries: 'joins',
  chats: 'chat',
  likes: 'chat',
  follows: 'follows',
  gifts: 'gifts',
  ordersPlaced: 'orders',
  ordersPaid: 'orders',
};

export function gives(can: SourceCan, figure: WatchedFigure): boolean {
  return can[GIVEN_BY[figure]];
}

export function noCounts(): Record<CountedFigure, number> {
  return {
    entries: 0,
    chats: 0,
    likes: 0,
    follows: 0,
    gifts: 0,
    ordersPlaced: 0,
    ordersPaid: 0,
  };
}

/**
 * Which sources can be compared over these minutes: they give the figure and were received whole in
 * every one of them. `without` names platforms that give it and were not: both sides leave them out.
 */
export function comparable(
  minutes: readonly RoomMinute[],
  figures: readonly WatchedFigure[],
): { readonly sourceIds: readonly number[]; readonly without: readonly string[] } {
  const sourceIds: number[] = [];
  const without = new Set<string>();
  for (const [id, newest] of minutes.at(-1)?.sources ?? []) {
    if (!figures.every((figure) => gives(newest.can, figure))) continue;
    // No source says beforehand whether it gives likes: one that never gave any is not compared.
    if (figures.includes('likes') && !hasGiven(minutes, id, 'likes')) continue;
    const isWhole = minutes.every(({ sources }) => {
      const minute = sources.get(id);
      if (minute === undefined || !minute.isWhole) return false;
      return !figures.includes('viewers') || minute.viewers !== null;
    });
    if (isWhole) sourceIds.push(id);
    else without.add(newest.platform);
  }
  return { sourceIds, without: [...without] };
}

/** Sum over sources in one minute. */
export function valueOf(
  minute: RoomMinute,
  figure: WatchedFigure,
  sourceIds: readonly number[],
): number {
  let sum = 0;
  for (const id of sourceIds) {
    const source = minute.sources.get(id);
    if (source === undefined) continue;
    sum += figure === 'viewers' ? (source.viewers ?? 0) : source.counts[figure];
  }
  return sum;
}

function hasGiven(minutes: readonly RoomMinute[], id: number, figure: CountedFigure): boolean {
  return minutes.some(({ sources }) => (sources.get(id)?.counts[figure] ?? 0) > 0);
}
