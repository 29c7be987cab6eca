import { useEffect, useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useData } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { FoundPerson } from '#shared/model/erasure.ts';

import styles from './DataSheet.module.css';
import { ErasureLine } from './ErasureLine.tsx';

/** Find a person, then two presses; below, how far the last erasures are. */
export function EraseSection(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { erasures, lastErasedTs } = useData();
  const asked = useDeskStore((state) => state.personToErase);
  const [text, setText] = useState(asked?.text ?? '');
  const [people, setPeople] = useState<readonly FoundPerson[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [knownTs, setKnownTs] = useState(lastErasedTs);
  // Any desk may have erased one of those who were found here.
  if (knownTs !== lastErasedTs) {
    setKnownTs(lastErasedTs);
    setPeople(null);
  }

  function take(result: Result<CommandOutput<'person.find'>>): void {
    setError(result.ok ? null : result.error);
    if (result.ok) setPeople(result.value.people);
  }

  // Chosen in the chat: found at once, still two presses away.
  useEffect(() => {
    if (asked === null || asked.text.trim() === '') return;
    void run('person.find', { platform: asked.platform, text: asked.text.trim() }).then(take);
  }, [asked, run]);

  async function erase({ platform, platformUserId }: FoundPerson): Promise<void> {
    const result = await run('person.erase', { platform, platformUserId });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setPeople(null);
    setText('');
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    void run('person.find', { platform: null, text: text.trim() }).then(take);
  }

  return (
    <section className={styles.section}>
      <h3>{t('data.eraseTitle')}</h3>
      <p className={styles.text}>{t('data.eraseText')}</p>
      <form className={styles.section} onSubmit={submit} noValidate>
        <TextField
          label={t('data.eraseFind')}
          value={text}
          onChange={setText}
          maxLength={200}
          spellCheck={false}
        />
        <div>
          <Button type="submit">{t('data.find')}</Button>
        </div>
      </form>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      {people?.length === 0 && <p role="status">{t('data.findNone')}</p>}
      {people !== null && people.length > 0 && (
        <ul className={styles.list} aria-label={t('data.found')}>
          {people.map((person) => (
            <li key={`${person.platform}/${person.platformUserId}`}>
              <PersonWords person={person} />
              <ConfirmButton
                label={t('data.erase')}
                tone="plain"
                confirmLabel={t('data.eraseSure')}
                onConfirm={() => void erase(person)}
              />
            </li>
          ))}
        </ul>
      )}
      {erasures.length > 0 && (
        <ul className={styles.section} aria-label={t('data.erasures')}>
          {erasures.map((erasure) => (
            <ErasureLine key={erasure.id} erasure={erasure} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PersonWords({ person }: { readonly person: FoundPerson }): ReactElement {
  const { t, format } = useI18n();
  const { platform, platformUserId, name, displayName, lastSeenTs } = person;
  const seen =
    lastSeenTs === null
      ? t('data.notSeenLive')
      : t('data.lastSeen', { time: format.dateTime(lastSeenTs, null) });
  return (
    <div>
      <div className={styles.name}>
        <PlatformMark platform={platform} /> {displayName === '' ? name : displayName}
      </div>
      <div className={styles.facts}>{[name, platformUserId, seen].join(t('common.separator'))}</div>
    </div>
  );
}
