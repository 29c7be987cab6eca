import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { PasteDraft } from '#renderer/store/paste-draft.ts';
import {
  PASTE_FIELDS,
  plainText,
  type PasteField,
} from '#shared/rules/product-paste/paste-fields.ts';

import { FIELD_LABELS } from '#renderer/ui/product-field-text.ts';
import styles from './PasteTable.module.css';

const IGNORED = 'none';

interface PasteHeadProps {
  readonly draft: PasteDraft;
  onChange(draft: PasteDraft): void;
}

/** Which column is what; a field is one column's at most. */
export function PasteHead({ draft, onChange }: PasteHeadProps): ReactElement {
  const { t } = useI18n();
  const { columns, headerIndex } = draft.layout;
  const headers = headerIndex === null ? [] : (draft.rows[headerIndex]?.cells ?? []);

  function choose(index: number, field: PasteField | null): void {
    const changed = columns.map((each, place) => {
      if (place === index) return field;
      return each === field ? null : each;
    });
    const layout = { ...draft.layout, columns: changed };
    onChange({ ...draft, layout, layoutFrom: 'hand' });
  }

  return (
    <thead>
      <tr>
        <th scope="col">{t('pasteProducts.line')}</th>
        <th scope="col">{t('pasteProducts.result')}</th>
        {columns.map((field, index) => {
          const header = plainText(headers[index] ?? '');
          const number = index + 1;
          return (
            <th key={index} scope="col" data-field={field ?? IGNORED}>
              <select
                className={styles.column}
                aria-label={
                  header === ''
                    ? t('pasteProducts.column', { number })
                    : t('pasteProducts.columnOf', { number, header })
                }
                title={header}
                value={field ?? IGNORED}
                onChange={({ target }) =>
                  choose(index, PASTE_FIELDS.find((each) => each === target.value) ?? null)
                }
              >
                <option value={IGNORED}>{t('pasteProducts.ignored')}</option>
                {PASTE_FIELDS.map((each) => (
                  <option key={each} value={each}>
                    {t(FIELD_LABELS[each])}
                  </option>
                ))}
              </select>
              <span className={styles.header}>{header}</span>
            </th>
          );
        })}
        <th className={styles.tools} aria-hidden="true" />
      </tr>
    </thead>
  );
}
