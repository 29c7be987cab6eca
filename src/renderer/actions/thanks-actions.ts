import { thanksText } from '#shared/rules/thanks/thanks-text.ts';

import { choice, type ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed } from './action-manners.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';

type ThanksActionType = 'sendThanks' | 'dropThanks';

/** The part of the table about thanks that are due: those that stand first. */
export const THANKS_ACTIONS: {
  readonly [T in ThanksActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  sendThanks: {
    ...keyed('cue', 'keys.sendThanks', IN_ROOM),
    choices: (sight) =>
      first(sight).map((text) => choice({ type: 'sendThanks' }, 'thanks.sendNamed', { text })),
  },
  dropThanks: {
    ...keyed('cue', 'keys.dropThanks', IN_ROOM),
    choices: (sight) =>
      first(sight).map((text) => choice({ type: 'dropThanks' }, 'thanks.dropNamed', { text })),
  },
};

/** Its sentence in the desk's language; none where nobody waits. */
function first({ isLive, thanks, language }: ActionSight): readonly string[] {
  const [due] = thanks;
  if (!isLive || due === undefined) return [];
  return [thanksText(due, language === 'en' ? 'en' : 'zh')];
}
