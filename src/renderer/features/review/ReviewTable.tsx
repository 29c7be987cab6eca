import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import type { ColumnUnit, CopiedColumn } from '#renderer/ui/sheet-cells.ts';
import { toTsv, type TsvCell } from '#shared/rules/tsv.ts';

import styles from './ReviewTable.module.css';

export interface ReviewColumn<Row> {
  readonly label: string;
  readonly isNumber: boolean;
  /** Somebody's own words, in whatever language they were said: never translated by a browser. */
  readonly isVerbatim?: true;
  /** Not drawn where no row has anything in it; a spreadsheet gets it all the same. */
  readonly isOptional?: true;
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

/** Written from whichever side its language is. */
const VERBATIM = { translate: 'no', dir: 'auto' } as const;

/** Whether any row has something in the column. */
function isFilled<Row>(column: ReviewColumn<Row>, rows: readonly Row[]): boolean {
  const copied: readonly CopiedColumn<Row>[] = column.copiedAs ?? [column];
  return rows.some((row) =>
    copied.some((each) => {
      const cell = each.copied(row);
      return cell !== null && cell !== '';
    }),
  );
}

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
  const { t } = useI18n();
  const shown = columns.filter((each) => each.isOptional !== true || isFilled(each, rows));
  const left = columns.filter((each) => !shown.includes(each)).map(({ label }) => label);
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
                {shown.map((column) => (
                  <th key={column.label} scope="col" data-number={column.isNumber}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {shown.map((column) => (
                    <td
                      key={column.label}
                      data-number={column.isNumber}
                      {...(column.isVerbatim === true ? VERBATIM : {})}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && left.length > 0 && (
        <p className={styles.left}>
          {t('review.emptyColumns', { list: left.join(t('common.listSeparator')) })}
        </p>
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
