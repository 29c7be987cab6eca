import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { pairByDigits } from '#renderer/connection/pair.ts';
import { useScreenRequest } from '#renderer/connection/use-screen-request.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { requestMessage } from '#renderer/i18n/request-message.ts';
import { usePasteGuard } from '#renderer/ui/use-paste-guard.ts';
import type { Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';

import styles from './PairingPage.module.css';
import { WaitingForDesk } from './WaitingForDesk.tsx';

const DIGITS = 6;

interface PairingPageProps {
  /** As what this device asks to be let in; an overlay cannot type. */
  readonly role: 'anchor' | 'assistant';
  readonly deviceName: string;
  /** What the desk said to the link this page was opened with; null without one. */
  readonly first: Result<PairState> | null;
  /** This screen was in until the desk took its pairing back. */
  readonly isRevoked: boolean;
  onPaired(): void;
}

/** The way in: six digits, then the operator's yes. */
export function PairingPage(props: PairingPageProps): ReactElement {
  const i18n = useI18n();
  const { standing, take } = useScreenRequest(props.role, props.first, props.onPaired);
  if (standing.kind === 'waiting') return <WaitingForDesk standing={standing} />;
  const revoked = props.isRevoked ? i18n.t('pairing.revoked') : null;
  return (
    <DigitsForm
      role={props.role}
      deviceName={props.deviceName}
      message={requestMessage(i18n, standing) ?? revoked}
      onAnswer={take}
    />
  );
}

interface DigitsFormProps extends Pick<PairingPageProps, 'role'> {
  readonly deviceName: string;
  /** Why this device is not in (any more). */
  readonly message: string | null;
  onAnswer(result: Result<PairState>): void;
}

/** Six digits from the desk; sent by itself once the sixth is there. */
function DigitsForm(props: DigitsFormProps): ReactElement {
  const { role, deviceName, message: answer, onAnswer } = props;
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const message = isIncomplete ? t('pairing.incomplete') : isWorking ? null : answer;

  const paste = usePasteGuard({ maxLength: null, example: '123 456' });

  useEffect(() => input.current?.focus(), []);

  async function submit(typed: string): Promise<void> {
    if (isWorking) return;
    if (typed.length < DIGITS) {
      setIsIncomplete(true);
      return;
    }
    setIsWorking(true);
    setIsIncomplete(false);
    const result = await pairByDigits(typed, role, deviceName);
    setIsWorking(false);
    setDigits('');
    input.current?.focus();
    onAnswer(result);
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
        <h1>{t(role === 'anchor' ? 'pairing.title' : 'pairing.titleAssistant')}</h1>
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
