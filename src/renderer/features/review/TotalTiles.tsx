import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import type { CurrencySum, Figure } from '#shared/model/metrics.ts';
import type { Review } from '#shared/model/review.ts';

import styles from './TotalTiles.module.css';
import { usePlatformName } from './use-platform-name.ts';

type Tile = {
  readonly label: string;
  /** Null is unknown: a dash, never 0. */
  readonly value: string | null;
  readonly notes: readonly string[];
};

type PlatformNames = (platform: string) => string;

/** The results of the show, each with what makes it honest: the reason, the mark, who is left out. */
export function TotalTiles({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const platformName = usePlatformName();
  const tiles = totalTiles(review, i18n, platformName);
  return (
    <section aria-label={i18n.t('review.totals')}>
      <dl className={styles.tiles}>
        {tiles.map((tile) => (
          <div key={tile.label} className={styles.tile}>
            <dt>{tile.label}</dt>
            <dd className={styles.value} data-unknown={tile.value === null}>
              {tile.value ?? '—'}
            </dd>
            {tile.notes.map((note) => (
              <dd key={note} className={styles.note}>
                {note}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function totalTiles(review: Review, i18n: I18n, platformName: PlatformNames): readonly Tile[] {
  const { t, format } = i18n;
  const { totals } = review;
  const count = (value: Figure): string | null => {
    if (!value.known) return null;
    return `${value.isApprox ? '≈' : ''}${format.number(Math.round(value.value))}`;
  };
  const figure = (label: string, value: Figure, notes: readonly (string | null)[]): Tile => ({
    label,
    value: count(value),
    notes: [...figureNotes(value, i18n, platformName), ...notes.filter((note) => note !== null)],
  });
  const noted = (value: Figure, key: 'viewersMean' | 'joins' | 'chatters' | 'ordersPlaced') => {
    const text = count(value);
    return text === null ? null : t(`review.${key}`, { count: text });
  };
  return [
    paidTile(review, i18n, platformName),
    figure(t('review.ordersPaid'), totals.ordersPaid, [noted(totals.ordersPlaced, 'ordersPlaced')]),
    figure(t('review.viewersPeak'), totals.viewersPeak, [noted(totals.viewersMean, 'viewersMean')]),
    figure(t('review.views'), totals.views, [noted(totals.joins, 'joins')]),
    figure(t('review.chats'), totals.chats, [noted(totals.chatters, 'chatters')]),
    figure(t('review.follows'), totals.follows, []),
    figure(
      t('review.gifts'),
      totals.gifts,
      totals.giftValues.map((sum) =>
        t('review.giftUnit', {
          count: format.number(sum.quantity),
          unit: unitName(sum.unit, i18n),
        }),
      ),
    ),
    {
      label: t('review.cues'),
      value: format.number(totals.cuesSent),
      notes: [
        totals.medianDoneMs === null
          ? t('review.cuesDoneNoTime', { done: totals.cuesDone })
          : t('review.cuesDone', {
              done: totals.cuesDone,
              time: format.delay(totals.medianDoneMs),
            }),
      ],
    },
  ];
}

/** Money per currency, never summed across; with no orders known, unknown for the same reason. */
function paidTile(review: Review, i18n: I18n, platformName: PlatformNames): Tile {
  const { t, format } = i18n;
  const { paid, tips, ordersPaid } = review.totals;
  const money = (sum: CurrencySum): string =>
    format.money(sum.amountMinor, sum.currency, sum.exponent);
  const [first, ...others] = paid;
  const none = ordersPaid.known ? format.money(0, review.show.currency, 0) : null;
  return {
    label: t('review.paid'),
    value: first === undefined ? none : money(first),
    notes: [
      ...others.map(money),
      ...figureNotes(ordersPaid, i18n, platformName),
      ...tips.map((sum) => t('review.tips', { money: money(sum) })),
    ],
  };
}

function figureNotes(value: Figure, i18n: I18n, platformName: PlatformNames): readonly string[] {
  const { t } = i18n;
  if (!value.known) return [t(`metric.reason.${value.reason}`)];
  const notes: string[] = [];
  if (value.without.length > 0) {
    const list = value.without.map(platformName).join(t('common.listSeparator'));
    notes.push(t('review.without', { list }));
  }
  return notes;
}

function unitName(unit: string, i18n: I18n): string {
  const key = `unit.${unit}`;
  return isMessageKey(key) ? i18n.t(key) : unit;
}
