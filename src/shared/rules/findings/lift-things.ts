import type { FindingParam } from '../../model/finding.ts';
import type { FindingEvidence } from '../../model/finding-evidence.ts';
import type {
  LiftActEvidence,
  LiftFigureName,
  LiftResult,
  LiftThingResults,
  ShowLift,
} from '../../model/lift.ts';
import type { ProvingMetric } from '../../model/proving-metric.ts';
import type { Review } from '../../model/review.ts';
import { liftBase } from '../lift/size-that-matters.ts';
import type { Span } from './facts.ts';
import { purposeOf, type LiftPurpose } from './lift-purpose.ts';
import { line, param, proves, type Draft } from './outcome.ts';
import type { Range } from './ranges.ts';

const MINUTE_MS = 60_000;
/** Moments told as evidence. */
const MOMENTS = 6;
/** The finest first: what a rule sent is told by its card where that is the same. */
const FINEST = ['card', 'script', 'giveaway', 'push', 'rule', 'cueKind'] as const;

const EVIDENCE_OF: Readonly<Record<LiftFigureName, FindingEvidence['figure']>> = {
  chat: 'liftChat',
  inflow: 'liftInflow',
  follows: 'liftFollows',
  clicks: 'liftClicks',
  orders: 'liftOrders',
  online: 'liftOnline',
  leavers: 'liftLeavers',
};

/** A change in parts of what is without it, and within what it lies with 95 %. */
export type LiftChange = Range & { readonly result: LiftResult; readonly mean: number };

export type JudgedThing = { readonly thing: LiftThingResults; readonly purpose: LiftPurpose };

/** Everything that was done whose purpose is known, the finest first. */
export function judgedThings(review: Review, { things }: ShowLift): readonly JudgedThing[] {
  return things
    .toSorted((a, b) => FINEST.indexOf(a.subject.kind) - FINEST.indexOf(b.subject.kind))
    .flatMap((thing) => {
      const purpose = purposeOf(review, thing);
      return purpose === null ? [] : [{ thing, purpose }];
    });
}

/** Null where nothing can be said, or there is nothing that it could be a part of. */
export function changeOf(result: LiftResult): LiftChange | null {
  const { figure, mean, low, high, without } = result;
  if (mean === null || low === null || high === null || without === null) return null;
  const base = liftBase(figure, without);
  if (base <= 0) return null;
  return { result, mean: mean / base, low: low / base, high: high / base };
}

/** From the point of view of who wants more of it: of leavers, fewer. */
export function better({ result, low, high }: LiftChange): Range {
  return result.figure === 'leavers' ? { low: -high, high: -low } : { low, high };
}

/** The same thing is said once: what was mostly done by acts that were told already stays out. */
export function toldOnce<T extends JudgedThing>(found: readonly T[]): readonly T[] {
  const told = new Set<string>();
  return found.filter(({ thing: { actIds } }) => {
    const again = actIds.filter((id) => told.has(id)).length;
    if (2 * again > actIds.length) return false;
    for (const id of actIds) told.add(id);
    return true;
  });
}

type ActFigure = LiftActEvidence['figures'][number] & { readonly ts: number };

/** Its acts that could be compared in this figure. */
export function comparedActs(
  { acts }: ShowLift,
  { actIds }: LiftThingResults,
  name: LiftFigureName,
): readonly ActFigure[] {
  const own = new Set(actIds);
  return acts
    .filter(({ actId }) => own.has(actId))
    .flatMap(({ ts, figures }) =>
      figures.filter(({ figure }) => figure === name).map((each) => ({ ...each, ts })),
    );
}

/** From when it was done to the last minute looked at. */
export function spansOf(acts: readonly ActFigure[]): readonly Span[] {
  return acts.map(({ ts, fromMinute, minutes }) => ({
    fromTs: ts,
    toTs: Math.max(ts, (fromMinute + minutes) * MINUTE_MS),
  }));
}

/** The change in each figure with its interval, then single moments of the first, against matched minutes. */
export function liftEvidence(
  changes: readonly LiftChange[],
  acts: readonly ActFigure[],
): FindingEvidence[] {
  const spans = spansOf(acts);
  return [
    ...changes.map(({ result: { figure, n }, mean, low, high }) =>
      line(EVIDENCE_OF[figure], 'change', mean, { range: { low, high }, n }),
    ),
    ...acts.slice(0, MOMENTS).map(({ figure, came, expected }, i) =>
      line(EVIDENCE_OF[figure], 'count', came, {
        against: expected,
        versus: 'matched',
        span: spans[i] ?? null,
      }),
    ),
  ];
}

export function liftParams(
  { subject, times }: LiftThingResults,
  { result: { figure, n }, mean, low, high }: LiftChange,
): Record<string, FindingParam> {
  return {
    thing: { kind: 'thing', subject },
    figure: { kind: 'liftFigure', figure },
    times: param.number(times),
    n: param.number(n),
    mean: param.change(mean),
    low: param.change(low),
    high: param.change(high),
  };
}

/** Who says it, what is shown, or how the room is made to stay. */
export function liftCause({ thing, purpose }: JudgedThing): Draft['cause'] {
  if (thing.subject.kind === 'push') return 'goods';
  return purpose.isGiveaway ? 'place' : 'people';
}

/** The figure of a whole show that would tell; clicks have none. */
export function liftProving(
  { subject }: LiftThingResults,
  figure: LiftFigureName,
): ProvingMetric | null {
  if (subject.kind === 'push' && figure === 'orders') {
    return proves('productOrdersPerHour', 'up', null, null, subject.productId);
  }
  switch (figure) {
    case 'chat':
      return proves('chatsPerMinute', 'up', null, null);
    case 'inflow':
      return proves('joinsPerMinute', 'up', null, null);
    case 'follows':
      return proves('followsPerHour', 'up', null, null);
    case 'orders':
      return proves('ordersPerHour', 'up', null, null);
    case 'online':
    case 'leavers':
      return proves('viewersMean', 'up', null, null);
    case 'clicks':
      return null;
  }
}
