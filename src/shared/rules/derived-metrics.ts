import type { Figure, LiveMetrics, SeriesPoint } from '../model/metrics.ts';
import type { Source, SourceCan } from '../model/source.ts';

const PER_THOUSAND = 1_000;
const WINDOW_MS = 300_000;

/** What figures made of others are worked out from. */
export type MetricInputs = {
  readonly metrics: LiveMetrics;
  /** Of the pulse: its last five minutes count. */
  readonly series: readonly SeriesPoint[];
  /** Only what each can give. */
  readonly sources: readonly Pick<Source, 'isEnabled' | 'can'>[];
};

/**
 * Comments per 1,000 viewers (弹幕密度): chat messages of the last 60 s × 1,000 ÷ concurrent viewers.
 * Messages a minute. Needs chat and viewers. Definition: dydaxue.com/p/820.
 */
export function chatPerThousand({ metrics, sources }: MetricInputs): Figure {
  if (!isGivenTogether(sources, ['chat', 'viewers'])) return DIFFERENT_SOURCES;
  return quotient(metrics.chatPerMinute, metrics.viewers, PER_THOUSAND);
}

/**
 * Average watch time (平均停留时长), where no platform gives one, by Little's law: mean concurrent
 * viewers of the last 5 minutes ÷ entries a second of the same time. Seconds, always approximate: it
 * holds for a room that neither fills nor empties fast. Needs viewers and entries.
 */
export function averageWatch({ metrics, series, sources }: MetricInputs): Figure {
  if (!isGivenTogether(sources, ['viewers', 'joins'])) return DIFFERENT_SOURCES;
  const { viewers, entries5Min, asOfTs } = metrics;
  if (!viewers.known) return viewers;
  const online = meanViewers(series, asOfTs);
  if (online === null) return NOTHING_YET;
  const watched = quotient({ ...viewers, value: online }, entries5Min, WINDOW_MS / 1_000);
  return watched.known ? { ...watched, isApprox: true } : watched;
}

/**
 * Unpaid-order rate (未支付率): orders placed and not paid ÷ orders placed, of this show. A share of
 * 1. Needs orders; unknown where a platform tells paid orders alone. Common usage.
 */
export function unpaidRate({ metrics }: MetricInputs): Figure {
  const { ordersPlaced: placed, ordersPaid: paid } = metrics;
  if (!placed.known || !paid.known) return placed.known ? paid : placed;
  if (paid.value > placed.value) return { known: false, reason: 'source_cannot' };
  return quotient({ ...placed, value: placed.value - paid.value }, placed, 1);
}

/**
 * GPM (千次观看成交): paid money of the show's currency × 1,000 ÷ views (场观). Minor units. Needs
 * orders and views from the same sources. Definition: hnheavy.com.
 */
export function gpm({ metrics, sources }: MetricInputs, currency: string): Figure {
  if (!isGivenTogether(sources, ['orders', 'viewers'])) return DIFFERENT_SOURCES;
  const { ordersPaid, paid, views } = metrics;
  if (!ordersPaid.known) return ordersPaid;
  const own = paid.find((sum) => sum.currency === currency);
  return quotient({ ...ordersPaid, value: own?.amountMinor ?? 0 }, views, PER_THOUSAND);
}

const NOTHING_YET: Figure = { known: false, reason: 'nothing_yet' };
const DIFFERENT_SOURCES: Figure = { known: false, reason: 'sources_differ' };

/**
 * Like with like: a source that gives one side and not the other would bend the quotient. Where no
 * source gives a side, its own figure says so.
 */
function isGivenTogether(
  sources: MetricInputs['sources'],
  [one, other]: readonly [keyof SourceCan, keyof SourceCan],
): boolean {
  const listened = sources.filter(({ isEnabled }) => isEnabled);
  const hasBoth = [one, other].every((side) => listened.some(({ can }) => can[side]));
  return !hasBoth || listened.every(({ can }) => can[one] === can[other]);
}

/** Unknown where a side is, and where nothing stands below the line yet. */
function quotient(above: Figure, below: Figure, scale: number): Figure {
  if (!above.known) return above;
  if (!below.known) return below;
  if (below.value === 0) return NOTHING_YET;
  return {
    known: true,
    value: (above.value * scale) / below.value,
    isApprox: above.isApprox || below.isApprox,
    without: [...new Set([...above.without, ...below.without])],
  };
}

function meanViewers(series: readonly SeriesPoint[], asOfTs: number): number | null {
  const values = series
    .filter(({ ts }) => ts > asOfTs - WINDOW_MS && ts <= asOfTs)
    .flatMap(({ viewers }) => (viewers === null ? [] : [viewers]));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
