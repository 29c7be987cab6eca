import { useRef } from 'react';
import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useQuestions, useShow } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './UrgentQuestions.module.css';
import { UrgentRow } from './UrgentRow.tsx';
import { usePlaces, useStillUrgent } from './use-urgent-questions.ts';

interface UrgentQuestionsProps {
  /** The messages below are looked through: what stands above them keeps its height. */
  readonly isStill: boolean;
}

/** What the room owes answers to, above its messages: the most urgent few; one line where none is owed. */
export function UrgentQuestions({ isStill }: UrgentQuestionsProps): ReactElement {
  const { t, format } = useI18n();
  const block = useRef<HTMLElement>(null);
  const hasStarted = (useShow()?.startedTs ?? null) !== null;
  const showNowTs = useShowNow(1000);
  const nowTs = hasStarted ? showNowTs : null;
  const { isReady, debt, oldestDebtTs } = useQuestions();
  const rows = useStillUrgent(block);
  const places = usePlaces(rows.length, isStill);
  const want = useDeskStore((state) => state.wantQuestions);

  function headText(): string {
    if (!isReady && nowTs !== null) return t('questions.reading');
    return debt === 0 ? t('questions.noneOwed') : t('questions.owed');
  }

  return (
    <section
      ref={block}
      className={classNames(styles.block, places === 0 && styles.none)}
      aria-label={t('questions.owed')}
    >
      <button type="button" className={styles.head} onClick={() => want(null)}>
        <span>
          {headText()} {debt > 0 && <b>{format.number(debt)}</b>}
        </span>
        <span className={styles.oldest}>
          {oldestDebtTs !== null &&
            nowTs !== null &&
            t('questions.oldest', { age: format.span(Math.max(0, nowTs - oldestDebtTs)) })}
        </span>
        <ActionKey of="pickQuestion" className={styles.headKey} />
      </button>
      {places > 0 && (
        <ul className={styles.rows} data-places={places}>
          {rows.slice(0, places).map((question, place) => (
            <UrgentRow
              key={question.id}
              question={question}
              nowTs={nowTs}
              isFirst={place === 0}
              onOpen={() => want(question.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
