import type { KeyTable } from '#shared/rules/key-bindings.ts';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import type { ActionSight } from '#renderer/actions/action-sight.ts';
import { allChoices } from '#renderer/actions/action-table.ts';
import { keysOfAction } from '#renderer/actions/key-table.ts';
import type { Findable } from '#renderer/i18n/find-by-words.ts';
import { LANGUAGES } from '#renderer/i18n/messages.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { translate } from '#renderer/i18n/translate.ts';

export type PaletteLine = Findable & {
  readonly id: string;
  readonly group: MessageKey;
  readonly label: string;
  readonly keys: readonly string[];
  readonly action: DeskAction;
  /** Cannot be taken back: asks for a second Enter. */
  readonly isGrave: boolean;
};

/** Everything that can be done now, in the order of the table of actions. */
export function paletteLines(
  sight: ActionSight,
  table: KeyTable,
  t: I18n['t'],
): readonly PaletteLine[] {
  return allChoices(sight).map(({ action, words, params, aliases, group, isGrave }) => {
    const keys = keysOfAction(table, action);
    return {
      id: `${words} ${JSON.stringify(action)}`,
      group: `palette.group.${group}`,
      label: t(words, params),
      // Whatever the screen speaks, a command is found by its words in every language.
      texts: LANGUAGES.map((each) => translate(each, words, params)),
      aliases: [...aliases, keys.join(' '), keys.join('')],
      keys,
      action,
      isGrave,
    };
  });
}
