import type { CSSProperties, ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewProduct } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import styles from './ProductsTable.module.css';
import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

/** Products by what they brought; the bar compares within one currency only. */
export function ProductsTable({
  products,
}: {
  readonly products: readonly ReviewProduct[];
}): ReactElement {
  return <ReviewTable {...productsTable(useI18n(), products)} />;
}

export function productsTable(
  { t, format }: I18n,
  products: readonly ReviewProduct[],
): ReviewTableProps<ReviewProduct> {
  const sorted = products.slice().sort((a, b) => (b.paidMinor ?? 0) - (a.paidMinor ?? 0));
  const money = (amountMinor: number | null, currency: string): string =>
    amountMinor === null
      ? '—'
      : format.money(Math.round(amountMinor), currency, currencyExponent(currency));
  const major = (amountMinor: number | null, currency: string): number | null =>
    amountMinor === null ? null : amountMinor / 10 ** currencyExponent(currency);

  const columns: readonly ReviewColumn<ReviewProduct>[] = [
    {
      label: t('review.product'),
      isNumber: false,
      cell: (row) => (
        <>
          <span className={styles.link}>{row.linkNumber}</span>
          {row.name}
          {row.role !== 'none' && (
            <span className={styles.role}>{t(`shelf.role.${row.role}`)}</span>
          )}
        </>
      ),
      text: (row) => `${String(row.linkNumber)} ${row.name}`,
      copied: (row) => `${String(row.linkNumber)} ${row.name}`,
    },
    {
      label: t('review.airtime'),
      isNumber: true,
      cell: (row) => (row.airtimeMs === 0 ? '—' : format.span(row.airtimeMs)),
      // Seconds, so that a column of them adds up.
      copied: (row) => Math.round(row.airtimeMs / 1000),
      unit: 'seconds',
    },
    count(t('review.pushCount'), (row) => row.pushes),
    count(t('review.orders'), (row) => row.ordersPaid),
    count(t('review.units'), (row) => row.unitsPaid),
    {
      label: t('review.paidColumn'),
      isNumber: true,
      cell: (row) => (
        <span className={styles.paid}>
          <span className={styles.bar} style={barStyle(row, sorted)} aria-hidden="true" />
          {money(row.paidMinor, row.currency)}
        </span>
      ),
      text: (row) => money(row.paidMinor, row.currency),
      copied: (row) => major(row.paidMinor, row.currency),
      unit: ({ currency }) => currency,
    },
    {
      label: t('review.perMinute'),
      isNumber: true,
      cell: (row) =>
        row.paidMinorPerMinute === null
          ? '—'
          : money(wholeUnits(row.paidMinorPerMinute, row.currency), row.currency),
      copied: (row) =>
        row.paidMinorPerMinute === null
          ? null
          : major(Math.round(row.paidMinorPerMinute), row.currency),
      unit: ({ currency }) => currency,
    },
  ];

  function count(
    label: string,
    value: (row: ReviewProduct) => number | null,
  ): ReviewColumn<ReviewProduct> {
    const text = (row: ReviewProduct): string => {
      const found = value(row);
      return found === null ? '—' : format.number(found);
    };
    return { label, isNumber: true, cell: text, copied: value };
  }

  return {
    title: t('review.products'),
    columns,
    rows: sorted,
    rowKey: (row) => row.productId,
    empty: t('review.noProducts'),
  };
}

/** A rate to the cent says more than it knows. */
function wholeUnits(amountMinor: number, currency: string): number {
  const scale = 10 ** currencyExponent(currency);
  return Math.round(amountMinor / scale) * scale;
}

function barStyle(row: ReviewProduct, all: readonly ReviewProduct[]): CSSProperties {
  const most = Math.max(
    1,
    ...all.filter((other) => other.currency === row.currency).map((other) => other.paidMinor ?? 0),
  );
  const share: Record<`--${string}`, string> = {
    '--share': String(Math.max(0, row.paidMinor ?? 0) / most),
  };
  return share;
}
