import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import {
  useAlerts,
  useBlocks,
  useCues,
  useOutlets,
  usePromises,
  useQuestions,
  useSettings,
  useShelf,
  useSources,
  useTeam,
  useWarnings,
} from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { DUTY_NAME_MAX } from '#shared/model/assistant.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';
import type { HandoverRoom } from '#shared/rules/team/handover.ts';

import { handoverSections, handoverText } from './handover-text.ts';
import styles from './HandoverSheet.module.css';
import { useClaims } from '#renderer/store/use-claims.ts';

function useRoom(): HandoverRoom {
  const sources = { sources: useSources(), warnings: useWarnings() };
  const words = useSettings()?.words ?? NO_WORDS;
  const [blocks, shelf, cues, promises] = [useBlocks(), useShelf(), useCues(), usePromises()];
  const [questions, alerts, outlets, team] = [useQuestions(), useAlerts(), useOutlets(), useTeam()];
  return { blocks, shelf, cues, promises, questions, alerts, sources, outlets, team, words };
}

/** The hand-over card: what the next operator must know, and their word that they take over. */
export function HandoverSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const room = useRoom();
  const wallNow = useWallNow(5_000);
  const { duty } = useTeam();
  const shown = [room.shelf.current?.productId, room.shelf.armed?.productId];
  const claimsOf = useClaims([...new Set(shown)].flatMap((id) => id ?? []));
  const [copied, setCopied] = useState<'handover.copied' | 'handover.copyFailed' | null>(null);
  const sections = handoverSections(i18n, room, { claimsOf, wallNow });

  async function copy(): Promise<void> {
    const isCopied = await copyText(handoverText(i18n, sections, duty));
    setCopied(isCopied ? 'handover.copied' : 'handover.copyFailed');
  }

  return (
    <Dialog title={t('handover.title')} onClose={onClose}>
      <p className={styles.duty}>
        {duty === null
          ? t('handover.nobody')
          : t('handover.onDuty', { name: duty.name, time: format.time(duty.sinceTs, null) })}
      </p>
      {sections.map(({ key, title, lines, none }) => (
        <section key={key} className={styles.section} data-section={key} aria-label={title}>
          <h3>{title}</h3>
          {lines.length === 0 ? (
            <p className={styles.none}>{none}</p>
          ) : (
            <ul>
              {lines.map((line, at) => (
                <li key={`${String(at)} ${line}`}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <TakeOver />
      <p className={styles.row}>
        <Button onClick={() => void copy()}>{t('handover.copy')}</Button>
        <span role="status">{copied !== null && t(copied)}</span>
      </p>
    </Dialog>
  );
}

/** The next operator's own word: a name, and one press. */
function TakeOver(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [name, setName] = useState('');
  const [error, setError] = useState<AppError | null>(null);

  async function take(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const result = await run('duty.take', { name });
    setError(result.ok ? null : result.error);
    if (result.ok) setName('');
  }

  return (
    <form className={styles.take} onSubmit={(event) => void take(event)}>
      <TextField
        label={t('handover.name')}
        value={name}
        maxLength={DUTY_NAME_MAX}
        onChange={setName}
      />
      <Button tone="go" type="submit" disabled={name.trim() === ''}>
        {t('handover.take')}
      </Button>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </form>
  );
}
