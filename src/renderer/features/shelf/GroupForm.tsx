import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, SyntheticEvent } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import { groupNameKey } from '#shared/rules/shelf-groups.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

import { groupNameFault } from './group-name-fault.ts';
import styles from './GroupForm.module.css';

interface GroupFormProps {
  readonly productIds: readonly ProductId[];
  readonly onClose: () => void;
  /** They are in the group. */
  readonly onDone: () => void;
}

/** Products into a group: a name that a group has, or a new one. */
export function GroupForm({ productIds, onClose, onDone }: GroupFormProps): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const runInArea = useRunInArea();
  const { groups } = useShelf();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const fault = groupNameFault(i18n, name);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const held = groups.find((group) => groupNameKey(group.name) === groupNameKey(name));

  // The keys go back to the row they came from.
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      const isFree = document.activeElement === document.body;
      if (isFree && before instanceof HTMLElement) before.focus();
    };
  }, []);

  async function put(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (fault !== null) return;
    const ids = [...productIds];
    const result =
      held === undefined
        ? await runInArea('shelf', 'shelf.makeGroup', { groupName: name, productIds: ids })
        : await runInArea('shelf', 'shelf.assignGroup', { groupId: held.id, productIds: ids });
    if (result.ok) onDone();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onClose();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void put(event)}>
      <span className={styles.count}>{tn('groups.of', productIds.length)}</span>
      <TextField
        className={styles.field}
        label={t('groups.name')}
        isLabelHidden
        isNoteAbove
        placeholder={t('groups.nameHint')}
        list={listId}
        value={name}
        onChange={(value) => {
          setName(value);
          setChecked(false);
        }}
        error={isChecked ? fault : null}
        inputRef={field}
        onKeyDown={onKey}
      />
      <datalist id={listId}>
        {groups.map((group) => (
          <option key={group.id} value={group.name}>
            {group.name}
          </option>
        ))}
      </datalist>
      <Button type="submit" tone="go">
        {held === undefined ? t('groups.makeNamed') : t('groups.intoNamed', { name: held.name })}
      </Button>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
    </form>
  );
}
