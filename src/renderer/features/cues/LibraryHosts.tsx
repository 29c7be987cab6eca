import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import type { AppError, Result } from '#shared/contract/app-error.ts';
import { ANCHOR_NAME_MAX } from '#shared/model/cue-library.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './Library.module.css';

/** Who hosts now, and the list of those who do; favourites are each one's own. */
export function LibraryHosts(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { anchors, currentAnchorId } = useLibrary();
  const show = useShow();
  const canChoose = show !== null && show.state !== 'ended';
  const current = anchors.find(({ id }) => id === currentAnchorId) ?? null;
  const [name, setName] = useState('');
  const [error, setError] = useState<AppError | null>(null);

  async function tell(asked: Promise<Result<unknown>>): Promise<boolean> {
    const result = await asked;
    setError(result.ok ? null : result.error);
    return result.ok;
  }

  async function put(event: FormEvent, anchorId: typeof currentAnchorId): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    if (await tell(run('anchor.put', { anchorId, name: name.trim() }))) setName('');
  }

  return (
    <form className={styles.hosts} onSubmit={(event) => void put(event, null)} noValidate>
      {canChoose ? (
        <SelectField
          label={t('library.hostNow')}
          value={String(currentAnchorId ?? '')}
          options={[
            { value: '', label: t('library.noHost') },
            ...anchors.map(({ id, name: held }) => ({ value: String(id), label: held })),
          ]}
          onChange={(value) => {
            const chosen = anchors.find(({ id }) => String(id) === value)?.id ?? null;
            void tell(run('anchor.choose', { anchorId: chosen }));
          }}
        />
      ) : (
        <p className={styles.quiet}>{t('library.hostNeedsShow')}</p>
      )}
      <TextField
        label={t('library.hostName')}
        value={name}
        maxLength={ANCHOR_NAME_MAX}
        onChange={setName}
      />
      <span className={styles.hostButtons}>
        <Button type="submit">{t('library.addHost')}</Button>
        {current !== null && (
          <>
            <Button onClick={(event) => void put(event, current.id)}>
              {t('library.renameHost')}
            </Button>
            <ConfirmButton
              label={t('library.removeHost')}
              tone="quiet"
              confirmLabel={t('library.confirmRemoveHost')}
              onConfirm={() => void tell(run('anchor.remove', { anchorId: current.id }))}
            />
          </>
        )}
      </span>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </form>
  );
}
