import type { MarkWord } from '#shared/model/person.ts';

import type { I18n } from './i18n-context.tsx';

/** The word of a mark: the screen's for the usual ones, the operator's for their own. */
export function markText({ t }: Pick<I18n, 't'>, { kind, word }: MarkWord): string {
  return kind === 'custom' ? word : t(`person.mark.${kind}`);
}
