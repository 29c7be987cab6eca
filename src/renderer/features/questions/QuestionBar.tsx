import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { Question } from '#shared/model/question.ts';

import { QuestionAnswer } from './QuestionAnswer.tsx';
import { QuestionLines } from './QuestionLines.tsx';
import { questionRowId } from './QuestionRow.tsx';
import styles from './QuestionsPanel.module.css';

/** What can be done with the picked question; its lines above the buttons where they are asked for. */
export function QuestionBar({ question }: { readonly question: Question }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const [areLinesShown, setLinesShown] = useState(false);
  const { id: questionId, state } = question;
  return (
    <div className={styles.bar}>
      {areLinesShown && <QuestionLines question={question} />}
      <QuestionAnswer question={question} />
      <div className={styles.buttons}>
        {state === 'open' ? (
          <>
            <Button
              tone="go"
              aria-describedby={questionRowId(questionId)}
              onClick={() => perform({ type: 'sendQuestion', questionId })}
            >
              {t('questions.send')} <Kbd>Enter</Kbd>
            </Button>
            <Button
              aria-describedby={questionRowId(questionId)}
              onClick={() => perform({ type: 'answerQuestion', questionId })}
            >
              {t('questions.answer')} <Kbd>{t('questions.spaceKey')}</Kbd>
            </Button>
          </>
        ) : (
          <Button
            aria-describedby={questionRowId(questionId)}
            onClick={() => perform({ type: 'reopenQuestion', questionId })}
          >
            {t('questions.reopen')} <Kbd>{t('questions.spaceKey')}</Kbd>
          </Button>
        )}
        <Button
          tone="quiet"
          aria-expanded={areLinesShown}
          onClick={() => setLinesShown(!areLinesShown)}
        >
          {t('questions.lines')}
        </Button>
      </div>
    </div>
  );
}
