import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';

import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';

export type ActionType = DeskAction['type'];
/** What people choose; the others are what a key, or a control of the settings sheet, comes to. */
export type OfferedType = Exclude<
  ActionType,
  'unknownLink' | 'proposalKey' | 'closeOverlay' | 'changeSettings' | 'stepTextSize'
>;
export type ActionGroup =
  | 'push'
  | 'product'
  | 'cue'
  | 'chat'
  | 'block'
  | 'show'
  | 'screen'
  | 'source'
  | 'data'
  | 'settings';

/** One thing that can be done now, in words. */
export type ActionChoice<A extends DeskAction = DeskAction> = {
  readonly action: A;
  readonly words: MessageKey;
  readonly params: MessageParams;
  /** Other names it is found by. */
  readonly aliases: readonly string[];
};

export type ActionEntry<A extends DeskAction = DeskAction> = {
  readonly group: ActionGroup;
  /** Where it has a key that can be chosen anew: how that key is treated. */
  readonly key: KeyManners | null;
  /** Cannot be taken back: asks for a second press. */
  readonly isGrave: boolean;
  /** None when it cannot be done now. */
  readonly choices: (sight: ActionSight) => readonly ActionChoice<A>[];
};

export type KeyManners = {
  /** What the key does, for the footer and the list of keys. */
  readonly label: MessageKey;
  /** Also from inside a text field, while it is a chord: a bare key belongs to the field. */
  readonly isAlsoInText: boolean;
  /** Also where no live room is on screen: review, set-up. */
  readonly isEverywhere: boolean;
};

export function choice<A extends DeskAction>(
  action: A,
  words: MessageKey,
  params: MessageParams = {},
  aliases: readonly string[] = [],
): ActionChoice<A> {
  return { action, words, params, aliases };
}
