import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';
import type { Verdict } from '#shared/model/screening.ts';
import { sheetOf, type ColumnUnit } from '#renderer/ui/sheet-cells.ts';
import { toTsv, type TsvCell } from '#shared/rules/tsv.ts';

import { SaveTable } from './SaveTable.tsx';

import styles from './ScreeningSheet.module.css';

export interface ScreeningColumn<Row> {
  readonly label: string;
  readonly isNumber: boolean;
  readonly text: (row: Row) => string;
  /** What a spreadsheet gets: raw numbers in units that add up. */
  readonly copied: (row: Row) => TsvCell;
  /** What that number is, for a workbook. */
  readonly unit?: ColumnUnit<Row>;
}

interface ScreeningTableProps<Row> {
  /** Of its sheet in a file, small letters. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ScreeningColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** Null: the rows are not judged. */
  readonly verdict: ((row: Row) => Verdict) | null;
  readonly empty: string;
}

/** One ranked table, in a box that keys can scroll, which is copied for a spreadsheet in one press. */
export function ScreeningTable<Row>(props: ScreeningTableProps<Row>): ReactElement {
  const { name, title, columns, rows, rowKey, verdict, empty } = props;
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  useScrollStop(box);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');

  async function copy(): Promise<void> {
    const heads = columns.map(({ label }) => label);
    const cells = rows.map((row) => columns.map((column) => column.copied(row)));
    setOutcome((await copyText(toTsv([heads, ...cells]))) ? 'copied' : 'failed');
  }

  if (rows.length === 0) return <p className={styles.quiet}>{empty}</p>;
  return (
    <>
      <div className={styles.copy}>
        <span className={styles.quiet} role="status">
          {outcome !== 'none' &&
            t(outcome === 'copied' ? 'screening.copied' : 'screening.copyFailed')}
        </span>
        <Button tone="quiet" onClick={() => void copy()}>
          {t('screening.copy')}
        </Button>
        <SaveTable sheet={() => ({ name, title, ...sheetOf(columns, rows) })} />
      </div>
      <div
        ref={box}
        className={styles.box}
        role="region"
        // The review below the sheet has a region of this very title.
        aria-label={[t('screening.title'), title].join(t('common.separator'))}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ label, isNumber }) => (
                <th key={label} scope="col" data-number={isNumber}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} data-verdict={verdict === null ? undefined : verdict(row)}>
                {columns.map(({ label, isNumber, text }) => (
                  <td key={label} data-number={isNumber}>
                    {text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
