import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { unitName } from '#renderer/i18n/unit-name.ts';
import type { CurrencySum, Figure } from '#shared/model/metrics.ts';
import type { ComparedFigures } from '#shared/model/review-findings.ts';
import type { Review } from '#shared/model/review.ts';
import type { TargetName } from '#shared/model/show-target.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { withImported, type ImportedTile } from './commerce/imported-tile.ts';
import { enteredOf, stayText } from './sections/stay-text.ts';
import { compareLine, type CompareLine } from './compare-text.ts';
import { otherTargets, targetLine, type TargetLine } from './target-lines.ts';

export type Tile = {
  readonly label: string;
  /** Null is unknown: a dash, never 0. */
  readonly value: string | null;
  /** Against earlier shows; null where there is nothing to compare. */
  readonly compare: CompareLine | null;
  /** What it should have come to; null where nothing was set. */
  readonly target: TargetLine | null;
  readonly notes: readonly string[];
};

type PlatformNames = (platform: string) => string;
type Result = Omit<Tile, 'target'>;

/** The target that belongs to each result, in their order; null for one that can have none. */
const TARGET_OF: readonly (TargetName | null)[] = [
  'paid',
  'gpm',
  'views',
  'averageWatch',
  null,
  'followRate',
  'ordersPaid',
  'viewersPeak',
  null,
  'follows',
  'gifts',
  null,
];

/** What platforms' tables can say of each result, in their order; null for one of which they say nothing. */
const IMPORTED_OF: readonly (ImportedTile | null)[] = [
  'gmvPaid',
  'gpm',
  'views',
  null,
  null,
  null,
  'ordersPaid',
  null,
  null,
  'follows',
];

/** The results of a show in words, the six that decide first; what else has a target follows. */
export function totalTiles(
  review: Review,
  i18n: I18n,
  platformName: PlatformNames,
): readonly Tile[] {
  const tiles = results(review, i18n, platformName).map((tile, at): Tile => {
    const name = TARGET_OF[at] ?? null;
    const shown = withImported(i18n, review, IMPORTED_OF[at] ?? null, tile);
    return { ...shown, target: name === null ? null : targetLine(i18n, review, name) };
  });
  const others = otherTargets(
    i18n,
    review,
    TARGET_OF.flatMap((name) => name ?? []),
  );
  return [...tiles, ...others.map((each) => ({ ...each, compare: null, notes: [] }))];
}

function results(review: Review, i18n: I18n, platformName: PlatformNames): readonly Result[] {
  const { t, format } = i18n;
  const { totals } = review;
  const count = (value: Figure): string | null => {
    if (!value.known) return null;
    return `${value.isApprox ? '≈' : ''}${format.number(value.value)}`;
  };
  const against = (key: keyof ComparedFigures): CompareLine | null =>
    compareLine(i18n, review.comparison, key);
  const figure = (
    label: string,
    value: Figure,
    key: keyof ComparedFigures | null,
    notes: readonly (string | null)[],
  ): Result => ({
    label,
    value: count(value),
    compare: key === null ? null : against(key),
    notes: [...figureNotes(value, i18n, platformName), ...notes.filter((note) => note !== null)],
  });
  const noted = (value: Figure, key: 'viewersMean' | 'joins' | 'chatters' | 'ordersPlaced') => {
    const text = count(value);
    return text === null ? null : t(`review.${key}`, { count: text });
  };
  const mean = [noted(totals.viewersMean, 'viewersMean'), against('viewersMean')?.text ?? null];
  const meanNote = mean.filter((part) => part !== null).join(t('common.separator'));
  return [
    paidTile(review, i18n, platformName),
    rateTile(review, i18n, 'gpm'),
    figure(t('review.views'), totals.views, 'views', [noted(totals.joins, 'joins')]),
    stayTile(review, i18n),
    rateTile(review, i18n, 'interaction'),
    rateTile(review, i18n, 'followRate'),
    figure(t('review.ordersPaid'), totals.ordersPaid, 'ordersPaid', [
      noted(totals.ordersPlaced, 'ordersPlaced'),
    ]),
    figure(t('review.viewersPeak'), totals.viewersPeak, null, [meanNote === '' ? null : meanNote]),
    figure(t('review.chats'), totals.chats, 'chats', [noted(totals.chatters, 'chatters')]),
    figure(t('review.follows'), totals.follows, 'follows', []),
    figure(
      t('review.gifts'),
      totals.gifts,
      'gifts',
      totals.giftValues.map((sum) =>
        t('review.giftUnit', {
          count: format.number(sum.quantity),
          unit: unitName(i18n, sum.unit, sum.quantity),
        }),
      ),
    ),
    {
      label: t('review.cues'),
      value: format.number(totals.cuesSent),
      compare: null,
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

/** How long they stayed: as the platform says, by hand; an estimate stands beside a dash, not for it. */
function stayTile({ audience }: Review, i18n: I18n): Result {
  const { t, format } = i18n;
  const told = enteredOf(audience, 'watchSeconds');
  const estimate = audience.stay.known
    ? t('review.stayEstimate', { time: stayText(i18n, audience.stay) })
    : t('review.stayNone');
  return {
    label: t('review.stay'),
    value: told === null ? null : format.span(told * 1_000),
    compare: null,
    notes: [told === null ? estimate : t('review.stayEntered')],
  };
}

/** What is worked out of two figures: unknown as soon as one of them is, for its reason. */
function rateTile(review: Review, i18n: I18n, rate: 'gpm' | 'interaction' | 'followRate'): Result {
  const { t, format } = i18n;
  const { totals, comparison, show } = review;
  const key = rate === 'gpm' ? 'gpmMinor' : rate;
  const value = comparison.own[key];
  const part = { gpm: totals.ordersPaid, interaction: totals.chatters, followRate: totals.follows };
  const missing = [totals.views, part[rate]].find((each) => !each.known);
  const why = missing === undefined || missing.known ? 'nothing_yet' : missing.reason;
  const text =
    value === null
      ? null
      : rate === 'gpm'
        ? wholeMoney(i18n, value, show.currency)
        : format.share(value);
  return {
    label: t(`finding.${rate}`),
    value: text,
    compare: compareLine(i18n, comparison, key),
    notes: [t(`finding.${rate}Note`), ...(value === null ? [t(`metric.reason.${why}`)] : [])],
  };
}

/** A rate to the cent says more than it knows. */
function wholeMoney({ format }: I18n, minor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const scale = 10 ** exponent;
  return format.money(Math.round(minor / scale) * scale, currency, exponent);
}

/** Money per currency, never summed across; with no orders known, unknown for the same reason. */
function paidTile(review: Review, i18n: I18n, platformName: PlatformNames): Result {
  const { t, format } = i18n;
  const { paid, tips, ordersPaid } = review.totals;
  const money = (sum: CurrencySum): string =>
    format.money(sum.amountMinor, sum.currency, sum.exponent);
  const [first, ...others] = paid;
  // Another currency cannot be measured against this room's shows.
  const isOwn = first === undefined || first.currency === review.show.currency;
  const none = ordersPaid.known ? format.money(0, review.show.currency, 0) : null;
  return {
    label: t('review.paid'),
    value: first === undefined ? none : money(first),
    compare: isOwn ? compareLine(i18n, review.comparison, 'paidMinor') : null,
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
