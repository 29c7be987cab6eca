import type { ReactElement, Ref } from 'react';

import { CUE_KINDS, CUE_TONES } from '#shared/model/cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary } from '#renderer/store/selectors.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import type { CardFilter } from './find-cards.ts';
import styles from './Library.module.css';

interface CardFiltersProps {
  readonly filter: CardFilter;
  readonly onChange: (filter: CardFilter) => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** A word, kind, language and tone; and what the host of the show has marked. */
export function CardFilters({ filter, onChange, inputRef }: CardFiltersProps): ReactElement {
  const { t } = useI18n();
  const { anchors, currentAnchorId } = useLibrary();
  const host = anchors.find(({ id }) => id === currentAnchorId) ?? null;
  return (
    <div className={styles.filters}>
      <TextField
        label={t('library.search')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
        inputRef={inputRef}
        type="search"
      />
      <SelectField
        label={t('library.kind')}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t('library.allKinds') },
          ...CUE_KINDS.map((kind) => ({ value: kind, label: t(`cues.kindOf.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind: kind === '' ? null : kind })}
      />
      <SelectField
        label={t('library.language')}
        value={filter.language ?? ''}
        options={[
          { value: '', label: t('library.allLanguages') },
          { value: 'zh', label: t('library.languageOf.zh') },
          { value: 'en', label: t('library.languageOf.en') },
        ]}
        onChange={(language) =>
          onChange({ ...filter, language: language === '' ? null : language })
        }
      />
      <SelectField
        label={t('library.tone')}
        value={filter.tone ?? ''}
        options={[
          { value: '', label: t('library.allTones') },
          ...CUE_TONES.map((tone) => ({ value: tone, label: t(`library.toneOf.${tone}`) })),
        ]}
        onChange={(tone) => onChange({ ...filter, tone: tone === '' ? null : tone })}
      />
      {host !== null && (
        <label className={styles.favouritesOnly}>
          <input
            type="checkbox"
            checked={filter.favouriteOf === host.id}
            onChange={({ target }) =>
              onChange({ ...filter, favouriteOf: target.checked ? host.id : null })
            }
          />
          {t('library.favouritesOnly', { name: host.name })}
        </label>
      )}
    </div>
  );
}
