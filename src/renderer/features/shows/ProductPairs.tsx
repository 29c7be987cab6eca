import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ShowSide } from '#shared/model/show-comparison.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { pairProducts, type ProductPair } from '#shared/rules/shows/pair-products.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

import { CopyTable } from './CopyTable.tsx';
import { differenceText, valueText } from '#renderer/ui/show-figure-text.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import styles from './ShowsSheet.module.css';

/** Products of both shows against each other: airtime, orders, money, money for each minute. */
export function ProductPairs({
  sides,
}: {
  readonly sides: readonly [ShowSide, ShowSide];
}): ReactElement | null {
  const i18n = useI18n();
  const { t, format } = i18n;
  const pairs = pairProducts(sides[0].products, sides[1].products);
  if (pairs.length === 0) return null;
  const heads = [
    t('shows.product.name'),
    t('shows.product.airtime'),
    t('shows.product.orders'),
    t('shows.product.paid'),
    t('shows.product.perMinute'),
    t('shows.compare.difference'),
  ];

  function both(pair: ProductPair, text: (side: ProductPair['own']) => string): string {
    return `${text(pair.own)} / ${text(pair.other)}`;
  }

  const table = (): readonly (readonly TsvCell[])[] => [
    [
      heads[0] ?? '',
      ...sides.flatMap(({ show }) => heads.slice(1, 5).map((head) => `${show.title} ${head}`)),
    ],
    ...pairs.map((pair) => [
      pair.name,
      ...[pair.own, pair.other].flatMap((side): readonly TsvCell[] =>
        side === null
          ? ['', '', '', '']
          : [
              side.airtimeMs / 1000,
              side.ordersPaid ?? '',
              side.paidMinor === null ? '' : side.paidMinor / 10 ** currencyExponent(side.currency),
              side.perMinute === null ? '' : side.perMinute / 10 ** currencyExponent(side.currency),
            ],
      ),
    ]),
  ];
  return (
    <section className={styles.section} aria-label={t('shows.compare.products')}>
      <div className={styles.sectionHead}>
        <h3>{t('shows.compare.products')}</h3>
        <CopyTable rows={table} />
      </div>
      <p className={styles.quiet}>{t('shows.compare.productsHint')}</p>
      <ScrollFrame label={t('shows.compare.products')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" data-number={index > 0}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={pair.productId}>
                <th scope="row" translate="no">
                  {pair.name}
                </th>
                <td data-number>
                  {both(pair, (side) => (side === null ? '—' : format.span(side.airtimeMs)))}
                </td>
                <td data-number>
                  {both(pair, (side) => valueText(i18n, side?.ordersPaid ?? null, 'count', ''))}
                </td>
                <td data-number>
                  {both(pair, (side) =>
                    valueText(i18n, side?.paidMinor ?? null, 'money', side?.currency ?? 'CNY'),
                  )}
                </td>
                <td data-number>
                  {both(pair, (side) =>
                    valueText(i18n, side?.perMinute ?? null, 'money', side?.currency ?? 'CNY'),
                  )}
                </td>
                <td data-number>
                  {(pair.isOneCurrency &&
                    differenceText(
                      i18n,
                      pair.own?.perMinute ?? null,
                      pair.other?.perMinute ?? null,
                      'money',
                      pair.own?.currency ?? 'CNY',
                    )) ||
                    '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
