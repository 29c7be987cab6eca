import { memo } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { QuestionId } from '#shared/model/ids.ts';
import type { Question } from '#shared/model/question.ts';

import { ageOf, isLate } from './question-age.ts';
import styles from './QuestionsPanel.module.css';

/** Marks of platforms in a row; the rest is in the row's own words. */
const MARKS_SHOWN = 4;

export function questionRowId(id: QuestionId): string {
  return `question-row-${id}`;
}

/** The question a click fell on; null beside the rows. */
export function clickedQuestion(target: EventTarget): QuestionId | null {
  const row = target instanceof Element ? target.closest('[data-question-id]') : null;
  const id = QuestionId.safeParse(Number(row?.getAttribute('data-question-id')));
  return id.success ? id.data : null;
}

interface QuestionRowProps {
  readonly question: Question;
  /** Show time by the second; null without a show clock. */
  readonly nowTs: number | null;
  readonly isPicked: boolean;
  /** The approved one; null for none. */
  readonly answer: string | null;
}

/** One question: how many ask, in a viewer's words, where, for how long, and what became of it. */
export const QuestionRow = memo(function QuestionRow(props: QuestionRowProps): ReactElement {
  const { question, nowTs, isPicked, answer } = props;
  const { t, tn, format } = useI18n();
  const { id, text, count, people, platforms, state, isDebt, cueId } = question;
  const ageMs = ageOf(question, nowTs);
  const isOpen = state === 'open';
  const history = useHistory(question, nowTs);
  return (
    <div
      id={questionRowId(id)}
      role="option"
      aria-selected={isPicked}
      tabIndex={-1}
      className={classNames(styles.row, isPicked && styles.picked, !isOpen && styles.done)}
      data-question-id={id}
    >
      <b className={classNames(styles.people, isOpen && isDebt && styles.owed)} aria-hidden="true">
        {format.number(people)}
      </b>
      <span className={styles.words}>
        <span className={styles.text} translate="no">
          {text}
        </span>
        {answer !== null && (
          <span className={styles.answer} translate="no">
            {t('answers.onScreen', { answer })}
          </span>
        )}
        <span className={styles.facts}>
          {platforms.slice(0, MARKS_SHOWN).map(({ platform }) => (
            <PlatformMark key={platform} platform={platform} />
          ))}
          <span>{tn('questions.people', people)}</span>
          {count !== people && <span>{tn('questions.messages', count)}</span>}
          {cueId !== null && <b className={styles.onScreen}>{t('questions.onScreen')}</b>}
          {history !== null && <span className={styles.history}>{history}</span>}
        </span>
      </span>
      <span className={classNames(styles.age, isLate(question, nowTs) && styles.late)}>
        {isOpen && ageMs !== null ? format.span(ageMs) : ''}
      </span>
    </div>
  );
});

function useHistory({ answer, state }: Question, nowTs: number | null): string | null {
  const { t, format } = useI18n();
  if (answer === null || nowTs === null) return null;
  const params = {
    ago: format.span(Math.max(0, nowTs - answer.ts)),
    how: t(`questions.how.${answer.how}`),
  };
  return t(state === 'open' ? 'questions.askedAgain' : 'questions.answeredAgo', params);
}
