import type { CardLanguage, CueCard, CueKind, CueTone } from '#shared/model/cue.ts';
import type { AnchorId } from '#shared/model/ids.ts';

/** Which cards are shown; an empty word and nulls let everything through. */
export type CardFilter = {
  readonly text: string;
  readonly kind: CueKind | null;
  readonly language: Exclude<CardLanguage, 'any'> | null;
  readonly tone: CueTone | null;
  /** Only what this host has marked. */
  readonly favouriteOf: AnchorId | null;
};

export const EVERY_CARD: CardFilter = {
  text: '',
  kind: null,
  language: null,
  tone: null,
  favouriteOf: null,
};

/** Cards that fit all of it, in their order; those of any language go with each. */
export function findCards(
  cards: readonly CueCard[],
  filter: CardFilter,
  kindWords: (kind: CueKind) => string,
): readonly CueCard[] {
  const wanted = filter.text.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return cards.filter((card) => {
    const { kind, language, tone, favouriteOf } = card;
    if (filter.kind !== null && kind !== filter.kind) return false;
    if (filter.language !== null && language !== 'any' && language !== filter.language)
      return false;
    if (filter.tone !== null && tone !== filter.tone) return false;
    if (filter.favouriteOf !== null && !favouriteOf.includes(filter.favouriteOf)) return false;
    const words = `${kindWords(kind)} ${card.text}`.toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

/** Pinned cards stay in front; behind them what this host has marked, then the others. */
export function favouritesFirst(
  cards: readonly CueCard[],
  anchorId: AnchorId | null,
): readonly CueCard[] {
  if (anchorId === null) return cards;
  const place = ({ pinnedSlot, favouriteOf }: CueCard): number =>
    pinnedSlot !== null ? 0 : favouriteOf.includes(anchorId) ? 1 : 2;
  return cards.toSorted((a, b) => place(a) - place(b));
}
