import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { benefitOrigin } from '#renderer/ui/benefit-origin.ts';
import type { ShowBenefit } from '#shared/model/benefit.ts';
import type { Review } from '#shared/model/review.ts';
import { benefitRates } from '#shared/rules/benefits/benefit-rates.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';

/** What was given away, what it cost and how much of it was taken. */
export function BenefitsTable({ review }: { readonly review: Review }): ReactElement {
  return <ReviewTable {...benefitsTable(useI18n(), review)} />;
}

export function benefitsTable(i18n: I18n, review: Review): ReviewTableProps<ShowBenefit> {
  const { t, format } = i18n;
  const { currency } = review.show;
  const exponent = currencyExponent(currency);
  const text = (label: string, of: (row: ShowBenefit) => string): ReviewColumn<ShowBenefit> => ({
    label,
    isNumber: false,
    cell: of,
    copied: of,
  });
  const number = (
    label: string,
    of: (row: ShowBenefit) => number | null,
  ): ReviewColumn<ShowBenefit> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => {
      const value = of(row);
      return value === null ? '—' : format.number(value);
    },
    copied: of,
  });
  const money = (
    label: string,
    of: (row: ShowBenefit) => number | null,
  ): ReviewColumn<ShowBenefit> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => {
      const minor = of(row);
      return minor === null ? '—' : format.money(Math.round(minor), currency, exponent);
    },
    copied: (row) => {
      const minor = of(row);
      return minor === null ? null : minor / 10 ** exponent;
    },
    unit: () => currency,
  });
  const share = (
    label: string,
    of: (row: ShowBenefit) => number | null,
  ): ReviewColumn<ShowBenefit> => ({
    label,
    isNumber: true,
    isOptional: true,
    cell: (row) => {
      const value = of(row);
      return value === null ? '—' : format.share(value);
    },
    copied: of,
    unit: 'fraction',
  });

  return {
    title: t('benefits.table'),
    columns: [
      {
        label: t('benefits.given'),
        isNumber: false,
        cell: ({ givenTs }) => (givenTs === null ? '—' : format.time(givenTs, null)),
        copied: ({ givenTs }) => (givenTs === null ? null : new Date(givenTs).toISOString()),
      },
      text(t('benefits.kind'), ({ kind }) => t(`benefits.kindOf.${kind}`)),
      text(t('benefits.name'), ({ name }) => name),
      {
        label: t('benefits.product'),
        isNumber: false,
        isOptional: true,
        cell: ({ productName }) => (productName === '' ? '—' : productName),
        copied: ({ productName }) => (productName === '' ? null : productName),
      },
      money(t('benefits.cost'), ({ costMinor }) => costMinor),
      number(t('benefits.quantity'), ({ quantity }) => quantity),
      number(t('benefits.claimed'), ({ claimed }) => claimed),
      number(t('benefits.redeemed'), ({ redeemed }) => redeemed),
      share(t('benefits.claimRate'), (row) => benefitRates(row).claimRate),
      share(t('benefits.redeemRate'), (row) => benefitRates(row).redeemRate),
      money(t('benefits.costPerClaim'), (row) => benefitRates(row).costPerClaim),
      text(t('benefits.from'), (row) => benefitOrigin(i18n, row)),
    ],
    rows: review.benefits,
    rowKey: ({ benefitId, origin }) => `${benefitId ?? ''} ${origin ?? ''}`,
    empty: t('benefits.empty'),
  };
}
