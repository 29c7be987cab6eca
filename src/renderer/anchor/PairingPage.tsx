import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { pairByDigits } from '#renderer/connection/pair.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { usePasteGuard } from '#renderer/ui/use-paste-guard.ts';
import type { AppError } from '#shared/contract/app-error.ts';

import styles from './PairingPage.module.css';

const DIGITS = 6;

interface PairingPageProps {
  readonly deviceName: string;
  readonly linkError: AppError | null;
  onPaired(): void;
}

/** What went wrong, and what to do about it. */
export function pairingMessage(i18n: I18n, error: AppError): string {
  const triesLeft = error.params['triesLeft'];
  switch (error.code) {
    case 'pairing_code_wrong':
      return triesLeft === undefined
        ? i18n.t('pairing.wrong')
        : i18n.t('pairing.triesLeft', { count: triesLeft });
    case 'pairing_code_expired':
      return i18n.t('pairing.expired');
    case 'pairing_locked':
      return i18n.t('pairing.locked');
    default:
      return error.params['what'] === 'unreachable'
        ? i18n.t('pairing.unreachable')
        : i18n.t('pairing.failed', { reason: errorMessage(i18n, error) });
  }
}

/** Six digits from the desk; sent by itself once the sixth is there. */
export function PairingPage({ deviceName, linkError, onPaired }: PairingPageProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const input = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const [message, setMessage] = useState(() =>
    linkError === null ? null : pairingMessage(i18n, linkError),
  );

  const paste = usePasteGuard({ maxLength: null, example: '123 456' });

  useEffect(() => input.current?.focus(), []);

  async function submit(typed: string): Promise<void> {
    if (isWorking) return;
    if (typed.length < DIGITS) {
      setMessage(t('pairing.incomplete'));
      return;
    }
    setIsWorking(true);
    setMessage(null);
    const result = await pairByDigits(typed, 'anchor', deviceName);
    setIsWorking(false);
    if (result.ok) {
      onPaired();
      return;
    }
    setMessage(pairingMessage(i18n, result.error));
    setDigits('');
    input.current?.focus();
  }

  function onType(text: string): void {
    // A pasted "123 456" counts; anything but digits does not.
    const next = text.replace(/\D/g, '').slice(0, DIGITS);
    setDigits(next);
    if (next.length === DIGITS) void submit(next);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void submit(digits);
  }

  return (
    <main className={styles.page}>
      <form className={styles.form} onSubmit={onSubmit}>
        <h1>{t('pairing.title')}</h1>
        <p id="pairing-intro">{t('pairing.intro')}</p>
        <div className={styles.field}>
          <input
            ref={input}
            className={styles.input}
            value={digits}
            onChange={(event) => {
              paste.clear();
              onType(event.target.value);
            }}
            onPaste={paste.onPaste}
            onDrop={paste.onDrop}
            aria-label={t('pairing.digits')}
            aria-describedby="pairing-intro pairing-message"
            aria-invalid={message !== null}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]*"
          />
          <div className={styles.cells} aria-hidden="true">
            {Array.from({ length: DIGITS }, (_, position) => (
              <span key={position} data-next={position === digits.length}>
                {digits[position] ?? ''}
              </span>
            ))}
          </div>
        </div>
        <p id="pairing-message" className={styles.message} role="alert">
          {paste.note ?? message}
        </p>
        <button type="submit" disabled={isWorking}>
          {t(isWorking ? 'pairing.working' : 'pairing.submit')}
        </button>
      </form>
    </main>
  );
}
