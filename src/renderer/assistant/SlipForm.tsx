import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLink } from '#renderer/store/selectors.ts';
import { SLIP_WORD_MAX } from '#shared/model/slip.ts';

import styles from './AnswerButtons.module.css';

/**
 * The host said what should not be said, with or without the words: the second tap sends it. Without the
 * desk it is refused: a slip that arrives later is at the wrong moment.
 */
export function SlipForm(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const isLive = useLink().state === 'live';
  const [word, setWord] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), [isOpen]);

  async function send(): Promise<void> {
    setOpen(false);
    setWord('');
    if (!isLive) return setSaid(t('assistant.offline'));
    const result = await run('slip.log', { word: word.trim(), slipClass: null });
    setSaid(result.ok ? t('slips.logged') : errorMessage(i18n, result.error));
  }

  return (
    <div className={styles.buttons}>
      {isOpen ? (
        <form
          className={styles.problem}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <input
            ref={field}
            value={word}
            maxLength={SLIP_WORD_MAX}
            onChange={(event) => setWord(event.target.value)}
            placeholder={t('slips.word')}
            aria-label={t('slips.word')}
          />
          <div className={styles.pair}>
            <button type="submit" data-tone="danger">
              {t('slips.logNow')}
            </button>
            <button type="button" onClick={() => setOpen(false)}>
              {t('assistant.problemCancel')}
            </button>
          </div>
        </form>
      ) : (
        <button
          type="button"
          onClick={() => {
            setSaid('');
            setOpen(true);
          }}
        >
          {t('slips.heard')}
        </button>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
