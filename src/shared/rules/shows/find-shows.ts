import type { ListedShow, NamedProduct, ShowFigures } from '../../model/show-list.ts';
import type { ShowOrigin } from '../../model/show.ts';
import { searchForm } from '../search-text.ts';

/** A show with what it is found by, in the form that searches are compared in. */
export type FindableShow = { readonly show: ListedShow; readonly text: string };

/** Null: whatever it is. */
export type ShowFilter = {
  readonly text: string;
  readonly origin: ShowOrigin | null;
  readonly platform: string | null;
  readonly anchor: string | null;
  readonly tag: string | null;
};

export const NO_SHOW_FILTER: ShowFilter = {
  text: '',
  origin: null,
  platform: null,
  anchor: null,
  tag: null,
};

export type ShowSort = 'startedTs' | 'title' | keyof ShowFigures;
export type ShowOrder = { readonly by: ShowSort; readonly isRising: boolean };
export const NEWEST_FIRST: ShowOrder = { by: 'startedTs', isRising: false };

/** Made once for a list. `dateWords`: how a day may be typed, 2026-11-27, 11月27日, 27 Nov. */
export function findableShows(
  shows: readonly ListedShow[],
  products: readonly NamedProduct[],
  dateWords: (show: ListedShow) => readonly string[],
): readonly FindableShow[] {
  const names = new Map(products.map(({ productId, name }) => [productId, name]));
  return shows.map((show) => {
    const sold = show.productIds.flatMap((id) => names.get(id) ?? []);
    const words = [show.title, ...show.tags, ...show.anchors, ...sold, ...dateWords(show)];
    return { show, text: searchForm(words.join('\n')) };
  });
}

/** Shows that have every typed word and pass every filter, in their order. */
export function findShows(
  shows: readonly FindableShow[],
  filter: ShowFilter,
): readonly ListedShow[] {
  const wanted = searchForm(filter.text).trim();
  const words = wanted === '' ? [] : wanted.split(/\s+/);
  return shows
    .filter(({ show, text }) => passes(show, filter) && words.every((word) => text.includes(word)))
    .map(({ show }) => show);
}

function passes(show: ListedShow, { origin, platform, anchor, tag }: ShowFilter): boolean {
  return (
    (origin === null || show.origin === origin) &&
    (platform === null || show.platforms.includes(platform)) &&
    (anchor === null || show.anchors.includes(anchor)) &&
    (tag === null || show.tags.includes(tag))
  );
}

/** What is not known stands last, whichever way; equals keep the newest first. */
export function orderShows(
  shows: readonly ListedShow[],
  { by, isRising }: ShowOrder,
): readonly ListedShow[] {
  const sign = isRising ? 1 : -1;
  const newest = (a: ListedShow, b: ListedShow): number => startOf(b) - startOf(a) || b.id - a.id;
  if (by === 'title') {
    return shows.toSorted((a, b) => sign * a.title.localeCompare(b.title) || newest(a, b));
  }
  const value = (show: ListedShow): number | null =>
    by === 'startedTs' ? startOf(show) : (show.figures?.[by] ?? null);
  return shows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || newest(a, b);
    }
    return sign * (left - right) || newest(a, b);
  });
}

function startOf({ startedTs, createdTs }: ListedShow): number {
  return startedTs ?? createdTs;
}

/** What shows have of a kind of word, the most frequent first. */
export function wordsOf(
  shows: readonly ListedShow[],
  of: 'tags' | 'anchors' | 'platforms',
): readonly string[] {
  const counts = new Map<string, number>();
  for (const show of shows) {
    for (const word of show[of]) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts.entries()]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([word]) => word);
}
