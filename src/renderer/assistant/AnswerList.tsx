import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLocalNow } from '#renderer/store/use-now.ts';

import type { AnswerRow } from './answer-rows.ts';
import styles from './AnswerList.module.css';

interface AnswerListProps {
  readonly rows: readonly AnswerRow[];
  onTakeBack(seq: number): void;
}

/** What was answered, the newest first: on its way, received, seen by the desk. */
export function AnswerList({ rows, onTakeBack }: AnswerListProps): ReactElement {
  const { t } = useI18n();
  const now = useLocalNow(500);
  return (
    <ul className={styles.list} aria-label={t('assistant.answers')} aria-live="polite">
      {rows.slice(0, 8).map((row) => (
        <li key={row.key} className={styles.row} data-state={row.state}>
          <RowWords row={row} />
          {row.back !== null && row.back.untilTs > now && (
            <BackButton
              seq={row.back.seq}
              leftS={Math.min(5, Math.ceil((row.back.untilTs - now) / 1000))}
              onTakeBack={onTakeBack}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function RowWords({ row }: { readonly row: AnswerRow }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const what =
    row.answer === 'stock_added' && row.units !== null
      ? t('assistant.said.stock_added', { count: format.number(row.units) })
      : t(`assistant.answer.${row.answer}`);
  const about = row.linkNumber === null ? '' : t('assistant.link', { number: row.linkNumber });
  return (
    <div className={styles.words}>
      <span>
        <b>{what}</b> {about}
        {row.text !== '' && <span className={styles.text}> {row.text}</span>}
      </span>
      <span className={styles.state}>
        {row.error === null ? t(`assistant.state.${row.state}`) : errorMessage(i18n, row.error)}
        {row.trade !== null && ` · ${t(`assistant.trade.${row.trade}`)}`}
        {row.ts !== null && ` · ${format.time(row.ts, null)}`}
      </span>
    </div>
  );
}

interface BackButtonProps {
  readonly seq: number;
  readonly leftS: number;
  onTakeBack(seq: number): void;
}

function BackButton({ seq, leftS, onTakeBack }: BackButtonProps): ReactElement {
  const { t } = useI18n();
  return (
    <button type="button" className={styles.back} onClick={() => onTakeBack(seq)}>
      {t('assistant.takeBack', { seconds: leftS })}
    </button>
  );
}
