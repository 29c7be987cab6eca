import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useQuestions } from '#renderer/store/selectors.ts';

import styles from './QuestionsPanel.module.css';

/** What the list does not hold, said plainly; nothing when it holds all. */
export function QuestionNotes(): ReactElement | null {
  const { t, tn, format } = useI18n();
  const { open, openCount, forgotten, readFromTs } = useQuestions();
  const notes = [
    openCount > open.length ? tn('questions.more', openCount - open.length) : '',
    readFromTs === null ? '' : t('questions.readFrom', { time: format.time(readFromTs, null) }),
    forgotten > 0 ? tn('questions.forgotten', forgotten) : '',
  ].filter(Boolean);
  return notes.length === 0 ? null : (
    <p className={styles.note}>{notes.join(t('common.separator'))}</p>
  );
}
