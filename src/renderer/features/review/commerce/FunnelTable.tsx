import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { roughMoney } from '#renderer/i18n/rough-money.ts';
import type { ImportedFigure } from '#shared/model/platform-import.ts';
import type { ReviewFunnel } from '#shared/model/review-commerce.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  clickRate,
  clickToOrder,
  netSales,
  paidPerAirMinute,
  type FunnelRate,
} from '#shared/rules/platform-tables/funnel-rates.ts';
import { figureNamed } from '#shared/rules/platform-tables/merge-figures.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { copiedFigure, figureText, filesOf } from './commerce-text.ts';

/** Products from exposure to order, the best sellers first; nothing where there are none. */
export function FunnelTable({ review }: { readonly review: Review }): ReactElement | null {
  const i18n = useI18n();
  if (review.commerce.products.length === 0) return null;
  return <ReviewTable {...funnelTable(i18n, review)} />;
}

export function funnelTable(i18n: I18n, review: Review): ReviewTableProps<ReviewFunnel> {
  const { t, format } = i18n;
  const { commerce, show } = review;
  const { currency } = show;
  const scale = 10 ** currencyExponent(currency);
  const paid = (row: ReviewFunnel): number => figureNamed(row.figures, 'gmvPaid')?.value ?? -1;
  const figure = (label: string, name: ImportedFigure): ReviewColumn<ReviewFunnel> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => figureText(i18n, figureNamed(row.figures, name), currency),
    copied: (row) => copiedFigure(figureNamed(row.figures, name), currency),
    ...(name === 'gmvPaid' ? { unit: () => currency } : {}),
  });
  const rate = (
    label: string,
    of: (figures: ReviewFunnel['figures']) => FunnelRate | null,
  ): ReviewColumn<ReviewFunnel> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => {
      const found = of(row.figures);
      return found === null ? '—' : format.share(found.value);
    },
    copied: (row) => of(row.figures)?.value ?? null,
    unit: 'fraction',
  });
  const exact = (minor: number): string =>
    format.money(Math.round(minor), currency, currencyExponent(currency));
  const rough = (minor: number): string => roughMoney(format, minor, currency);
  const money = (
    label: string,
    of: (row: ReviewFunnel) => number | null,
    text: (minor: number) => string,
  ): ReviewColumn<ReviewFunnel> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => {
      const minor = of(row);
      return minor === null ? '—' : text(minor);
    },
    copied: (row) => {
      const minor = of(row);
      return minor === null ? null : minor / scale;
    },
    unit: () => currency,
  });
  const nameOf = ({ linkNumber, name }: ReviewFunnel): string =>
    linkNumber === null ? name : `${linkNumber} ${name}`;
  const fromOf = (row: ReviewFunnel): string => {
    if (row.figures.length === 0) return '—';
    const files = filesOf(row.figures, commerce);
    return files.length === 0 ? t('commerce.live') : files.join(t('common.listSeparator'));
  };

  return {
    title: t('commerce.title'),
    columns: [
      { label: t('review.product'), isNumber: false, cell: nameOf, copied: nameOf },
      figure(t('commerce.shown'), 'productShown'),
      figure(t('commerce.clicks'), 'productClicks'),
      rate(t('commerce.ctrShort'), clickRate),
      figure(t('commerce.placed'), 'ordersPlaced'),
      figure(t('commerce.paid'), 'ordersPaid'),
      rate(t('commerce.ctorShort'), clickToOrder),
      figure(t('commerce.gmv'), 'gmvPaid'),
      money(t('commerce.netShort'), (row) => netSales(row.figures), exact),
      figure(t('commerce.refunds'), 'refunds'),
      money(t('commerce.perMinute'), (row) => paidPerAirMinute(row.figures, row.airtimeMs), rough),
      { label: t('commerce.from'), isNumber: false, cell: fromOf, copied: fromOf },
    ],
    rows: commerce.products.slice().sort((a, b) => paid(b) - paid(a)),
    rowKey: ({ productId }) => productId,
    empty: t('commerce.empty'),
  };
}
