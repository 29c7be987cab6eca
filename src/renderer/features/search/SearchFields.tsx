import type { KeyboardEvent, ReactElement, Ref } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey, messages } from '#renderer/i18n/messages.ts';
import { SEARCH_SPANS, type SearchDraft } from '#renderer/store/search-draft.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { SEARCH_KINDS } from '#shared/model/search.ts';

import styles from './SearchSheet.module.css';
import { useShowList } from './use-show-list.ts';

const PLATFORM = 'platform.';
/** Those that have a name: every platform Cuedesk knows, without what is no platform of viewers. */
const PLATFORMS = Object.keys(messages.en)
  .filter((key) => key.startsWith(PLATFORM))
  .map((key) => key.slice(PLATFORM.length))
  .filter((name) => name !== 'cuedesk' && name !== 'replay');

interface SearchFieldsProps {
  readonly draft: SearchDraft;
  readonly onChange: (draft: SearchDraft) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly listId: string;
  /** Of the hit that is picked; null for none. */
  readonly pickedId: string | null;
}

/** The words, and what narrows them. */
export function SearchFields(props: SearchFieldsProps): ReactElement {
  const { draft, onChange, onKeyDown, inputRef, listId, pickedId } = props;
  const { t, format } = useI18n();
  const shows = useShowList();
  const change = (part: Partial<SearchDraft>): void => onChange({ ...draft, ...part });
  const any = { value: '' } as const;
  const platformName = (name: string): string => {
    const key = `${PLATFORM}${name}`;
    return isMessageKey(key) ? t(key) : name;
  };
  return (
    <div className={styles.fields} role="search" aria-label={t('search.title')}>
      <div className={styles.line}>
        <TextField
          className={styles.what}
          label={t('search.field')}
          isLabelHidden
          placeholder={t('search.fieldHint')}
          role="combobox"
          aria-expanded={pickedId !== null}
          aria-controls={listId}
          aria-activedescendant={pickedId ?? undefined}
          aria-autocomplete="list"
          value={draft.text}
          onChange={(text) => change({ text })}
          inputRef={inputRef}
          onKeyDown={onKeyDown}
        />
        <Button tone="quiet" disabled={draft.text === ''} onClick={() => change({ text: '' })}>
          {t('search.clear')}
        </Button>
      </div>
      <div className={styles.filters}>
        {draft.picked === null ? (
          <TextField
            label={t('search.name')}
            placeholder={t('search.nameHint')}
            maxLength={200}
            value={draft.name}
            onChange={(name) => change({ name })}
          />
        ) : (
          <div className={styles.person}>
            <span className={styles.label}>{t('search.name')}</span>
            <Button
              className={styles.anybody}
              aria-label={t('search.anybody', { name: draft.picked.name })}
              title={t('search.anybody', { name: draft.picked.name })}
              onClick={() => change({ picked: null })}
            >
              <span translate="no">{draft.picked.name}</span> ✕
            </Button>
          </div>
        )}
        <SelectField
          label={t('search.kind')}
          value={draft.kind ?? ''}
          options={[
            { ...any, label: t('search.anyKind') },
            ...SEARCH_KINDS.map((kind) => ({ value: kind, label: t(`search.kind.${kind}`) })),
          ]}
          onChange={(kind) => change({ kind: kind === '' ? null : kind })}
        />
        <SelectField
          label={t('search.platform')}
          value={draft.platform ?? ''}
          options={[
            { ...any, label: t('search.anyPlatform') },
            ...PLATFORMS.map((name) => ({ value: name, label: platformName(name) })),
          ]}
          onChange={(platform) => change({ platform: platform === '' ? null : platform })}
        />
        <SelectField
          label={t('search.show')}
          value={draft.showId === null ? '' : String(draft.showId)}
          options={[
            { ...any, label: t('search.anyShow') },
            ...shows.map(({ id, title, startedTs }) => ({
              value: String(id),
              label: startedTs === null ? title : `${title} · ${format.day(startedTs)}`,
            })),
          ]}
          onChange={(id) => change({ showId: id === '' ? null : ShowId.parse(Number(id)) })}
        />
        <SelectField
          label={t('search.span')}
          value={draft.span ?? ''}
          options={[
            { ...any, label: t('search.anySpan') },
            ...SEARCH_SPANS.map((span) => ({ value: span, label: t(`search.span.${span}`) })),
          ]}
          onChange={(span) => change({ span: span === '' ? null : span })}
        />
      </div>
    </div>
  );
}
