import { FIGURE_UNITS } from '../../model/entered-figure.ts';
import type { TileId } from '../../model/metric-tile.ts';
import type { LiveMetrics } from '../../model/metrics.ts';
import { givenByAll, toldBySources } from './given-input.ts';
import { METRICS, type MetricInput } from './metric-table.ts';
import { metricValue } from './metric-value.ts';

/** What a product on the shelf costs and brought; money in minor units of the show's currency. */
export type ShelfSales = {
  readonly unitsPaid: number;
  readonly paidMinor: number;
  readonly priceMinor: number | null;
  readonly couponPriceMinor: number | null;
};

/** Two ways to one figure; each is named by `check.<way>`, an input by its own name. */
export type CheckWay =
  | {
      readonly kind: 'way';
      readonly way: 'paid' | 'unitsByPrice' | 'gpmByViews' | 'meanViewers' | 'entriesByStay';
    }
  | { readonly kind: 'input'; readonly input: MetricInput; readonly isEntered: boolean };

export type Disagreement = {
  /** Tiles that rest on either side. */
  readonly tiles: readonly TileId[];
  readonly one: CheckWay;
  readonly oneValue: number;
  readonly other: CheckWay;
  readonly otherValue: number;
  /** Of both values. */
  readonly unit: 'count' | 'money' | 'share' | 'seconds';
  /** The difference that is still agreement, as a part of the greater; null: none can be greater at all. */
  readonly tolerance: number | null;
};

/** Coupons and bundles make single orders cheaper than the shelf says. */
const PRICE_TOLERANCE = 0.15;
const GPM_TOLERANCE = 0.05;
/** Little's law holds for a whole show, and entries are counted more coarsely than viewers. */
const STAY_TOLERANCE = 0.3;
/** A platform counts a little later than its feed tells. */
const ENTERED_TOLERANCE = 0.03;
/** Entered figures are compared with live ones for this long; from then on the live ones have moved on. */
const SAME_TIME_MS = 60_000;
/** Fewer than this differ by chance. */
const LEAST = 20;

/**
 * Figures of a show that must agree and do not: a mistyped figure, a source that tells one side, a
 * price that is not the price. It says where, never which side is right.
 */
export function selfCheck(
  metrics: LiveMetrics,
  currency: string,
  shelf: readonly ShelfSales[],
): readonly Disagreement[] {
  return [
    ...unitsByPrice(shelf),
    ...gpmByViews(metrics, currency),
    ...entriesByStay(metrics, currency),
    ...enteredAgainstTold(metrics, currency),
    ...impossible(metrics, currency),
  ];
}

/** Units × price of the products on the shelf against what was paid for them. */
function unitsByPrice(shelf: readonly ShelfSales[]): readonly Disagreement[] {
  let paid = 0;
  let expected = 0;
  let units = 0;
  for (const { unitsPaid, paidMinor, priceMinor, couponPriceMinor } of shelf) {
    const price = couponPriceMinor ?? priceMinor;
    if (price === null || unitsPaid === 0) continue;
    units += unitsPaid;
    paid += paidMinor;
    expected += price * unitsPaid;
  }
  if (units < LEAST) return [];
  return apart(way('paid'), paid, way('unitsByPrice'), expected, {
    tiles: ['paid', 'averageOrder'],
    unit: 'money',
    tolerance: PRICE_TOLERANCE,
  });
}

/** GPM × views against paid money, where every source gives both. */
function gpmByViews(metrics: LiveMetrics, currency: string): readonly Disagreement[] {
  const gpm = metricValue('gpm', metrics, currency).figure;
  const paid = metricValue('paid', metrics, currency).figure;
  const views = metricValue('views', metrics, currency).figure;
  if (!gpm.known || !paid.known || !views.known || gpm.without.length > 0) return [];
  return apart(way('paid'), paid.value, way('gpmByViews'), (gpm.value * views.value) / 1_000, {
    tiles: ['gpm', 'paid', 'views'],
    unit: 'money',
    tolerance: GPM_TOLERANCE,
  });
}

/** Entries × the platform's own watch time ÷ time on air against mean viewers (Little's law). */
function entriesByStay(metrics: LiveMetrics, currency: string): readonly Disagreement[] {
  const stay = givenByAll('watchSeconds', metrics, currency);
  const entries = givenByAll('entries', metrics, currency);
  const { viewersMean, onAirMs } = metrics;
  if (!('value' in stay) || !('value' in entries) || !viewersMean.known || onAirMs === 0) return [];
  const expected = (entries.value * stay.value * 1_000) / onAirMs;
  return apart(way('meanViewers'), viewersMean.value, way('entriesByStay'), expected, {
    tiles: ['viewersMean', 'averageWatch', 'entries5Min'],
    unit: 'count',
    tolerance: STAY_TOLERANCE,
  });
}

/** What a person entered against what the sources tell of the same. */
function enteredAgainstTold(metrics: LiveMetrics, currency: string): readonly Disagreement[] {
  return metrics.entered.flatMap(({ name, value, sourceId, asOfTs }) => {
    if (!metrics.isOver && metrics.asOfTs - asOfTs > SAME_TIME_MS) return [];
    const told = toldBySources(name, metrics, currency, sourceId);
    if (told === null || Math.max(told, value) < LEAST) return [];
    return apart(input(name, true), value, input(name, false), told, {
      tiles: tilesOf(name),
      unit: FIGURE_UNITS[name],
      tolerance: ENTERED_TOLERANCE,
    });
  });
}

/** The smaller of each pair is a part of the greater. */
const PARTS: readonly (readonly [MetricInput, MetricInput])[] = [
  ['uniqueViewers', 'views'],
  ['paidEntries', 'entries'],
  ['productShown', 'uniqueViewers'],
  ['productClickers', 'productShown'],
  ['productClickers', 'productClicks'],
  ['buyers', 'uniqueViewers'],
  ['buyers', 'ordersPaid'],
  ['refunds', 'ordersPaid'],
];

function impossible(metrics: LiveMetrics, currency: string): readonly Disagreement[] {
  return PARTS.flatMap(([part, whole]) => {
    const one = givenByAll(part, metrics, currency);
    const other = givenByAll(whole, metrics, currency);
    if (!('value' in one) || !('value' in other) || one.value <= other.value) return [];
    // A live side goes on while an entered one stands.
    const times = [one.enteredTs, other.enteredTs].map((ts) => ts ?? metrics.asOfTs);
    if (Math.max(...times) - Math.min(...times) > SAME_TIME_MS) return [];
    return [
      {
        tiles: [...new Set([...tilesOf(part), ...tilesOf(whole)])],
        one: input(part, one.enteredTs !== null),
        oneValue: one.value,
        other: input(whole, other.enteredTs !== null),
        otherValue: other.value,
        unit: 'count',
        tolerance: null,
      },
    ];
  });
}

function tilesOf(name: MetricInput): readonly TileId[] {
  return tileIds.filter((id) => METRICS[id].needs.includes(name));
}

const tileIds = Object.keys(METRICS).filter((id): id is TileId => Object.hasOwn(METRICS, id));

function apart(
  one: CheckWay,
  oneValue: number,
  other: CheckWay,
  otherValue: number,
  rest: Pick<Disagreement, 'tiles' | 'unit'> & { readonly tolerance: number },
): readonly Disagreement[] {
  const greater = Math.max(oneValue, otherValue);
  if (Math.abs(oneValue - otherValue) <= greater * rest.tolerance) return [];
  return [{ one, oneValue, other, otherValue, ...rest }];
}

function way(name: Extract<CheckWay, { kind: 'way' }>['way']): CheckWay {
  return { kind: 'way', way: name };
}

function input(name: MetricInput, isEntered: boolean): CheckWay {
  return { kind: 'input', input: name, isEntered };
}
