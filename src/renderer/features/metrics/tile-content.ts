import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { unitName } from '#renderer/i18n/unit-name.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { CurrencySum, Figure, LiveMetrics, SeriesPoint } from '#shared/model/metrics.ts';
import { averageWatch, chatPerThousand, gpm, unpaidRate } from '#shared/rules/derived-metrics.ts';
import type { MetricInputs } from '#shared/rules/derived-metrics.ts';

/** Which series of the pulse a tile draws small; null for none. */
export type TileSeries = Exclude<keyof SeriesPoint, 'ts'> | null;

export interface TileContent {
  /** Null is unknown: shown as a dash, never as 0. */
  readonly value: string | null;
  readonly isApprox: boolean;
  /** The line below: why unknown, what is left out, or what belongs to the figure. */
  readonly note: string;
  /** A source that should count is missing: the note says which. */
  readonly isPartial: boolean;
  readonly series: TileSeries;
}

function unknownTile(i18n: I18n, figure: Extract<Figure, { known: false }>, series: TileSeries) {
  const note = i18n.t(`metric.reason.${figure.reason}`);
  return { value: null, isApprox: false, note, isPartial: false, series };
}

/** A tile of one figure; `note` is what it says when nothing is missing. */
function figureTile(
  i18n: I18n,
  figure: Figure,
  note: string,
  series: TileSeries,
  say: (value: number) => string = i18n.format.number,
): TileContent {
  if (!figure.known) return unknownTile(i18n, figure, series);
  const isPartial = figure.without.length > 0;
  return {
    value: say(figure.value),
    isApprox: figure.isApprox,
    note: isPartial ? withoutNote(i18n, figure.without) : note,
    isPartial,
    series,
  };
}

function withoutNote(i18n: I18n, platforms: readonly string[]): string {
  const names = platforms.map((platform) => platformName(i18n, platform));
  return i18n.t('metric.without', { platforms: names.join(i18n.t('common.listSeparator')) });
}

function knownNote(i18n: I18n, figure: Figure, key: 'metric.peak' | 'metric.placed'): string {
  return figure.known ? i18n.t(key, { value: i18n.format.number(figure.value) }) : '';
}

function sums(i18n: I18n, values: readonly CurrencySum[]): string {
  return values
    .map(({ amountMinor, currency, exponent }) =>
      i18n.format.money(amountMinor, currency, exponent),
    )
    .join(' + ');
}

/** Money is unknown as long as orders are; each currency stays its own sum. */
function paidTile(i18n: I18n, metrics: LiveMetrics, currency: string): TileContent {
  const { ordersPaid, paid } = metrics;
  if (!ordersPaid.known) return unknownTile(i18n, ordersPaid, null);
  const own = paid.find((sum) => sum.currency === currency) ?? paid[0];
  const others = paid.filter((sum) => sum !== own);
  const isPartial = ordersPaid.without.length > 0;
  let note = i18n.t('metric.thisShow');
  if (isPartial) note = withoutNote(i18n, ordersPaid.without);
  else if (others.length > 0) note = `+ ${sums(i18n, others)}`;
  else if (own !== undefined && ordersPaid.value > 0) {
    const mean = Math.round(own.amountMinor / ordersPaid.value);
    note = i18n.t('metric.perOrder', { value: sums(i18n, [{ ...own, amountMinor: mean }]) });
  }
  return {
    value: own === undefined ? i18n.format.money(0, currency, 0) : sums(i18n, [own]),
    isApprox: ordersPaid.isApprox,
    note,
    isPartial,
    series: null,
  };
}

function giftsNote(i18n: I18n, metrics: LiveMetrics): string {
  if (metrics.giftValues.length === 0) return i18n.t('metric.thisShow');
  return metrics.giftValues
    .toSorted((a, b) => b.quantity - a.quantity)
    .map(({ unit, quantity }) =>
      i18n.t('metric.virtual', {
        quantity: i18n.format.number(quantity),
        unit: unitName(i18n, unit, quantity),
      }),
    )
    .join(' · ');
}

/** What a tile shows. `currency` is the show's own. */
export function tileContent(
  i18n: I18n,
  id: TileId,
  inputs: MetricInputs,
  currency: string,
): TileContent {
  const { metrics } = inputs;
  const last5Min = i18n.t('metric.last5Min');
  const thisShow = i18n.t('metric.thisShow');
  switch (id) {
    case 'viewers': {
      const peak = knownNote(i18n, metrics.viewersPeak, 'metric.peak');
      return figureTile(i18n, metrics.viewers, peak, 'viewers');
    }
    case 'entries5Min':
      return figureTile(i18n, metrics.entries5Min, last5Min, null);
    case 'chatPerMinute': {
      const total = i18n.t('metric.total', { value: i18n.format.number(metrics.totalChats) });
      return figureTile(i18n, metrics.chatPerMinute, total, 'chatPerMinute');
    }
    case 'activeChatters':
      return figureTile(i18n, metrics.activeChatters, last5Min, null);
    case 'follows':
      return figureTile(i18n, metrics.follows, thisShow, null);
    case 'gifts':
      return figureTile(i18n, metrics.gifts, giftsNote(i18n, metrics), null);
    case 'ordersPaid': {
      const placed = knownNote(i18n, metrics.ordersPlaced, 'metric.placed');
      return figureTile(i18n, metrics.ordersPaid, placed, 'ordersPerMinute');
    }
    case 'paid':
      return paidTile(i18n, metrics, currency);
    case 'views':
      return figureTile(i18n, metrics.views, thisShow, null);
    case 'averageWatch':
      return figureTile(i18n, averageWatch(inputs), last5Min, null, (seconds) =>
        i18n.format.span(seconds * 1_000),
      );
    case 'chatPerThousand': {
      const note = i18n.t('metric.perMinute');
      return figureTile(i18n, chatPerThousand(inputs), note, null, (value) =>
        i18n.format.number(Math.round(value)),
      );
    }
    case 'unpaidRate':
      return figureTile(i18n, unpaidRate(inputs), thisShow, null, i18n.format.percent);
    case 'gpm': {
      const exponent = metrics.paid.find((sum) => sum.currency === currency)?.exponent ?? 0;
      return figureTile(
        i18n,
        gpm(inputs, currency),
        i18n.t('metric.perThousandViews'),
        null,
        (value) => i18n.format.money(Math.round(value), currency, exponent),
      );
    }
    case 'onAir':
      return {
        value: i18n.format.clock(metrics.onAirMs),
        isApprox: false,
        note: thisShow,
        isPartial: false,
        series: null,
      };
    default:
      return assertNever(id);
  }
}
