import { TIMEOUT_CHOICES_S, type ChatAction } from '#shared/model/chat-act.ts';

import { choice, type ActionChoice } from './action-entry.ts';
import type { ActionSight } from './action-sight.ts';
import type { ChatLine } from './chat-line.ts';
import type { DeskAction } from './desk-action.ts';

type Choices<T extends DeskAction['type']> = readonly ActionChoice<
  Extract<DeskAction, { type: T }>
>[];

/** How an action is taken back; null where it cannot be, or was already. */
export function undoOf(
  { act, state, isUndone, lineSeq, ts, durationS }: ChatAction,
  showNow: number,
): { readonly act: 'unban' | 'unpin'; readonly lineSeq: number } | null {
  if (state !== 'done' || isUndone || lineSeq === null) return null;
  if (act === 'ban') return { act: 'unban', lineSeq };
  if (act === 'pin') return { act: 'unpin', lineSeq };
  const isOver = ts + (durationS ?? 0) * 1_000 <= showNow;
  return act === 'timeout' && !isOver ? { act: 'unban', lineSeq } : null;
}

/** What the platform lets one do with the selected line; what cannot be taken back asks once more. */
export function moderateChoices({ isLive, selectedLine: line }: ActionSight): Choices<'moderate'> {
  if (!isLive || line === null) return [];
  const { lineSeq, hindrance, isPinned, isSilenced } = line;
  const of = nameIn(line);
  const one = (act: 'pin' | 'unpin' | 'unban') =>
    hindrance[act] === null
      ? [choice({ type: 'moderate', act, lineSeq } as const, `palette.${act}`, of)]
      : [];
  return [...one(isPinned ? 'unpin' : 'pin'), ...(isSilenced ? one('unban') : [])];
}

export function timeoutChoices({ isLive, selectedLine: line }: ActionSight): Choices<'timeout'> {
  if (!isLive || line === null || line.hindrance.timeout !== null) return [];
  const { lineSeq, timeoutMaxS } = line;
  return TIMEOUT_CHOICES_S.filter((each) => each <= (timeoutMaxS ?? each)).map((durationS) =>
    choice({ type: 'timeout', lineSeq, durationS }, `palette.timeout.${durationS}`, nameIn(line)),
  );
}

export function removeChoices({
  isLive,
  selectedLine: line,
}: ActionSight): Choices<'removeFromChat'> {
  if (!isLive || line === null) return [];
  const { lineSeq, hindrance } = line;
  return (['delete', 'ban'] as const)
    .filter((act) => hindrance[act] === null)
    .map((act) => choice({ type: 'removeFromChat', act, lineSeq }, `palette.${act}`, nameIn(line)));
}

/** The newest things done in the chats that can be taken back. */
export function undoChatChoices({ isLive, acts, showNow }: ActionSight): Choices<'undoInChat'> {
  if (!isLive) return [];
  return acts
    .toReversed()
    .flatMap((action) => {
      const undo = undoOf(action, showNow);
      if (undo === null) return [];
      const name = action.name ?? '';
      return [
        choice({ type: 'undoInChat', ...undo } as const, `palette.undo.${undo.act}`, { name }),
      ];
    })
    .slice(0, 5);
}

export function anchorChoices({
  isLive,
  selectedLine: line,
}: ActionSight): Choices<'lineToAnchor'> {
  if (!isLive || line === null || !line.isMessage || line.text.trim() === '') return [];
  const { lineSeq, text } = line;
  return [choice({ type: 'lineToAnchor', lineSeq }, 'palette.lineToAnchor', { text })];
}

function nameIn({ name }: ChatLine): { readonly name: string } {
  return { name: name ?? '' };
}
