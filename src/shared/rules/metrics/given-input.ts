import { FigureName } from '../../model/entered-figure.ts';
import type { LiveMetrics, SourceFigures, UnknownReason } from '../../model/metrics.ts';
import { currencyExponent } from '../currency-exponent.ts';
import type { MetricInput } from './metric-table.ts';

/** A value, and the show time it was entered for: null where a source tells it now. */
export type KnownInput = { readonly value: number; readonly enteredTs: number | null };
export type UnknownInput = { readonly reason: UnknownReason };
export type Given = KnownInput | UnknownInput;

/** A source's own figure, or what was entered for it. */
export function givenBy(
  source: SourceFigures,
  input: MetricInput,
  metrics: LiveMetrics,
  currency: string,
): Given {
  const give = (each: MetricInput): Given => givenBy(source, each, metrics, currency);
  switch (input) {
    case 'organicEntries':
      return difference(give('entries'), give('paidEntries'));
    case 'unpaidOrders':
      return difference(give('ordersPlaced'), give('ordersPaid'));
    default: {
      const own = ownValue(source, input, currency);
      if (own !== null) return { value: own, enteredTs: null };
      return enteredOf(metrics, input, source.sourceId) ?? whyNot(source, input);
    }
  }
}

function ownValue(source: SourceFigures, input: MetricInput, currency: string): number | null {
  if (input === 'sales') {
    const isTold = source.values.ordersPaid !== null && source.ordersUnpriced === 0;
    return isTold ? paidIn(source.paid, currency) : null;
  }
  return isOwn(source.values, input) ? source.values[input] : null;
}

/** Of the whole show: as entered for it, or the sum of the sources where each of them gives it. */
export function givenByAll(input: MetricInput, metrics: LiveMetrics, currency: string): Given {
  const give = (each: MetricInput): Given => givenByAll(each, metrics, currency);
  if (input === 'organicEntries') return difference(give('entries'), give('paidEntries'));
  if (input === 'unpaidOrders') return difference(give('ordersPlaced'), give('ordersPaid'));
  const sources = metrics.bySource.map((source) => ({
    source,
    given: givenBy(source, input, metrics, currency),
  }));
  const told = sources.flatMap(({ given }) => ('value' in given ? [given] : []));
  const entered = enteredOf(metrics, input, null);
  if (told.length < sources.length || sources.length === 0) {
    if (entered !== null) return entered;
    const [missing] = sources.flatMap(({ given }) => ('reason' in given ? [given] : []));
    const reason = told.length > 0 ? 'sources_differ' : (missing?.reason ?? 'no_source');
    return { reason };
  }
  // A total that one source stopped telling is no longer the whole show's.
  if (sources.some(({ source }) => source.standing === 'silent')) {
    return entered ?? { reason: 'source_silent' };
  }
  const enteredTs = told.flatMap((each) => each.enteredTs ?? []);
  return {
    value: told.reduce((sum, each) => sum + each.value, 0),
    enteredTs: enteredTs.length === 0 ? null : Math.min(...enteredTs),
  };
}

/**
 * What the sources themselves tell of an input: of one, or of all where each tells it. Null where
 * one does not, or nothing but an entered figure is there.
 */
export function toldBySources(
  input: MetricInput,
  metrics: LiveMetrics,
  currency: string,
  sourceId: number | null,
): number | null {
  const sources = metrics.bySource.filter(
    (each) => sourceId === null || each.sourceId === sourceId,
  );
  const values = sources.map((source) => ownValue(source, input, currency));
  if (values.length === 0 || sources.some(({ standing }) => standing === 'silent')) return null;
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

export function enteredOf(
  metrics: LiveMetrics,
  input: MetricInput,
  sourceId: number | null,
): KnownInput | null {
  const found = metrics.entered.find(
    (figure) => figure.name === input && figure.sourceId === sourceId,
  );
  return found === undefined ? null : { value: found.value, enteredTs: found.asOfTs };
}

/** More taken away than there is: the sides are not of one count, so nothing is said. */
function difference(whole: Given, part: Given): Given {
  if ('reason' in whole) return whole;
  if ('reason' in part) return part;
  if (part.value > whole.value) return { reason: 'source_cannot' };
  const times = [whole.enteredTs, part.enteredTs].filter((ts) => ts !== null);
  const enteredTs = times.length === 0 ? null : Math.min(...times);
  return { value: whole.value - part.value, enteredTs };
}

function whyNot(source: SourceFigures, input: MetricInput): UnknownInput {
  const { standing, can, values } = source;
  if (input === 'sales' && source.ordersUnpriced > 0) return { reason: 'orders_unpriced' };
  const needed = CAN_OF[input];
  if (isOwn(values, input) && needed !== undefined && can[needed]) {
    if (input === 'buyers') return { reason: 'source_cannot' };
    if (standing === 'silent') return { reason: 'source_silent' };
    return { reason: standing === 'off_air' ? 'stream_off_air' : 'nothing_yet' };
  }
  if (FigureName.options.some((name) => name === input)) return { reason: 'not_entered' };
  return { reason: needed === undefined ? 'nothing_yet' : 'source_cannot' };
}

/** What a connector must be able to tell for an input; none: the first message shows it. */
const CAN_OF: Partial<Record<MetricInput, keyof SourceFigures['can']>> = {
  viewers: 'viewers',
  viewersMean5Min: 'viewers',
  viewersMean: 'viewers',
  views: 'viewers',
  entries: 'joins',
  entries5Min: 'joins',
  chats: 'chat',
  chatPerMinute: 'chat',
  chats5Min: 'chat',
  chatters5Min: 'chat',
  interacting5Min: 'chat',
  questions5Min: 'chat',
  follows: 'follows',
  gifts: 'gifts',
  ordersPlaced: 'orders',
  ordersPaid: 'orders',
  buyers: 'orders',
  sales: 'orders',
};

function isOwn(
  values: SourceFigures['values'],
  input: MetricInput,
): input is keyof SourceFigures['values'] {
  return Object.hasOwn(values, input);
}

export function paidIn(sums: SourceFigures['paid'], currency: string): number {
  const exponent = currencyExponent(currency);
  const own = sums.find((sum) => sum.currency === currency && sum.exponent === exponent);
  return own?.amountMinor ?? 0;
}
