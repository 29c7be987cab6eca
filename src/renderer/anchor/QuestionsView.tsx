import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useStage } from '#renderer/store/selectors.ts';

import styles from './QuestionsView.module.css';
import { ScriptText } from './ScriptText.tsx';

/** What the chat asks and nobody has answered, with the one approved answer. */
export function QuestionsView(): ReactElement {
  const { t, format } = useI18n();
  const { questions } = useStage();
  return (
    <section className={styles.view} aria-label={t('stage.view.questions')}>
      {questions.length === 0 && (
        <p className={styles.none}>
          <ScriptText text={t('anchor.noQuestion')} />
        </p>
      )}
      <ol className={styles.list}>
        {questions.map(({ id, text, people, answer }) => (
          <li key={id}>
            <p className={styles.asked}>
              <b>
                <ScriptText text={format.number(people)} />
              </b>{' '}
              <span>
                <ScriptText text={text} />
              </span>
            </p>
            {answer !== null && (
              <p className={styles.answer}>
                <ScriptText text={answer} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
