import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { IMPORTED_UNITS } from '#shared/model/platform-import.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  clickRate,
  clickToOrder,
  netSales,
  paidPerMille,
  rateOf,
  refundRate,
  type FunnelRate,
} from '#shared/rules/platform-tables/funnel-rates.ts';

import { ReviewTable, type ReviewTableProps } from '../ReviewTable.tsx';
import { copiedFigure, figureSources, figureText, withoutText } from './commerce-text.ts';

/** A figure of the whole show, or what is worked out of two. */
export type CommerceRow = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly copied: number | null;
  readonly currency: string | null;
  readonly from: string;
};

export function CommerceTotals({ review }: { readonly review: Review }): ReactElement {
  return <ReviewTable {...commerceTotalsTable(useI18n(), review)} />;
}

/** Each figure with where it comes from; a platform counts once, by its own table before the live count. */
export function commerceTotalsTable(i18n: I18n, review: Review): ReviewTableProps<CommerceRow> {
  const { t } = i18n;
  const rows = [...figureRows(i18n, review), ...rateRows(i18n, review)];
  return {
    title: t('commerce.totals'),
    columns: [
      {
        label: t('commerce.figure'),
        isNumber: false,
        cell: (row) => row.label,
        copied: (row) => row.label,
      },
      {
        label: t('commerce.value'),
        isNumber: true,
        cell: (row) => row.text,
        copied: (row) => row.copied,
        unit: (row) => row.currency,
      },
      {
        label: t('commerce.from'),
        isNumber: false,
        cell: (row) => row.from,
        copied: (row) => row.from,
      },
    ],
    rows,
    rowKey: ({ key }) => key,
    empty: t('commerce.totalsEmpty'),
  };
}

function figureRows(i18n: I18n, { commerce, show }: Review): readonly CommerceRow[] {
  const { currency } = show;
  return commerce.totals.map((each) => ({
    key: each.figure,
    label: i18n.t(`imported.figure.${each.figure}`),
    text: figureText(i18n, each, currency),
    copied: copiedFigure(each, currency),
    currency: IMPORTED_UNITS[each.figure] === 'money' ? currency : null,
    from: figureSources(i18n, each, commerce, currency),
  }));
}

function rateRows(i18n: I18n, { commerce: { totals }, show }: Review): readonly CommerceRow[] {
  const { t, format } = i18n;
  const { currency } = show;
  const scale = 10 ** currencyExponent(currency);
  const money = (minor: number): string =>
    format.money(Math.round(minor), currency, currencyExponent(currency));
  const row = (
    key: 'gpm' | 'ctr' | 'ctor' | 'refundRate' | 'roi',
    rate: FunnelRate | null,
    text: (value: number) => string,
  ): CommerceRow[] => {
    if (rate === null) return [];
    const isMoney = key === 'gpm';
    return [
      {
        key,
        label: t(`commerce.${key}`),
        text: text(rate.value),
        copied: isMoney ? rate.value / scale : rate.value,
        currency: isMoney ? currency : null,
        from: rate.without.length === 0 ? '' : withoutText(i18n, rate.without),
      },
    ];
  };
  const net = netSales(totals);
  return [
    ...row('ctr', clickRate(totals), format.percent),
    ...row('ctor', clickToOrder(totals), format.percent),
    ...row('gpm', paidPerMille(totals), money),
    ...row('refundRate', refundRate(totals), format.percent),
    ...row('roi', rateOf(totals, 'gmvPaid', 'adSpend'), (value) => value.toFixed(2)),
    ...(net === null || totals.some(({ figure }) => figure === 'gmvNet')
      ? []
      : [
          {
            key: 'net',
            label: t('commerce.net'),
            text: money(net),
            copied: net / scale,
            currency,
            from: '',
          },
        ]),
  ];
}
