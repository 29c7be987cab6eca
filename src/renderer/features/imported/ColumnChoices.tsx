import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import {
  IMPORT_KEYS,
  ImportColumn,
  ImportedFigure,
  type ImportColumns,
} from '#shared/model/platform-import.ts';
import { isFigure, type PlatformTable } from '#shared/rules/platform-tables/table-layout.ts';

import styles from './ImportedSheet.module.css';

interface ColumnChoicesProps {
  readonly table: PlatformTable;
  readonly onChange: (columns: ImportColumns) => void;
}

/** What each column is taken for; a guess that can be changed. */
export function ColumnChoices({ table, onChange }: ColumnChoicesProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [first] = table.body;
  const options = [...IMPORT_KEYS, ...ImportedFigure.options];
  // Two columns can have one heading: their place tells them apart.
  const places = table.headings.map((heading, index) => ({ heading, index }));
  return (
    <section className={styles.columns} aria-label={t('imported.columns')}>
      <h3>{t('imported.columns')}</h3>
      <ul className={styles.columnList}>
        {places.map(({ heading, index }) => {
          const name = heading === '' ? t('imported.noHeading', { number: index + 1 }) : heading;
          const column = table.columns[index] ?? null;
          return (
            <li key={index} className={styles.column} data-taken={isFigure(column)}>
              <span className={styles.heading}>{name}</span>
              <span className={styles.sample}>{first?.cells[index] ?? ''}</span>
              <select
                className={styles.select}
                aria-label={t('imported.columnNamed', { heading: name })}
                value={column ?? ''}
                onChange={({ target }) => {
                  const parsed = ImportColumn.safeParse(target.value);
                  const next = parsed.success ? parsed.data : null;
                  onChange(
                    table.columns.map((each, at) => {
                      if (at === index) return next;
                      // What is said last has the name.
                      return each === next && next !== 'rate' ? null : each;
                    }),
                  );
                }}
              >
                <option value="">{t('imported.ignored')}</option>
                {options.map((option) => (
                  <option key={option} value={option}>
                    {columnName(i18n, option)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function columnName({ t }: I18n, column: ImportColumn): string {
  const key: MessageKey = isFigure(column)
    ? `imported.figure.${column}`
    : `imported.columnOf.${column}`;
  return t(key);
}
