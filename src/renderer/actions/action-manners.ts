import type { MessageKey } from '#renderer/i18n/messages.ts';

import { choice } from './action-entry.ts';
import type { ActionChoice, ActionEntry, ActionGroup, KeyManners } from './action-entry.ts';
import type { DeskAction } from './desk-action.ts';

type Manners = Omit<KeyManners, 'label'>;
export const IN_ROOM: Manners = { isAlsoInText: false, isEverywhere: false };
export const EVERYWHERE: Manners = { isAlsoInText: false, isEverywhere: true };
export const ALSO_IN_TEXT: Manners = { isAlsoInText: true, isEverywhere: true };

export function keyed(
  group: ActionGroup,
  label: MessageKey,
  manners: Manners,
): Omit<ActionEntry, 'choices'> {
  return { group, key: { label, ...manners }, isGrave: false };
}

export function plain(group: ActionGroup): Omit<ActionEntry, 'choices'> {
  return { group, key: null, isGrave: false };
}

export function when<A extends DeskAction>(
  isPossible: boolean,
  action: A,
  words: MessageKey,
): readonly ActionChoice<A>[] {
  return isPossible ? [choice(action, words)] : [];
}
