import type { ShowId } from '#shared/model/ids.ts';
import type { SearchedPerson, SearchKind } from '#shared/model/search.ts';

/** Up to when back: hours before now; null for everything. */
export const SEARCH_SPANS = ['day', 'week', 'month', 'year'] as const;
export type SearchSpan = (typeof SEARCH_SPANS)[number];

/** One person that was picked from a hit, with the name they are shown by. */
export type PickedPerson = {
  readonly person: Extract<SearchedPerson, { platform: string }>;
  readonly name: string;
};

/** What is looked for in the messages of all shows, as the fields hold it. */
export type SearchDraft = {
  readonly text: string;
  readonly name: string;
  /** Goes before `name`. */
  readonly picked: PickedPerson | null;
  readonly platform: string | null;
  readonly kind: SearchKind | null;
  readonly showId: ShowId | null;
  readonly span: SearchSpan | null;
};

export const NO_SEARCH: SearchDraft = {
  text: '',
  name: '',
  picked: null,
  platform: null,
  kind: null,
  showId: null,
  span: null,
};
