import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, SyntheticEvent } from 'react';

import type { ShelfGroup } from '#shared/model/shelf-group.ts';
import { useActionStore, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './GroupHeader.module.css';
import { groupNameFault } from './group-name-fault.ts';

/** Another name for a group, in its place: Enter keeps it, Esc leaves the old one. */
export function GroupName({ group }: { readonly group: ShelfGroup }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const store = useActionStore();
  const runInArea = useRunInArea();
  const [name, setName] = useState(group.name);
  const [isChecked, setChecked] = useState(false);
  const fault = groupNameFault(i18n, name);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const close = (): void => store.setState({ renamedGroupId: null });

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (fault !== null) return;
    const asked = { groupId: group.id, groupName: name };
    // What is refused is said in the shelf; what was typed stays to be put right.
    if ((await runInArea('shelf', 'shelf.renameGroup', asked)).ok) close();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    close();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextField
        className={styles.field}
        label={t('groups.renameNamed', { name: group.name })}
        isLabelHidden
        value={name}
        onChange={(value) => {
          setName(value);
          setChecked(false);
        }}
        error={isChecked ? fault : null}
        inputRef={field}
        onKeyDown={onKey}
      />
      <Button type="submit" tone="go">
        {t('common.save')}
      </Button>
      <Button onClick={close}>{t('common.cancel')}</Button>
    </form>
  );
}
