import type { MouseEvent, ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import type { Question } from '#shared/model/question.ts';

import { ageOf, isLate } from './question-age.ts';
import styles from './UrgentQuestions.module.css';

interface UrgentRowProps {
  readonly question: Question;
  /** Show time by the second; null without a show clock. */
  readonly nowTs: number | null;
  /** The one that the key takes. */
  readonly isFirst: boolean;
  readonly onOpen: () => void;
}

/** One urgent question on one line; under the pointer what answers it at once. */
export function UrgentRow({ question, nowTs, isFirst, onOpen }: UrgentRowProps): ReactElement {
  const { t, tn, format } = useI18n();
  const { text, people, state, cueId } = question;
  const ageMs = ageOf(question, nowTs);
  const isOpen = state === 'open';
  return (
    <li className={classNames(styles.row, !isOpen && styles.done)}>
      <button type="button" className={styles.open} title={text} onClick={onOpen}>
        <b className={styles.people} aria-label={tn('questions.people', people)}>
          {format.shortNumber(people)}
        </b>
        <span className={styles.text} translate="no">
          {text}
        </span>
        {isOpen ? (
          <span className={classNames(styles.age, isLate(question, nowTs) && styles.late)}>
            {cueId !== null && <b className={styles.onScreen}>{t('questions.onScreen')}</b>}
            {ageMs === null ? '' : format.span(ageMs)}
          </span>
        ) : (
          <span className={styles.age}>{t('questions.answeredShort')}</span>
        )}
        <span className={styles.key}>{isFirst && <ActionKey of="pickQuestion" />}</span>
      </button>
      <Acts question={question} />
    </li>
  );
}

/** Over the end of the words; the age stays in sight. The keys of the list do the same. */
function Acts({ question }: { readonly question: Question }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { id: questionId, text, state } = question;
  const isOpen = state === 'open';
  return (
    <span className={styles.acts}>
      {isOpen && (
        <Button
          tone="go"
          aria-label={t('questions.sendNamed', { text })}
          onClick={(event) => {
            leave(event);
            perform({ type: 'sendQuestion', questionId });
          }}
        >
          {t('questions.send')}
        </Button>
      )}
      <Button
        aria-label={t(isOpen ? 'questions.answerNamed' : 'questions.reopenNamed', { text })}
        title={t(isOpen ? 'questions.answer' : 'questions.reopen')}
        onClick={(event) => {
          leave(event);
          perform({ type: isOpen ? 'answerQuestion' : 'reopenQuestion', questionId });
        }}
      >
        {isOpen ? '✓' : t('questions.reopen')}
      </Button>
    </span>
  );
}

/** A mouse leaves no focus behind: it would hold the rows when it is long gone. */
function leave({ detail, currentTarget }: MouseEvent<HTMLElement>): void {
  if (detail > 0) currentTarget.blur();
}
