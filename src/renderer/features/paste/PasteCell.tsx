import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';

import { FIELD_LABELS, valueText } from '#renderer/ui/product-field-text.ts';
import styles from './PasteTable.module.css';

interface PasteCellProps {
  readonly row: PasteRow;
  readonly field: PasteField;
  readonly isInput: boolean;
  onType(text: string): void;
}

/** One cell: a field to put it right where it is wrong, else what it becomes and what was before. */
export function PasteCell({ row, field, isInput, onType }: PasteCellProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const written = row.cells[field] ?? '';
  if (isInput) {
    return (
      <TextField
        className={styles.input}
        label={`${t(FIELD_LABELS[field])}${t('common.separator')}${t('pasteProducts.line')} ${row.line}`}
        isLabelHidden
        value={written}
        aria-invalid={row.faults.some((fault) => fault.field === field)}
        onChange={onType}
      />
    );
  }
  const { fields, target } = row;
  if (fields === null) return <span className={styles.written}>{written}</span>;
  if (field === 'linkNumber') {
    const before = row.changed.includes(field) ? (target?.linkNumber ?? null) : null;
    return (
      <Change before={before === null ? null : String(before)} after={String(row.linkNumber)} />
    );
  }
  if (field === 'group') return <GroupCell row={row} written={written} />;
  const details = row.details ?? target?.details ?? NO_DETAILS;
  const after = valueText(i18n, field, { fields, details });
  if (target !== null && row.changed.includes(field)) {
    const before = valueText(i18n, field, target) ?? t('pasteProducts.none');
    return <Change before={before} after={after ?? t('pasteProducts.none')} />;
  }
  // What an empty cell leaves as it is, and what is not said at all.
  if (written.trim() === '' || after === null) {
    return <span className={styles.left}>{after ?? '—'}</span>;
  }
  return <span title={written}>{after}</span>;
}

function GroupCell({ row, written }: { row: PasteRow; written: string }): ReactElement {
  const { t } = useI18n();
  const { groupName, target, changed } = row;
  const none = t('groups.none');
  // Null: the catalogue alone has no groups, and an empty cell leaves what is.
  if (groupName === null) return <span className={styles.left}>{target?.groupName ?? '—'}</span>;
  const after = groupName === '' ? none : groupName;
  if (changed.includes('group')) return <Change before={target?.groupName ?? none} after={after} />;
  return <span title={written}>{after}</span>;
}

function Change({
  before,
  after,
}: {
  readonly before: string | null;
  readonly after: string;
}): ReactElement {
  return (
    <>
      {before !== null && <del className={styles.before}>{before}</del>}
      <span className={before === null ? undefined : styles.after}>{after}</span>
    </>
  );
}
