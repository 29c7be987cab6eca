import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { SearchKind } from '#shared/model/search.ts';
import { searchForm } from '#shared/rules/search-text.ts';
import type { MessageRow } from './search-events.queries.ts';

/** What a message must be to be a hit, but for whether it was taken away. */
export type SearchFilter = {
  /** In its search form; empty: any text. */
  readonly form: string;
  /** Shows of the room, or the one. */
  readonly showIds: ReadonlySet<number>;
  readonly platform: string | null;
  readonly kind: SearchKind | null;
  /** Null: anybody. */
  readonly personIds: ReadonlySet<number> | null;
  /** People who are being erased: their messages are nobody's already. */
  readonly erasedIds: ReadonlySet<number>;
  readonly fromTs: number | null;
  readonly toTs: number | null;
};

export function isHit(row: MessageRow, filter: SearchFilter): boolean {
  const { form, showIds, platform, kind, personIds, erasedIds, fromTs, toTs } = filter;
  return (
    (row.personId === null || !erasedIds.has(row.personId)) &&
    showIds.has(row.showId) &&
    (platform === null || row.platform === platform) &&
    (kind === null || row.kind === codeOf(kind)) &&
    (personIds === null || (row.personId !== null && personIds.has(row.personId))) &&
    (fromTs === null || row.ts >= fromTs) &&
    (toTs === null || row.ts < toTs) &&
    (form === '' || searchForm(row.text).includes(form))
  );
}

/** Only chat is ever taken away. */
function codeOf(kind: SearchKind): number {
  return EVENT_KIND_CODES[kind === 'removed' ? 'chat' : kind];
}

const NAMES: ReadonlyMap<number, Exclude<SearchKind, 'removed'>> = new Map(
  (['chat', 'gift', 'paid_message', 'membership', 'reward', 'notice'] as const).map((kind) => [
    EVENT_KIND_CODES[kind],
    kind,
  ]),
);

export function kindOfCode(code: number): Exclude<SearchKind, 'removed'> {
  return NAMES.get(code) ?? 'chat';
}
