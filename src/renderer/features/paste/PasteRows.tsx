import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { editOf, type PasteDraft } from '#renderer/store/paste-draft.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import type { PasteFix, RowEdit } from '#shared/rules/product-paste/paste-row.ts';

import { FIELD_LABELS, faultText, fixText, noteText } from '#renderer/ui/product-field-text.ts';
import { PasteCell } from './PasteCell.tsx';
import { useRowRisks } from './use-row-risks.ts';
import styles from './PasteTable.module.css';

interface PasteRowsProps {
  readonly draft: PasteDraft;
  readonly row: PasteRow;
  readonly currency: string;
  onEdit(line: number, patch: Partial<RowEdit>): void;
}

/** A row of the table as it was pasted, and below it what is wrong or good to know. */
export function PasteRows({ draft, row, currency, onEdit }: PasteRowsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [isEditing, setEditing] = useState(false);
  const edit = editOf(draft, row.line);
  const { columns } = draft.layout;
  const written = draft.rows.find(({ line }) => line === row.line)?.cells ?? [];
  const isOut = row.state === 'leftOut' || row.state === 'repeated';
  const risks = useRowRisks(row);
  const hasMore = row.faults.length > 0 || row.notes.length > 0 || risks.length > 0;

  const type = (field: PasteField, text: string): void =>
    onEdit(row.line, { cells: { ...edit.cells, [field]: text } });

  // A field that was typed in stays one, so that the focus stays where it is.
  const isInput = (field: PasteField): boolean =>
    !isOut &&
    (isEditing ||
      edit.cells[field] !== undefined ||
      row.faults.some((fault) => fault.field === field));
  // Its own cell says it, unless that is a field to type in.
  const isNumberApart = !columns.includes('linkNumber') || isInput('linkNumber');

  return (
    <>
      <tr data-state={row.state}>
        <td className={styles.take}>
          {row.state !== 'repeated' && (
            <input
              type="checkbox"
              aria-label={t('pasteProducts.take', { line: row.line })}
              checked={!edit.isLeftOut}
              onChange={(event) => onEdit(row.line, { isLeftOut: !event.target.checked })}
            />
          )}
          {row.line}
        </td>
        <td className={styles.state}>
          {t(`pasteProducts.state.${row.state}`)}
          {row.target !== null && !columns.includes('name') && (
            <span className={styles.number}>{row.target.fields.name}</span>
          )}
          {row.fields !== null && row.linkNumber !== null && isNumberApart && (
            <span className={styles.number}>
              {t('pasteProducts.linkFree', { number: row.linkNumber })}
            </span>
          )}
        </td>
        {columns.map((field, index) => (
          <td key={index} data-field={field ?? 'none'}>
            {field === null ? (
              <span className={styles.unused}>{written[index]}</span>
            ) : (
              <PasteCell
                row={row}
                field={field}
                isInput={isInput(field)}
                onType={(text) => type(field, text)}
              />
            )}
          </td>
        ))}
        <td className={styles.tools}>
          {!isOut && (
            <Button
              tone="quiet"
              className={styles.edit}
              aria-pressed={isEditing}
              aria-label={t('pasteProducts.editLine', { line: row.line })}
              onClick={() => setEditing(!isEditing)}
            >
              {t('pasteProducts.edit')}
            </Button>
          )}
        </td>
      </tr>
      {hasMore && (
        <tr className={styles.more} data-state={row.state}>
          <td colSpan={columns.length + 3}>
            <ul className={styles.words}>
              {row.faults.map((fault) => (
                <li key={`${fault.field} ${fault.code}`} className={styles.fault}>
                  {faultText(i18n, row, fault, currency)}
                  {fault.fixes.map((fix) => (
                    <Button key={fixText(i18n, fix, currency)} onClick={() => apply(fix)}>
                      {fixText(i18n, fix, currency)}
                    </Button>
                  ))}
                </li>
              ))}
              {risks.map(({ field, words }) => (
                <li key={`risk ${field}`} className={styles.fault}>
                  {t('risk.inField', { field: t(FIELD_LABELS[field]), words })}
                </li>
              ))}
              {row.notes.map((note) => (
                <li key={`${note.field} ${note.code}`}>{noteText(i18n, note)}</li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );

  function apply(fix: PasteFix): void {
    onEdit(row.line, editOfFix(edit, fix));
  }
}

/** What a fix changes of a row. */
export function editOfFix(edit: RowEdit, fix: PasteFix): Partial<RowEdit> {
  switch (fix.kind) {
    case 'cell':
      return { cells: { ...edit.cells, [fix.field]: fix.text } };
    case 'sameProduct':
      return { isSameProduct: true };
    case 'nextFree':
      return { cells: { ...edit.cells, linkNumber: '' } };
  }
}
