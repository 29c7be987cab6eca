import { useEffect, useRef } from 'react';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './ChatPanel.module.css';

interface ChatSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Stands beside the field. */
  readonly children: ReactNode;
}

/** Filters what is shown; takes the focus when the desk asks for it. */
export function ChatSearch({ value, onChange, children }: ChatSearchProps): ReactElement {
  const { t } = useI18n();
  const request = useDeskStore((state) => state.chatSearchRequest);
  const openSearch = useDeskStore((state) => state.openSearch);
  const answered = useRef(request);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (request === answered.current) return;
    answered.current = request;
    input.current?.select();
    input.current?.focus();
  }, [request]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    // First it empties the field, then it gives the keys back to the desk.
    event.stopPropagation();
    if (value === '') input.current?.blur();
    onChange('');
  }

  return (
    <div className={styles.search} role="search">
      <TextField
        className={styles.searchField}
        label={t('chat.search')}
        isLabelHidden
        placeholder={t('chat.searchHint')}
        value={value}
        onChange={onChange}
        inputRef={input}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <ActionKey of="searchChat" />
      ) : (
        <>
          <Button
            tone="quiet"
            title={t('search.allShowsFor', { text: value })}
            onClick={() => openSearch(value)}
          >
            {t('search.allShows')}
          </Button>
          <Button tone="quiet" onClick={() => onChange('')}>
            {t('chat.clearSearch')}
          </Button>
        </>
      )}
      {children}
    </div>
  );
}
