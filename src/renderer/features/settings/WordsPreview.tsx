import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import type { OwnWord } from '#shared/rules/chat-words/own-word.ts';

import styles from './SettingsSheet.module.css';

const RECENT_LINES = 200;
const SHOWN_LINES = 3;

interface WordsPreviewProps {
  readonly words: readonly OwnWord[];
  readonly rows: readonly ChatRow[];
}

/** Which lines of the last minutes these words would have found. */
export function WordsPreview({ words, rows }: WordsPreviewProps): ReactElement | null {
  const { t } = useI18n();
  const recent = useMemo(
    () => rows.filter(({ event }) => event.kind === 'chat').slice(-RECENT_LINES),
    [rows],
  );
  const found = useMemo(
    () =>
      recent.filter(({ text }) => {
        const line = normaliseChat(text);
        return words.some((word) => word.isIn(line));
      }),
    [recent, words],
  );
  if (words.length === 0) return null;
  return (
    <div className={styles.text}>
      <p>{t('settings.wordsFound', { count: found.length, of: recent.length })}</p>
      <ul className={styles.found}>
        {found.slice(-SHOWN_LINES).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
