import type { CueCardId } from '#shared/model/ids.ts';

import { setNotice } from './action-state.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';
import { warnOfTime } from './warn-of-time.ts';

/** Sends what is pinned to a place of the deck; says so where nothing is. */
export async function sendPinned(slot: number, around: ActionSurroundings): Promise<void> {
  const { store, seen } = around;
  const card = seen().cues.deck.find(({ pinnedSlot }) => pinnedSlot === slot);
  if (card === undefined) {
    setNotice(store, 'cues', { kind: 'warning', key: 'cues.slotEmpty', params: { slot } });
    return;
  }
  return sendCue({ cardId: card.id, text: card.text }, around);
}

/** A card of the deck; the core fills its variables, and refuses it where one has no value. */
export async function sendCue(
  { cardId, text }: { readonly cardId: CueCardId; readonly text: string },
  around: ActionSurroundings,
): Promise<void> {
  const result = await around.runInArea('cues', 'cue.sendCard', { cardId, productId: null });
  if (!result.ok) return;
  sayInPart('cues', 'part.cueSent', { text }, around);
  warnOfTime(text, around);
}
