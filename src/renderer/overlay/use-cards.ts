import { useCallback, useState } from 'react';

import type { PushId } from '#shared/model/ids.ts';
import type { Push, ShelfItem } from '#shared/model/product.ts';

export interface OverlayCardState {
  readonly pushId: PushId;
  /** As last known: a leaving card keeps what it said. */
  readonly item: ShelfItem;
  readonly isLeaving: boolean;
}

export interface Cards {
  readonly cards: readonly OverlayCardState[];
  /** The card has faded out. */
  onGone(pushId: PushId): void;
}

/** The card of the current push, and those on their way out, each for as long as it takes to leave. */
export function useCards(push: Push | null, item: ShelfItem | null): Cards {
  const [held, setHeld] = useState<readonly OverlayCardState[]>([]);
  const next = nextCards(held, push, item);
  // Adjusted while rendering, so that no frame shows the card of a push that is over.
  if (next !== held) setHeld(next);

  const onGone = useCallback((pushId: PushId) => {
    setHeld((cards) => cards.filter((card) => card.pushId !== pushId || !card.isLeaving));
  }, []);
  return { cards: next, onGone };
}

function nextCards(
  held: readonly OverlayCardState[],
  push: Push | null,
  item: ShelfItem | null,
): readonly OverlayCardState[] {
  const current = held.find((card) => !card.isLeaving);
  if (push === null || item === null) {
    return current === undefined ? held : held.map(leaving);
  }
  if (current?.pushId === push.id && current.item === item) return held;
  const others = held.filter((card) => card.pushId !== push.id).map(leaving);
  return [...others, { pushId: push.id, item, isLeaving: false }];
}

function leaving(card: OverlayCardState): OverlayCardState {
  return card.isLeaving ? card : { ...card, isLeaving: true };
}
