import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { WordFault } from '#shared/rules/chat-words/word-lists.ts';

import { WORD_LIST_NAMES } from './setting-rows.ts';

/** What is wrong with a word or pattern, where, and what to do, as a sentence. */
export function wordFaultText({ t }: I18n, fault: WordFault): string {
  const where = t('settings.wordWhere', {
    list: t(WORD_LIST_NAMES[fault.list]),
    number: fault.index + 1,
    word: fault.typed,
  });
  if (fault.why === 'contradicts') {
    return `${where}${t('settings.word.contradicts', { other: t(WORD_LIST_NAMES[fault.other]) })}`;
  }
  const { at, given } = fault;
  return `${where}${t(`settings.word.${fault.why}`, { at: at + 1, given })}`;
}
