import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { roughMoney } from '#renderer/i18n/rough-money.ts';
import type { ScreenedBenefit, ScreenedProduct } from '#shared/model/screening.ts';

import { columnKinds, trendText } from './column-kinds.ts';
import type { ScreeningColumn } from './ScreeningTable.tsx';

export function productColumns(i18n: I18n): readonly ScreeningColumn<ScreenedProduct>[] {
  const { t, format } = i18n;
  const of = columnKinds<ScreenedProduct>(i18n, ({ currency }) => currency);
  const times = (value: number): string => format.number(Math.round(value * 100) / 100);
  return [
    of.words(t('screening.product'), ({ name }) => name),
    of.words(t('screening.verdict'), ({ verdict }) => t(`screening.verdict.${verdict}`)),
    of.words(t('screening.why'), ({ reason, ratio, refundRate }) =>
      t(`screening.reason.product.${reason}`, {
        n: ratio?.n ?? 0,
        ratio: ratio === null ? '—' : times(ratio.mean),
        low: ratio === null ? '—' : times(ratio.low),
        high: ratio === null ? '—' : times(ratio.high),
        rate: refundRate === null ? '—' : format.percent(refundRate),
      }),
    ),
    of.count(t('screening.aired'), ({ shows }) => shows),
    of.count(t('screening.pushes'), ({ pushes }) => pushes),
    of.length(t('screening.airtime'), ({ airtimeMs }) => airtimeMs),
    of.count(t('screening.orders'), ({ ordersPaid }) => ordersPaid),
    of.money(t('screening.paid'), ({ paidMinor }) => paidMinor),
    of.money(t('screening.perMinute'), ({ paidPerMinute }) => paidPerMinute),
    of.share(t('screening.ctr'), ({ clickRate }) => clickRate),
    of.share(t('screening.ctor'), ({ clickToOrder }) => clickToOrder),
    of.share(t('screening.refunds'), ({ refundRate }) => refundRate),
    of.words(t('screening.trend'), ({ trend, currency }) =>
      trendText(i18n, trend, (minor) => roughMoney(format, minor, currency)),
    ),
  ];
}

export function benefitColumns(i18n: I18n): readonly ScreeningColumn<ScreenedBenefit>[] {
  const { t } = i18n;
  const of = columnKinds<ScreenedBenefit>(i18n, ({ currency }) => currency);
  return [
    of.words(t('screening.benefit'), ({ name }) => name),
    of.words(t('screening.kind'), ({ kind }) => t(`benefits.kindOf.${kind}`)),
    of.words(t('screening.verdict'), ({ verdict }) => t(`screening.verdict.${verdict}`)),
    of.words(t('screening.why'), ({ reason }) =>
      reason === 'refunds' ? '' : t(`screening.reason.benefit.${reason}`),
    ),
    of.count(t('screening.aired'), ({ shows }) => shows),
    of.count(t('screening.times'), ({ times }) => times),
    of.money(t('screening.cost'), ({ costMinor }) => costMinor),
    of.count(t('screening.claimed'), ({ claimed }) => claimed),
    of.count(t('screening.redeemed'), ({ redeemed }) => redeemed),
    of.money(t('screening.costPerClaim'), ({ costPerClaim }) => costPerClaim),
  ];
}
