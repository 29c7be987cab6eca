import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './RoomsSheet.module.css';

const NAME_MAX = 80;

interface RoomFormProps {
  /** The name that is there already; empty for a new room. */
  readonly value: string;
  readonly saves: string;
  /** False where the name was refused: it stays in the field. */
  readonly onSave: (name: string) => Promise<boolean>;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** A room's name, typed. */
export function RoomForm({ value, saves, onSave, onCancel }: RoomFormProps): ReactElement {
  const { t } = useI18n();
  const [name, setName] = useState(value);
  const [isSaving, setIsSaving] = useState(false);
  const typed = name.trim();
  const field = useRef<HTMLInputElement>(null);
  const isAsked = onCancel !== null;
  // It came where a button was pressed.
  useEffect(() => {
    if (isAsked) field.current?.select();
  }, [isAsked]);

  async function save(): Promise<void> {
    if (typed === '' || isSaving) return;
    setIsSaving(true);
    const isSaved = await onSave(typed);
    setIsSaving(false);
    if (isSaved) setName('');
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
        label={t('rooms.name')}
        hint={t('rooms.nameHint')}
        value={name}
        maxLength={NAME_MAX}
        inputRef={field}
        onChange={setName}
      />
      <div className={styles.acts}>
        <Button type="submit" disabled={typed === '' || isSaving}>
          {saves}
        </Button>
        {onCancel !== null && (
          <Button tone="quiet" onClick={onCancel}>
            {t('rooms.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
