import type { FigureName } from '../../model/entered-figure.ts';
import type { Figure, LiveMetrics, SourceFigures } from '../../model/metrics.ts';
import type { TileId } from '../../model/metric-tile.ts';
import {
  enteredOf,
  givenBy,
  givenByAll,
  paidIn,
  type Given,
  type KnownInput,
  type UnknownInput,
} from './given-input.ts';
import {
  METRICS,
  QUOTIENTS,
  isQuotient,
  type MetricInput,
  type Quotient,
  type Side,
} from './metric-table.ts';

/** An entered figure and a live one differ by at most this, or their quotient is approximate. */
const SAME_TIME_MS = 60_000;

/** A figure, and since when what a person entered into it stands: null where nothing was. */
export type MetricValue = { readonly figure: Figure; readonly enteredTs: number | null };

type Pair = { readonly above: KnownInput; readonly below: KnownInput; readonly isStandIn: boolean };

/**
 * Any metric of a tile as it stands, money in minor units of `currency`. A quotient is the sum of
 * its upper sides over that of its lower ones, over the sources that give both.
 */
export function metricValue(id: TileId, metrics: LiveMetrics, currency: string): MetricValue {
  if (id === 'averageWatch') {
    // A platform's own comes before the estimate.
    const given = meanEntered('watchSeconds', metrics, currency);
    if ('value' in given) return told(given);
  }
  if (isQuotient(id)) return quotientValue(QUOTIENTS[id], metrics, currency);
  return plainValue(id, metrics, currency);
}

/** The same metric of one source alone; null where a source has no part in it (time on air …). */
export function metricOfSource(
  id: TileId,
  metrics: LiveMetrics,
  source: SourceFigures,
  currency: string,
): MetricValue | null {
  if (isQuotient(id)) {
    return quotientValue(QUOTIENTS[id], { ...metrics, bySource: [source] }, currency, true);
  }
  const { needs, span } = METRICS[id];
  const [input] = needs;
  if (input === undefined) return null;
  if (span === 'now' && source.standing === 'silent') {
    return exact({ known: false, reason: 'source_silent' });
  }
  return told(givenBy(source, input, metrics, currency));
}

function plainValue(
  id: Exclude<TileId, keyof typeof QUOTIENTS>,
  metrics: LiveMetrics,
  currency: string,
): MetricValue {
  switch (id) {
    case 'retention':
      return told(meanEntered('retention5Min', metrics, currency));
    case 'paid': {
      const { ordersPaid } = metrics;
      if (!ordersPaid.known) return byHand('sales', ordersPaid, metrics, currency);
      return exact({ ...ordersPaid, value: paidIn(metrics.paid, currency) });
    }
    case 'onAir':
      return exact(known(metrics.onAirMs / 1_000));
    case 'airtime': {
      const { onShelf } = metrics;
      return exact(
        onShelf === null
          ? { known: false, reason: 'nothing_on_shelf' }
          : known(onShelf.airtimeMs / 1_000),
      );
    }
    case 'pushDelay': {
      const { pushDelay } = metrics;
      return exact(
        pushDelay === null ? { known: false, reason: 'no_screen' } : known(pushDelay.lastMs),
      );
    }
    default: {
      const [input] = METRICS[id].needs;
      const figure = metrics[id];
      if (figure.known || input === undefined) return exact(figure);
      return byHand(input, figure, metrics, currency);
    }
  }
}

/** What no source tells may have been entered. */
function byHand(
  input: MetricInput,
  figure: Figure,
  metrics: LiveMetrics,
  currency: string,
): MetricValue {
  const given = givenByAll(input, metrics, currency);
  return 'value' in given && given.enteredTs !== null ? told(given) : exact(figure);
}

/** A mean or a share is never added up: of the whole show, or of the only source. */
function meanEntered(input: FigureName, metrics: LiveMetrics, currency: string): Given {
  const whole = enteredOf(metrics, input, null);
  const [only, ...others] = metrics.bySource;
  if (whole !== null || only === undefined || others.length > 0) {
    return whole ?? { reason: 'not_entered' };
  }
  return givenBy(only, input, metrics, currency);
}

function quotientValue(
  quotient: Quotient,
  metrics: LiveMetrics,
  currency: string,
  isOfOne = false,
): MetricValue {
  // What the definition asks for, whoever tells it, comes before anything that stands in for it.
  const made = quotient.below.map((side) => valueOver(quotient, side, metrics, currency, isOfOne));
  return (
    made.find(({ figure }) => figure.known) ??
    made[0] ??
    exact({ known: false, reason: 'nothing_yet' })
  );
}

function valueOver(
  quotient: Quotient,
  below: Side,
  metrics: LiveMetrics,
  currency: string,
  isOfOne: boolean,
): MetricValue {
  const rows = metrics.bySource.map((source) => ({
    source,
    pair: pairOf(quotient.above, below, (input) => givenBy(source, input, metrics, currency)),
  }));
  const paired = rows.flatMap(({ source, pair }) => ('above' in pair ? [{ source, pair }] : []));
  const heard = paired.filter(({ source }) => source.standing !== 'silent');
  // What was counted of the show stays true when every source has fallen silent.
  const used = heard.length > 0 || quotient.span === 'now' ? heard : paired;
  const pairs = used.map(({ pair }) => pair);
  if (pairs.length > 0) {
    const named = new Set(used.map(({ source }) => source));
    const without = metrics.bySource.filter((source) => !named.has(source));
    return divided(quotient, pairs, metrics, [...new Set(without.map(({ platform }) => platform))]);
  }
  if (paired.length > 0) return exact({ known: false, reason: 'source_silent' });
  if (!isOfOne) {
    const whole = pairOf(quotient.above, below, (input) => givenByAll(input, metrics, currency));
    if ('above' in whole) return divided(quotient, [whole], metrics, []);
    if (metrics.bySource.length !== 1) return exact({ known: false, reason: whole.reason });
  }
  const [first] = rows;
  if (first === undefined) return exact({ known: false, reason: 'no_source' });
  return exact({
    known: false,
    reason: 'reason' in first.pair ? first.pair.reason : 'nothing_yet',
  });
}

/** Both sides of a quotient by one giver, or why not. */
function pairOf(
  above: MetricInput,
  { input, isStandIn }: Side,
  given: (input: MetricInput) => Given,
): Pair | UnknownInput {
  const [one, other] = [given(above), given(input)];
  if ('reason' in one) return one;
  if ('reason' in other) return other;
  return { above: one, below: other, isStandIn: isStandIn === true };
}

function divided(
  quotient: Quotient,
  pairs: readonly Pair[],
  metrics: LiveMetrics,
  without: readonly string[],
): MetricValue {
  const above = pairs.reduce((sum, pair) => sum + pair.above.value, 0);
  const below = pairs.reduce((sum, pair) => sum + pair.below.value, 0);
  if (below === 0) return exact({ known: false, reason: 'nothing_yet' });
  const isApprox =
    quotient.isEstimate === true ||
    pairs.some((pair) => pair.isStandIn || isApart(pair, metrics.asOfTs)) ||
    (usesViewers(quotient) && metrics.viewers.known && metrics.viewers.isApprox);
  const entered = pairs
    .flatMap((pair) => [pair.above.enteredTs, pair.below.enteredTs])
    .filter((ts) => ts !== null);
  const value = (above * quotient.scale) / below;
  return {
    figure: { known: true, value, isApprox, without: [...without] },
    enteredTs: entered.length === 0 ? null : Math.min(...entered),
  };
}

function usesViewers({ above, below }: Quotient): boolean {
  return [above, ...below.map(({ input }) => input)].some((input) => input.startsWith('viewers'));
}

/** The sides hold for different times: one of now, one as it was entered a while ago. */
function isApart({ above, below }: Pair, nowTs: number): boolean {
  const [one, other] = [above.enteredTs ?? nowTs, below.enteredTs ?? nowTs];
  return Math.abs(one - other) > SAME_TIME_MS;
}

function told(given: Given): MetricValue {
  if ('reason' in given) return exact({ known: false, reason: given.reason });
  return { figure: known(given.value), enteredTs: given.enteredTs };
}

function exact(figure: Figure): MetricValue {
  return { figure, enteredTs: null };
}

function known(value: number): Figure {
  return { known: true, value, isApprox: false, without: [] };
}
