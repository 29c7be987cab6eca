import type { QuietKind, ReviewFinding } from '../model/review-findings.ts';
import type { Review, ReviewProduct } from '../model/review.ts';
import { median } from './median.ts';

const MINUTE_MS = 60_000;
/** Shorter stretches on the shelf say nothing of a product. */
const MIN_AIRTIME_MS = 3 * MINUTE_MS;
/** Minutes compared on each side of a push. */
const LIFT_MINUTES = 3;
const SILENT_MINUTES = 10;
const MIN_GAP_MS = 60_000;
const MIN_CUES = 5;
export const MOST_FINDINGS = 3;

type Facts = Pick<Review, 'show' | 'totals' | 'minutes' | 'products' | 'pushes' | 'cues' | 'gaps'>;
type Outcome =
  | { readonly finding: ReviewFinding; readonly weight: number }
  | { readonly quiet: QuietKind };

/**
 * What stands out in a show, at most three and the weightiest first, each with the stored figures it
 * rests on; and of every other question why it has no answer. Nothing is found without evidence.
 */
export function findingsOf(facts: Facts): {
  readonly findings: readonly ReviewFinding[];
  readonly quiet: readonly QuietKind[];
} {
  const slow = slowProduct(facts);
  const outcomes = [
    slow,
    unsoldProduct(facts),
    // A product that is to be shown less is not to be shown again in the same breath.
    pushLift(
      facts,
      'finding' in slow && slow.finding.kind === 'slow_product' ? slow.finding.productId : null,
    ),
    silence(facts),
    gap(facts),
    unansweredCues(facts),
  ];
  const found = outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome] : []));
  const ranked = [...found].sort((a, b) => b.weight - a.weight);
  return {
    findings: ranked.slice(0, MOST_FINDINGS).map(({ finding }) => finding),
    quiet: outcomes.flatMap((outcome) => ('quiet' in outcome ? [outcome.quiet] : [])),
  };
}

const quiet = (kind: QuietKind['kind'], reason: QuietKind['reason']): Outcome => ({
  quiet: { kind, reason },
});

/** A product that brought at most half of what the others brought for each minute on the shelf. */
function slowProduct({ totals, products, show }: Facts): Outcome {
  const kind = 'slow_product';
  if (!totals.ordersPaid.known) return quiet(kind, 'no_orders');
  const aired = products.filter(
    (product) => product.airtimeMs >= MIN_AIRTIME_MS && product.currency === show.currency,
  );
  if (aired.length < 3) return quiet(kind, 'few_products');
  const paid = aired.reduce((sum, product) => sum + (product.paidMinor ?? 0), 0);
  const candidates = aired.flatMap((product) => {
    const others = aired.filter((other) => other !== product).map(perMinute);
    const middle = median(others);
    const orders = product.ordersPaid ?? 0;
    if (orders === 0 || middle === null || perMinute(product) > middle / 2) return [];
    const lostMinor = Math.round(((middle - perMinute(product)) * product.airtimeMs) / MINUTE_MS);
    return [{ product, orders, middle, lostMinor, sample: others.length }];
  });
  const worst = most(candidates, ({ lostMinor }) => lostMinor);
  if (worst === null) return quiet(kind, 'nothing_found');
  const { product, orders, middle, lostMinor, sample } = worst;
  return {
    weight: lostMinor / Math.max(1, paid + lostMinor),
    finding: {
      kind,
      ...named(product),
      airtimeMs: product.airtimeMs,
      orders,
      currency: product.currency,
      perMinuteMinor: perMinute(product),
      medianMinor: middle,
      lostMinor,
      sample,
    },
  };
}

/** A product that was on the shelf and brought not one paid order. */
function unsoldProduct({ totals, products }: Facts): Outcome {
  const kind = 'unsold_product';
  if (!totals.ordersPaid.known || totals.ordersPaid.value === 0) return quiet(kind, 'no_orders');
  const aired = products.filter(({ airtimeMs }) => airtimeMs >= MIN_AIRTIME_MS);
  if (aired.length === 0) return quiet(kind, 'no_pushes');
  const unsold = aired.filter(({ ordersPaid }) => ordersPaid === 0);
  const worst = most(unsold, ({ airtimeMs }) => airtimeMs);
  if (worst === null) return quiet(kind, 'nothing_found');
  return {
    weight: worst.airtimeMs / Math.max(1, totals.onAirMs),
    finding: {
      kind,
      ...named(worst),
      airtimeMs: worst.airtimeMs,
      pushes: worst.pushes,
      sample: unsold.length,
      orders: totals.ordersPaid.value,
    },
  };
}

/** The product whose pushes were followed by the largest rise of orders; only undisturbed pushes count. */
function pushLift(
  { totals, minutes, pushes, gaps, products }: Facts,
  slowId: number | null,
): Outcome {
  const kind = 'push_lift';
  const metric = totals.ordersPaid.known ? 'orders' : 'chats';
  const counted = pushes.filter(({ state }) => state !== 'undone');
  if (counted.length === 0) return quiet(kind, 'no_pushes');
  const values = new Map(
    minutes.map((minute) => [
      minute.minute,
      metric === 'orders' ? minute.ordersPaid : minute.chats,
    ]),
  );
  const gos = counted.map(({ goTs }) => Math.floor(goTs / MINUTE_MS));
  const windows = counted.flatMap((push, index) => {
    const go = gos[index] ?? 0;
    const isDisturbed =
      gos.some((other, place) => place !== index && Math.abs(other - go) <= LIFT_MINUTES) ||
      gaps.some(
        ({ fromTs, toTs }) =>
          toTs >= (go - LIFT_MINUTES) * MINUTE_MS && fromTs < (go + LIFT_MINUTES + 1) * MINUTE_MS,
      );
    const before = meanOf(values, go - LIFT_MINUTES, go - 1);
    const after = meanOf(values, go + 1, go + LIFT_MINUTES);
    return isDisturbed || before === null || after === null
      ? []
      : [{ productId: push.productId, before, after }];
  });
  if (windows.length === 0) return quiet(kind, 'no_clean_window');
  const lifts = products.flatMap((product) => {
    const own = windows.filter(({ productId }) => productId === product.productId);
    if (own.length === 0 || product.productId === slowId) return [];
    const before = own.reduce((sum, each) => sum + each.before, 0) / own.length;
    const after = own.reduce((sum, each) => sum + each.after, 0) / own.length;
    return after >= before * 1.5 && after - before >= 1
      ? [{ product, before, after, sample: own.length }]
      : [];
  });
  const best = most(lifts, ({ before, after }) => after - before);
  if (best === null) return quiet(kind, 'nothing_found');
  const { product, before, after, sample } = best;
  return {
    // Good news stands behind a loss of the same size, and one case behind several.
    weight: 0.1 + 0.05 * Math.min(sample, 3),
    finding: { kind, ...named(product), metric, before, after, sample },
  };
}

/** The stretch without a cue or a push in which most viewers left. */
function silence({ show, minutes, pushes, cues, gaps, totals }: Facts): Outcome {
  const kind = 'silence';
  if (minutes.every(({ viewers }) => viewers === null)) return quiet(kind, 'no_viewers');
  const first = minutes[0];
  const last = minutes.at(-1);
  if (show.startedTs === null || first === undefined || last === undefined)
    return quiet(kind, 'no_viewers');
  const acts = [
    ...pushes.filter(({ state }) => state !== 'undone').map(({ goTs }) => goTs),
    ...cues.map(({ sentTs }) => sentTs),
  ].map((ts) => Math.floor(ts / MINUTE_MS));
  const edges = [first.minute - 1, ...acts, last.minute + 1].sort((a, b) => a - b);
  const viewersAt = new Map(minutes.map(({ minute, viewers }) => [minute, viewers]));
  const stretches = edges.flatMap((edge, index) => {
    const next = edges[index + 1];
    if (next === undefined || next - edge - 1 < SILENT_MINUTES) return [];
    const [from, to] = [edge + 1, next - 1];
    const hasGap = gaps.some(
      ({ fromTs, toTs }) => toTs >= from * MINUTE_MS && fromTs < (to + 1) * MINUTE_MS,
    );
    const viewersFrom = viewersAt.get(from) ?? null;
    const viewersTo = viewersAt.get(to) ?? null;
    if (hasGap || viewersFrom === null || viewersTo === null) return [];
    const lost = viewersFrom - viewersTo;
    if (lost < 10 || lost < viewersFrom * 0.1) return [];
    return [{ from, to, viewersFrom, viewersTo }];
  });
  const worst = most(
    stretches,
    ({ viewersFrom, viewersTo }) => (viewersFrom - viewersTo) / viewersFrom,
  );
  if (worst === null) return quiet(kind, 'nothing_found');
  const { from, to, viewersFrom, viewersTo } = worst;
  const lengthMs = (to - from + 1) * MINUTE_MS;
  return {
    weight:
      ((viewersFrom - viewersTo) / viewersFrom) *
      Math.min(1, (3 * lengthMs) / Math.max(1, totals.onAirMs)),
    finding: {
      kind,
      fromTs: from * MINUTE_MS,
      toTs: (to + 1) * MINUTE_MS,
      viewersFrom,
      viewersTo,
      sample: to - from + 1,
    },
  };
}

/** Where most of the data is missing, by source and cause. */
function gap({ gaps, totals }: Facts): Outcome {
  const kind = 'gap';
  if (gaps.length === 0) return quiet(kind, 'no_gaps');
  const groups = new Map<string, Review['gaps']>();
  for (const each of gaps) {
    const name = `${each.sourceLabel ?? ''}/${each.cause}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const summed = [...groups.values()].map((group) => ({
    group,
    totalMs: group.reduce((sum, { fromTs, toTs }) => sum + toTs - fromTs, 0),
  }));
  const worst = most(summed, ({ totalMs }) => totalMs);
  const longest = worst === null ? null : most(worst.group, ({ fromTs, toTs }) => toTs - fromTs);
  if (worst === null || longest === null || worst.totalMs < MIN_GAP_MS)
    return quiet(kind, 'nothing_found');
  return {
    weight: worst.totalMs / Math.max(1, totals.onAirMs),
    finding: {
      kind,
      cause: longest.cause,
      sourceLabel: longest.sourceLabel,
      fromTs: longest.fromTs,
      toTs: longest.toTs,
      totalMs: worst.totalMs,
      sample: worst.group.length,
    },
  };
}

/** Cues that the anchor did not mark as done. */
function unansweredCues({ cues, totals }: Facts): Outcome {
  const kind = 'unanswered_cues';
  const counted = cues.filter(({ state }) => state !== 'withdrawn');
  if (counted.length < MIN_CUES) return quiet(kind, 'few_cues');
  const open = counted.filter(({ doneDelayMs }) => doneDelayMs === null).length;
  if (open * 10 < counted.length * 4) return quiet(kind, 'nothing_found');
  const unseen = counted.filter(({ shownDelayMs }) => shownDelayMs === null).length;
  return {
    weight: (0.2 * open) / counted.length,
    finding: { kind, open, unseen, medianDoneMs: totals.medianDoneMs, sample: counted.length },
  };
}

function perMinute({ paidMinor, airtimeMs }: ReviewProduct): number {
  return ((paidMinor ?? 0) * MINUTE_MS) / airtimeMs;
}

function named({ productId, linkNumber, name }: ReviewProduct) {
  return { productId, linkNumber, name };
}

/** Mean over whole minutes; null where one of them is not in the show. */
function meanOf(values: ReadonlyMap<number, number>, from: number, to: number): number | null {
  let sum = 0;
  for (let minute = from; minute <= to; minute += 1) {
    const value = values.get(minute);
    if (value === undefined) return null;
    sum += value;
  }
  return sum / (to - from + 1);
}

function most<T>(items: readonly T[], value: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || value(item) > value(best)) best = item;
  return best;
}
