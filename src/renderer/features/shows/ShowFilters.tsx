import type { KeyboardEvent, ReactElement, Ref } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ListedShow } from '#shared/model/show-list.ts';
import { ShowOrigin } from '#shared/model/show.ts';
import {
  wordsOf,
  type ShowFilter,
  type ShowOrder,
  type ShowSort,
} from '#shared/rules/shows/find-shows.ts';
import { SHOW_FIGURES } from '#shared/rules/shows/show-figure-list.ts';

import styles from './ShowsSheet.module.css';

interface ShowFiltersProps {
  readonly shows: readonly ListedShow[];
  readonly filter: ShowFilter;
  readonly order: ShowOrder;
  readonly found: number;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly listId: string;
  readonly pickedId: string | undefined;
  onFilter(filter: ShowFilter): void;
  onOrder(order: ShowOrder): void;
  onKeyDown(event: KeyboardEvent): void;
}

const SORTS: readonly ShowSort[] = ['startedTs', 'title', ...SHOW_FIGURES.map(({ key }) => key)];
const isSort = (value: string): value is ShowSort => SORTS.some((sort) => sort === value);

/** What is looked for, by what it is narrowed and how it is ordered. */
export function ShowFilters(props: ShowFiltersProps): ReactElement {
  const { shows, filter, order, found, inputRef, listId, pickedId, onKeyDown } = props;
  const { onFilter, onOrder } = props;
  const i18n = useI18n();
  const { t, tn } = i18n;
  const origins = ShowOrigin.options.filter((origin) =>
    shows.some((show) => show.origin === origin),
  );
  const narrowed = (change: Partial<ShowFilter>): void => onFilter({ ...filter, ...change });
  const isNarrowed = Object.values(filter).some((value) => value !== null && value !== '');
  return (
    <div className={styles.filters}>
      <div className={styles.find}>
        <TextField
          label={t('shows.find')}
          isLabelHidden
          placeholder={t('shows.find')}
          inputRef={inputRef}
          value={filter.text}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={pickedId}
          onChange={(text) => narrowed({ text })}
          onKeyDown={onKeyDown}
        />
        <span className={styles.quiet} role="status">
          {tn('shows.count', found)}
        </span>
      </div>
      <div className={styles.narrow}>
        <Choice
          label={t('shows.origin')}
          value={filter.origin}
          options={origins.map((origin) => [origin, t(`setUp.origin.${origin}`)] as const)}
          onChange={(value) =>
            narrowed({ origin: origins.find((origin) => origin === value) ?? null })
          }
        />
        <Choice
          label={t('shows.anchor')}
          value={filter.anchor}
          options={wordsOf(shows, 'anchors').map((word) => [word, word] as const)}
          onChange={(anchor) => narrowed({ anchor })}
        />
        <Choice
          label={t('shows.platform')}
          value={filter.platform}
          options={wordsOf(shows, 'platforms').map(
            (word) => [word, platformName(i18n, word)] as const,
          )}
          onChange={(platform) => narrowed({ platform })}
        />
        <Choice
          label={t('shows.tag')}
          value={filter.tag}
          options={wordsOf(shows, 'tags').map((word) => [word, word] as const)}
          onChange={(tag) => narrowed({ tag })}
        />
        <SelectField
          label={t('shows.sort')}
          value={order.by}
          options={SORTS.map((sort) => ({ value: sort, label: sortLabel(t, sort) }))}
          onChange={(by) => {
            if (isSort(by)) onOrder({ by, isRising: by === 'title' });
          }}
        />
        <Button onClick={() => onOrder({ ...order, isRising: !order.isRising })}>
          {t(order.isRising ? 'shows.rising' : 'shows.falling')}
        </Button>
        {isNarrowed && (
          <Button
            tone="quiet"
            onClick={() =>
              onFilter({ text: '', origin: null, platform: null, anchor: null, tag: null })
            }
          >
            {t('shows.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

function sortLabel(t: ReturnType<typeof useI18n>['t'], sort: ShowSort): string {
  if (sort === 'startedTs') return t('shows.sort.startedTs');
  if (sort === 'title') return t('shows.sort.title');
  return t(`shows.figure.${sort}`);
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  onChange(value: string | null): void;
}

/** Not there where there is nothing to choose between. */
function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement | null {
  const { t } = useI18n();
  if (options.length === 0) return null;
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      options={[
        { value: '', label: t('shows.any') },
        ...options.map(([each, name]) => ({ value: each, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
