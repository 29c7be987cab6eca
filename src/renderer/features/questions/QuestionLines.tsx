import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { Question } from '#shared/model/question.ts';

import styles from './QuestionsPanel.module.css';

const LINES_SHOWN = 6;

/** The newest lines behind a question's figures, as they stand in the log. */
export function QuestionLines({ question }: { readonly question: Question }): ReactElement {
  const i18n = useI18n();
  const run = useCommand();
  const startedTs = useShow()?.startedTs ?? null;
  const { id: questionId, lastSeq } = question;
  const [lines, setLines] = useState<readonly RoomEvent[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  // Anew with each further line.
  useEffect(() => {
    let isCurrent = true;
    void run('question.lines', { questionId, limit: LINES_SHOWN }).then((result) => {
      if (!isCurrent) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setLines(result.value.lines);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, questionId, lastSeq]);

  if (error !== null) return <p className={styles.note}>{errorMessage(i18n, error)}</p>;
  if (lines !== null && lines.length === 0) {
    return <p className={styles.note}>{i18n.t('questions.linesEmpty')}</p>;
  }
  return (
    <ul className={styles.lines} aria-label={i18n.t('questions.lines')} translate="no">
      {(lines ?? []).toReversed().map((event) => (
        <li key={event.seq}>
          <PlatformMark platform={event.platform} />
          <span>
            <b>{event.actor?.displayName ?? i18n.t('chat.someone')}</b>{' '}
            {event.kind === 'chat' ? joinFragments(event.fragments) : ''}
          </span>
          <span className={styles.age}>
            {startedTs === null ? '' : i18n.format.span(event.eventTs - startedTs)}
          </span>
        </li>
      ))}
    </ul>
  );
}
