import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { PROBLEM_TEXT_MAX } from '#shared/model/assistant.ts';

import styles from './AnswerButtons.module.css';

interface ProblemFormProps {
  onSend(text: string): void;
}

/** A problem, with or without words: the second tap sends it, so that a slip tells nobody. */
export function ProblemForm({ onSend }: ProblemFormProps): ReactElement {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), [isOpen]);

  function close(): void {
    setIsOpen(false);
    setText('');
  }

  if (!isOpen) {
    return (
      <button type="button" data-tone="danger" onClick={() => setIsOpen(true)}>
        {t('assistant.answer.problem')}
      </button>
    );
  }
  return (
    <form
      className={styles.problem}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
        close();
      }}
    >
      <input
        ref={field}
        value={text}
        maxLength={PROBLEM_TEXT_MAX}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('assistant.problemHint')}
        aria-label={t('assistant.problemHint')}
      />
      <div className={styles.pair}>
        <button type="submit" data-tone="danger">
          {t('assistant.problemSend')}
        </button>
        <button type="button" onClick={close}>
          {t('assistant.problemCancel')}
        </button>
      </div>
    </form>
  );
}
