import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { metricText } from '#renderer/i18n/metric-text.ts';
import { unitName } from '#renderer/i18n/unit-name.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { CurrencySum, Figure, LiveMetrics, SeriesPoint } from '#shared/model/metrics.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { metricValue, type MetricValue } from '#shared/rules/metrics/metric-value.ts';

/** Which series of the pulse a tile draws small; null for none. */
export type TileSeries = Exclude<keyof SeriesPoint, 'ts'> | null;

export interface TileContent {
  /** Null is unknown: shown as a dash, never as 0. */
  readonly value: string | null;
  readonly isApprox: boolean;
  /** The line below: why unknown, what is left out, or what belongs to the figure, in its parts. */
  readonly note: readonly string[];
  /** A source that should count is missing: the note says which. */
  readonly isPartial: boolean;
  readonly series: TileSeries;
}

const SERIES: Partial<Record<TileId, Exclude<TileSeries, null>>> = {
  viewers: 'viewers',
  chatPerMinute: 'chatPerMinute',
  ordersPaid: 'ordersPerMinute',
};

/** What a tile shows. `currency` is the show's own. */
export function tileContent(
  i18n: I18n,
  id: TileId,
  metrics: LiveMetrics,
  currency: string,
): TileContent {
  const value = metricValue(id, metrics, currency);
  const { figure } = value;
  const series = SERIES[id] ?? null;
  if (!figure.known) {
    const note = [i18n.t(`metric.reason.${figure.reason}`)];
    return { value: null, isApprox: false, note, isPartial: false, series };
  }
  const isPartial = figure.without.length > 0;
  return {
    value:
      id === 'paid' && value.enteredTs === null
        ? paidText(i18n, metrics, currency)
        : metricText(i18n, id, figure.value, currency),
    isApprox: figure.isApprox,
    note: [
      isPartial
        ? missingNote(i18n, id, figure.without, metrics)
        : plainNote(i18n, id, value, metrics, currency),
    ].flat(),
    isPartial,
    series,
  };
}

/**
 * What a tile shows while the store takes nothing: events wait or are dropped, so nothing of the moment
 * is counted, and what was counted before them is not all. People online stay as last told.
 */
export function whileNotStored(i18n: I18n, id: TileId, content: TileContent): TileContent {
  if (content.value === null) return content;
  if (METRICS[id].span === 'now' && id !== 'viewers') {
    const note = [i18n.t('metric.reason.not_stored')];
    return { ...content, value: null, isApprox: false, note, isPartial: false };
  }
  return { ...content, note: [i18n.t('metric.notAllStored')], isPartial: true };
}

/** A total keeps what a source gave until it fell silent; anything else is without it. */
function missingNote(
  i18n: I18n,
  id: TileId,
  platforms: readonly string[],
  metrics: LiveMetrics,
): string {
  const separator = i18n.t('common.listSeparator');
  const { isSum, span } = METRICS[id];
  const silent = metrics.bySource.filter(({ standing }) => standing === 'silent');
  if ((isSum || id === 'viewersMean') && span === 'show' && silent.length > 0) {
    return silent
      .filter(({ platform }) => platforms.includes(platform))
      .map(({ platform, sinceTs }) =>
        i18n.t('metric.silentSince', {
          platform: platformName(i18n, platform),
          time: sinceTs === null ? '' : i18n.format.time(sinceTs, null),
        }),
      )
      .join(separator);
  }
  const names = platforms.map((platform) => platformName(i18n, platform));
  return i18n.t('metric.without', { platforms: names.join(separator) });
}

function knownNote(i18n: I18n, figure: Figure, key: 'metric.peak' | 'metric.placed'): string {
  return figure.known ? i18n.t(key, { value: i18n.format.number(figure.value) }) : '';
}

function plainNote(
  i18n: I18n,
  id: TileId,
  { enteredTs }: MetricValue,
  metrics: LiveMetrics,
  currency: string,
): string | readonly string[] {
  if (enteredTs !== null) {
    return i18n.t('metric.enteredAt', { time: i18n.format.time(enteredTs, null) });
  }
  switch (id) {
    case 'viewers':
      return knownNote(i18n, metrics.viewersPeak, 'metric.peak');
    case 'chatPerMinute':
      return i18n.t('metric.total', { value: i18n.format.number(metrics.totalChats) });
    case 'gifts':
      return giftsNote(i18n, metrics);
    case 'ordersPaid':
      return knownNote(i18n, metrics.ordersPlaced, 'metric.placed');
    case 'paid':
      return paidNote(i18n, metrics, currency);
    case 'gpm':
      return i18n.t('metric.perThousandViews');
    case 'revenuePerViewer':
      return i18n.t('metric.perViewer');
    case 'airtime':
      return metrics.onShelf === null
        ? ''
        : i18n.t('metric.onShelf', { number: metrics.onShelf.linkNumber });
    case 'pushDelay':
      return metrics.pushDelay === null
        ? ''
        : i18n.t('metric.p95', { value: i18n.format.delay(metrics.pushDelay.p95Ms) });
    case 'chatPerThousand':
    case 'likesPerMinute':
      return i18n.t('metric.perMinute');
    default:
      return i18n.t(isOfFiveMinutes(id) ? 'metric.last5Min' : 'metric.thisShow');
  }
}

function isOfFiveMinutes(id: TileId): boolean {
  return METRICS[id].needs.some((input) => input.endsWith('5Min') && input !== 'retention5Min');
}

function sum(i18n: I18n, { amountMinor, currency, exponent }: CurrencySum): string {
  return i18n.format.money(amountMinor, currency, exponent);
}

/** The show's own currency first; each stays its own sum. */
function paidParts({ paid }: LiveMetrics, currency: string) {
  const own = paid.find((sum) => sum.currency === currency) ?? paid[0];
  return { own, others: paid.filter((sum) => sum !== own) };
}

function paidText(i18n: I18n, metrics: LiveMetrics, currency: string): string {
  const { own } = paidParts(metrics, currency);
  return own === undefined ? i18n.format.money(0, currency, 0) : sum(i18n, own);
}

function paidNote(i18n: I18n, metrics: LiveMetrics, currency: string): string | readonly string[] {
  const { own, others } = paidParts(metrics, currency);
  const { ordersPaid, bySource } = metrics;
  const unpriced = bySource.reduce((count, each) => count + each.ordersUnpriced, 0);
  if (unpriced > 0) return i18n.tn('metric.unpriced', unpriced);
  if (others.length > 0) return others.map((other) => `+ ${sum(i18n, other)}`);
  if (own === undefined || !ordersPaid.known || ordersPaid.value === 0) {
    return i18n.t('metric.thisShow');
  }
  const mean = Math.round(own.amountMinor / ordersPaid.value);
  return i18n.t('metric.perOrder', { value: sum(i18n, { ...own, amountMinor: mean }) });
}

/** Each virtual currency by itself, the one with most first. */
function giftsNote(i18n: I18n, metrics: LiveMetrics): string | readonly string[] {
  if (metrics.giftValues.length === 0) return i18n.t('metric.thisShow');
  return metrics.giftValues
    .toSorted((a, b) => b.quantity - a.quantity)
    .map(({ unit, quantity }) =>
      i18n.t('metric.virtual', {
        quantity: i18n.format.number(quantity),
        unit: unitName(i18n, unit, quantity),
      }),
    );
}
