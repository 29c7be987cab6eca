import type { CueCard } from '#shared/model/cue.ts';

import { setNotice } from './action-state.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';

/** Sends what is pinned to a place of the deck; says so where nothing is. */
export async function sendPinned(slot: number, around: ActionSurroundings): Promise<void> {
  const { store, seen } = around;
  const card = seen().cues.deck.find(({ pinnedSlot }) => pinnedSlot === slot);
  if (card === undefined) {
    setNotice(store, 'cues', { kind: 'warning', key: 'cues.slotEmpty', params: { slot } });
    return;
  }
  return sendCue(card, around);
}

export async function sendCue(
  { kind, text }: Pick<CueCard, 'kind' | 'text'>,
  around: ActionSurroundings,
): Promise<void> {
  const result = await around.runInArea('cues', 'cue.send', { kind, text });
  if (result.ok) sayInPart('cues', 'part.cueSent', { text }, around);
}
