import type { SearchedShow, SearchHit } from '#shared/model/search.ts';

/** Hits of one show that follow each other. */
export type HitGroup = {
  readonly show: SearchedShow | null;
  readonly hits: readonly SearchHit[];
};

/** In the order in which they came: where two rooms ran at once a show can come again. */
export function hitGroups(
  hits: readonly SearchHit[],
  shows: readonly SearchedShow[],
): readonly HitGroup[] {
  const byId = new Map(shows.map((show) => [show.id, show]));
  const groups: { show: SearchedShow | null; hits: SearchHit[] }[] = [];
  let lastId: number | null = null;
  for (const hit of hits) {
    if (hit.showId !== lastId) groups.push({ show: byId.get(hit.showId) ?? null, hits: [] });
    groups.at(-1)?.hits.push(hit);
    lastId = hit.showId;
  }
  return groups;
}

export type TextPart = { readonly text: string; readonly isMarked: boolean };

/** The text in its pieces, those that were looked for marked. */
export function textParts({
  text,
  ranges,
}: Pick<SearchHit, 'text' | 'ranges'>): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
