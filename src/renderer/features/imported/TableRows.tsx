import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { RowPreview } from '#renderer/ui/RowPreview.tsx';
import { ProductId } from '#shared/model/ids.ts';
import {
  IMPORTED_UNITS,
  ImportedFigure,
  type ImportedValue,
} from '#shared/model/platform-import.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { TableRow } from '#shared/rules/platform-tables/table-row.ts';

import styles from './ImportedSheet.module.css';
import type { ImportGround } from './use-imports.ts';

const MINUTE_MS = 60_000;
/** More rows than anybody goes through are counted and not drawn, those that need a look first. */
const ROWS_SHOWN = 400;

interface TableRowsProps {
  readonly rows: readonly TableRow[];
  readonly ground: ImportGround;
  readonly chosen: ReadonlyMap<number, ProductId | 'leftOut'>;
  readonly onChoose: (line: number, choice: ProductId | 'leftOut' | null) => void;
}

/** What comes of each row: matched with what, or why not and what to do. */
export function TableRows({ rows, ground, chosen, onChoose }: TableRowsProps): ReactElement {
  const { t } = useI18n();
  const count = (state: TableRow['state']): number =>
    rows.filter((row) => row.state === state).length;
  const isOdd = (row: TableRow): boolean => row.state === 'wrong' || row.state === 'unmatched';
  const shown =
    rows.length <= ROWS_SHOWN
      ? rows
      : [...rows.filter(isOdd), ...rows.filter((row) => !isOdd(row))].slice(0, ROWS_SHOWN);
  return (
    <RowPreview
      label={t('imported.preview')}
      summary={t('imported.summary', {
        matched: count('matched'),
        wrong: count('wrong') + count('unmatched'),
        left: count('leftOut'),
      })}
      heads={[t('imported.row'), t('imported.of'), t('imported.says'), t('imported.result')]}
    >
      {shown.map((row) => (
        <PreviewRow
          key={row.line}
          row={row}
          ground={ground}
          isByHand={chosen.has(row.line)}
          onChoose={onChoose}
        />
      ))}
    </RowPreview>
  );
}

interface PreviewRowProps {
  readonly row: TableRow;
  readonly ground: ImportGround;
  /** Somebody said what comes of it. */
  readonly isByHand: boolean;
  readonly onChoose: TableRowsProps['onChoose'];
}

function PreviewRow({ row, ground, isByHand, onChoose }: PreviewRowProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { line, state, label } = row;
  const isAsked =
    row.reason === 'productUnknown' || row.matchedBy !== null || row.reason === 'twice';
  const canLeave = state === 'wrong' || state === 'unmatched' || row.reason === 'byHand';
  return (
    <tr className={classNames(state === 'leftOut' && styles.out)}>
      <td>{line}</td>
      <td className={styles.cell}>
        {isAsked && row.minute === null ? (
          <ProductChoice row={row} ground={ground} onChoose={onChoose} />
        ) : (
          ofText(i18n, row, ground)
        )}
      </td>
      <td className={styles.cell}>
        {label !== '' && <span className={styles.label}>{label}</span>}
        <span className={styles.values}>{valuesText(i18n, row.values, ground.currency)}</span>
      </td>
      <td
        className={classNames(
          styles.cell,
          (state === 'wrong' || state === 'unmatched') && styles.fault,
          row.matchedBy === 'near' && styles.caution,
        )}
      >
        {outcomeText(i18n, row, ground)}{' '}
        {canLeave && (
          <Button
            tone="quiet"
            aria-label={t(
              row.reason === 'byHand' ? 'imported.takeAgainNamed' : 'imported.leaveOutNamed',
              { line },
            )}
            onClick={() => onChoose(line, row.reason === 'byHand' || isByHand ? null : 'leftOut')}
          >
            {t(row.reason === 'byHand' ? 'imported.takeAgain' : 'imported.leaveOut')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function ProductChoice({
  row,
  ground,
  onChoose,
}: Pick<PreviewRowProps, 'row' | 'ground' | 'onChoose'>): ReactElement {
  const { t } = useI18n();
  const likely = new Set<number>(row.candidates);
  const listed = [
    ...row.candidates.flatMap((id) => ground.products.filter((each) => each.productId === id)),
    ...ground.products.filter(({ productId }) => !likely.has(productId)),
  ];
  return (
    <select
      className={styles.select}
      aria-label={t('imported.whichProduct', { line: row.line })}
      value={row.productId ?? ''}
      onChange={({ target }) => {
        const { value } = target;
        onChoose(row.line, value === '' ? null : ProductId.parse(Number(value)));
      }}
    >
      <option value="">{t('imported.noProduct')}</option>
      {listed.map(({ productId, linkNumber, name }) => (
        <option key={productId} value={productId}>
          {linkNumber === null ? name : `${linkNumber} ${name}`}
        </option>
      ))}
    </select>
  );
}

function ofText({ t, format }: I18n, row: TableRow, ground: ImportGround): string {
  if (row.minute !== null) return format.dateTime(row.minute * MINUTE_MS, ground.timeZone);
  return row.state === 'matched' ? t('imported.wholeShow') : '—';
}

function valuesText(
  { t, format }: I18n,
  values: readonly ImportedValue[],
  currency: string,
): string {
  return ImportedFigure.options
    .flatMap((name) => values.find(({ figure }) => figure === name) ?? [])
    .map(({ figure, value, isRounded }) => {
      const unit = IMPORTED_UNITS[figure];
      const text =
        unit === 'money'
          ? format.money(value, currency, currencyExponent(currency))
          : unit === 'seconds'
            ? format.span(value * 1_000)
            : format.number(value);
      return `${t(`imported.figure.${figure}`)} ${isRounded ? '≈' : ''}${text}`;
    })
    .join(t('common.separator'));
}

function outcomeText({ t }: I18n, row: TableRow, ground: ImportGround): string {
  if (row.reason === null) {
    return row.matchedBy === null ? t('imported.willTake') : t(`imported.by.${row.matchedBy}`);
  }
  const [bad] = row.badCells;
  const { currency } = ground;
  return t(`imported.reason.${row.reason}`, {
    line: row.sameAs ?? 0,
    heading: bad?.heading ?? '',
    text: bad?.text ?? '',
    problem: bad === undefined ? '' : t(`imported.cell.${bad.problem}`, { currency }),
  });
}
