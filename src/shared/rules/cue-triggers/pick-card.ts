import type { CueKind } from '../../model/cue.ts';
import type { ProposableCard } from './trigger-moment.ts';

/** Proposals before a card comes again. */
export const NEVER_AGAIN_WITHIN = 3;

/** A deck without cards of a kind has the next best. */
const NEXT_BEST: Partial<Record<CueKind, CueKind>> = { rescue: 'retain', likes: 'retain' };

export type CardHistory = {
  /** Texts of the last three proposals: another card with the same words is the same to a listener. */
  readonly lastTexts: readonly string[];
  /** When a card was last proposed, show time. */
  readonly lastTs: (cardId: number) => number | null;
};

/**
 * The card of a kind to propose now: of what is on the shelf or of no product, never one of the last
 * three, every variable known. Of the product first, then the host's
 * favourites, then what did most here, then what was proposed
 * longest ago, then the order of the deck. Null: there is none.
 */
export function pickCard(
  deck: readonly ProposableCard[],
  kind: CueKind,
  productId: number | null,
  history: CardHistory,
): ProposableCard | null {
  const free = cardsOfKind(deck, kind, productId).filter(
    ({ text, isReady }) => isReady && !history.lastTexts.includes(text),
  );
  const order = (card: ProposableCard): readonly number[] => [
    card.productId === null ? 0 : 1,
    card.isFavourite ? 1 : 0,
    card.lift ?? 0,
    -(history.lastTs(card.id) ?? 0),
  ];
  return (
    free.toSorted((a, b) => {
      const [x, y] = [order(a), order(b)];
      return x.reduce((sign, value, at) => (sign === 0 ? (y[at] ?? 0) - value : sign), 0);
    })[0] ?? null
  );
}

/** Whether the deck holds a card that could ever be proposed for this kind. */
export function hasCard(
  deck: readonly ProposableCard[],
  kind: CueKind,
  productId: number | null,
): boolean {
  return cardsOfKind(deck, kind, productId).length > 0;
}

function cardsOfKind(
  deck: readonly ProposableCard[],
  kind: CueKind,
  productId: number | null,
): readonly ProposableCard[] {
  const of = (wanted: CueKind): readonly ProposableCard[] =>
    deck.filter(
      (card) => card.kind === wanted && (card.productId === null || card.productId === productId),
    );
  const own = of(kind);
  const next = NEXT_BEST[kind];
  return own.length === 0 && next !== undefined ? of(next) : own;
}
