import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { toTsv, type TsvCell } from '#shared/rules/tsv.ts';

import styles from './ReviewTable.module.css';

export interface ReviewColumn<Row> {
  readonly label: string;
  readonly isNumber: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What the cell says, for one that is more than a text. */
  readonly text?: (row: Row) => string;
  /** What a spreadsheet gets: raw numbers in units that add up. */
  readonly copied: (row: Row) => TsvCell;
  /** What that number is, for a workbook; left out: a number, a text, or an ISO 8601 time. */
  readonly unit?: ColumnUnit<Row>;
  /** In place of `copied`, where one cell says several numbers. */
  readonly copiedAs?: readonly CopiedColumn<Row>[];
}

export interface CopiedColumn<Row> {
  readonly label: string;
  readonly copied: (row: Row) => TsvCell;
  readonly unit?: ColumnUnit<Row>;
}

/** A function: whole units of the currency it names. */
export type ColumnUnit<Row> = 'seconds' | 'fraction' | ((row: Row) => string | null);

/** The table as a spreadsheet gets it: its heads, then its rows. */
export function copiedTable<Row>(
  columns: readonly ReviewColumn<Row>[],
  rows: readonly Row[],
): readonly (readonly TsvCell[])[] {
  const copied = columns.flatMap(
    (column): readonly CopiedColumn<Row>[] => column.copiedAs ?? [column],
  );
  return [
    copied.map(({ label }) => label),
    ...rows.map((row) => copied.map((column) => column.copied(row))),
  ];
}

/** One section of the review, drawn or exported. */
export interface ReviewTableProps<Row> {
  readonly title: string;
  readonly columns: readonly ReviewColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly empty: string;
}

/** A section of the review: title, table, a button that copies it for a spreadsheet. */
export function ReviewTable<Row>(props: ReviewTableProps<Row>): ReactElement {
  const { title, columns, rows, rowKey, empty } = props;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {rows.length > 0 && <CopyButton title={title} columns={columns} rows={rows} />}
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.label} scope="col" data-number={column.isNumber}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <td key={column.label} data-number={column.isNumber}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface CopyButtonProps<Row> {
  readonly title: string;
  readonly columns: readonly ReviewColumn<Row>[];
  readonly rows: readonly Row[];
}

export function CopyButton<Row>({ title, columns, rows }: CopyButtonProps<Row>): ReactElement {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');

  async function copy(): Promise<void> {
    const text = toTsv(copiedTable(columns, rows));
    setOutcome((await copyText(text)) ? 'copied' : 'failed');
  }

  return (
    <span className={styles.copy}>
      <span role="status">
        {outcome !== 'none' && t(outcome === 'copied' ? 'review.copied' : 'review.copyFailed')}
      </span>
      <Button
        tone="quiet"
        aria-label={t('review.copyNamed', { table: title })}
        onClick={() => void copy()}
      >
        {t('review.copy')}
      </Button>
    </span>
  );
}
