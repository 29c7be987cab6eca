import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useActionState } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import { KeyGroupHead } from './KeyGroupHead.tsx';
import { groupedRows, groupName, rowId } from './setting-rows.ts';
import { SettingRowView } from './SettingRowView.tsx';
import styles from './SettingsSheet.module.css';
import { UndoLine } from './UndoLine.tsx';
import { useUndoKey } from './use-undo-key.ts';
import { useShownKeys } from './use-shown-keys.ts';

interface SettingsSheetProps {
  onClose(): void;
}

/** Everything that can be set, found by the words of either language; each change can be undone. */
export function SettingsSheet({ onClose }: SettingsSheetProps): ReactElement {
  const { t } = useI18n();
  const { table } = useShownKeys();
  const [query, setQuery] = useState('');
  const asked = useDeskStore((desk) => desk.settingsGroup);
  const history = useActionState(({ settingsHistory }) => settingsHistory);
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useUndoKey(body);

  useEffect(() => {
    field.current?.focus();
    if (asked === null) return;
    // Not in every test surrounding, always in a browser.
    body.current?.querySelector(`[data-group="${asked}"]`)?.scrollIntoView?.({ block: 'start' });
  }, [asked]);

  const groups = groupedRows(query, table);
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <div ref={body} className={styles.body}>
        <div className={styles.top}>
          <TextField
            label={t('settings.search')}
            isLabelHidden
            placeholder={t('settings.searchHint')}
            type="search"
            value={query}
            onChange={setQuery}
            inputRef={field}
          />
          <UndoLine history={history} />
        </div>
        {query === '' && <p className={styles.scope}>{t('settings.scope')}</p>}
        {groups.length === 0 && (
          <p className={styles.scope} role="status">
            {t('settings.none', { text: query.trim() })}
          </p>
        )}
        {groups.map(({ group, rows }) => (
          <section key={group} className={styles.group} data-group={group}>
            <h3>{t(groupName(group))}</h3>
            {group === 'keys' && <KeyGroupHead />}
            {rows.map((row) => (
              <SettingRowView key={rowId(row)} row={row} />
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
