import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './ChatPanel.module.css';
import { senderName } from './ChatRowView.tsx';
import { eventSentence } from './event-sentence.ts';
import { PersonButton } from './PersonButton.tsx';

interface SelectionBarProps {
  readonly row: ChatRow;
  readonly onDeselect: () => void;
}

/** What can be done with the selected message. */
export function SelectionBar({ row, onDeselect }: SelectionBarProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [outcome, setOutcome] = useState<'chat.copied' | 'chat.copyFailed' | null>(null);
  const text = row.text === '' ? eventSentence(i18n, row) : row.text;

  const selected = t('chat.selected', { name: senderName(row) ?? t('chat.someone'), text });

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('chat.copied'),
      () => setOutcome('chat.copyFailed'),
    );
  }

  return (
    <div className={styles.selection}>
      <span className={styles.selectedText} title={selected}>
        {selected}
      </span>
      <span className={styles.outcome} role="status">
        {outcome !== null && t(outcome)}
      </span>
      <Button onClick={copy}>{t('chat.copy')}</Button>
      <PersonButton row={row} />
      <Button
        tone="quiet"
        className={styles.deselect}
        aria-label={t('chat.deselect')}
        title={t('chat.deselect')}
        onClick={onDeselect}
      >
        ✕
      </Button>
    </div>
  );
}
