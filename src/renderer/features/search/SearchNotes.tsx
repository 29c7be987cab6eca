import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './SearchSheet.module.css';
import type { Answer } from './use-search.ts';

interface SearchNotesProps {
  readonly answer: Answer | null;
  readonly isLooking: boolean;
}

/** How many were found and how far back was looked, in one line whose place never changes. */
export function SearchNotes({ answer, isLooking }: SearchNotesProps): ReactElement {
  const i18n = useI18n();
  return (
    <p className={styles.notes} role="status">
      {isLooking && answer === null ? i18n.t('search.looking') : notesOf(i18n, answer)}
    </p>
  );
}

function notesOf(i18n: I18n, answer: Answer | null): string {
  const { t, tn, format } = i18n;
  if (answer === null) return '';
  const { hits, next, isCutShort, lookedBackToTs, hasMorePeople, index } = answer;
  const hasMore = next !== null && !isCutShort;
  const notes = [
    hits.length === 0
      ? ''
      : hasMore
        ? t('search.hits.more', { count: format.number(hits.length) })
        : tn('search.hits', hits.length),
    isCutShort && lookedBackToTs !== null
      ? t('search.lookedBack', {
          time: `${format.day(lookedBackToTs)} ${format.time(lookedBackToTs, null)}`,
        })
      : '',
    hasMorePeople ? t('search.manyPeople') : '',
    index.isWhole ? '' : indexNote(i18n, index),
  ];
  return notes.filter((note) => note !== '').join(t('common.separator'));
}

function indexNote({ t, format }: I18n, { backToTs, fraction }: Answer['index']): string {
  // Not done is never said to be.
  const percent = format.percent(Math.min(0.99, Math.floor(fraction * 100) / 100));
  return backToTs === null
    ? t('search.indexBegins', { percent })
    : t('search.indexing', { percent, time: format.day(backToTs) });
}
