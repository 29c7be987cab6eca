import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ListedShow } from '#shared/model/show-list.ts';

import styles from './ShowsSheet.module.css';

interface RenameFormProps {
  readonly show: ListedShow;
  onDone(): void;
  onClose(): void;
}

/** Enter keeps the new name, Esc leaves it. */
export function RenameForm({ show, onDone, onClose }: RenameFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(show.title);
  const [error, setError] = useState<AppError | null>(null);

  // It was opened to be typed into.
  useEffect(() => input.current?.focus(), []);

  async function save(): Promise<void> {
    const result = await run('shows.rename', { showId: show.id, title });
    setError(result.ok ? null : result.error);
    if (result.ok) onDone();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('shows.newName')}
        value={title}
        maxLength={120}
        inputRef={input}
        error={error === null ? null : errorMessage(i18n, error)}
        onChange={setTitle}
        onKeyDown={(event) => {
          // Enter is the form's here, not the desk's.
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
        }}
      />
      <Button tone="go" type="submit" disabled={title.trim() === ''}>
        {t('shows.save')}
      </Button>
    </form>
  );
}
