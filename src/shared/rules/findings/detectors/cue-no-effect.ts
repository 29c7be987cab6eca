import type { FindingWord } from '../../../model/finding.ts';
import type { ShowLift } from '../../../model/lift.ts';
import { SIZE_THAT_MATTERS } from '../../lift/size-that-matters.ts';
import {
  better,
  changeOf,
  comparedActs,
  judgedThings,
  liftCause,
  liftEvidence,
  liftParams,
  liftProving,
  spansOf,
  toldOnce,
  type JudgedThing,
  type LiftChange,
} from '../lift-things.ts';
import { effect, found, param, quiet, type Draft, type LiftDetector } from '../outcome.ts';

const LEAST_TIMES = 5;
/** Of half the interval's width: so far beyond the interval lies the least that would be worth it. */
const WELL_BEYOND = 1;
const BEYOND = 0.4;

type Nothing = JudgedThing & { readonly changes: readonly [LiftChange, ...LiftChange[]] };

/**
 * Something that was done often enough, and whose interval leaves no room for an effect worth having on
 * what it is for (`SIZE_THAT_MATTERS`). Nothing is said of what had an effect of any other kind, for
 * better or worse, nor of giveaways where `giveaway_no_effect` speaks of them.
 */
export const cueNoEffect: LiftDetector = {
  name: 'cue_no_effect',
  find(review, lift) {
    if (lift.things.length === 0) return quiet('no_acts');
    const things = judgedThings(review, lift);
    const isTold = things.some(({ thing }) => thing.results.some(({ n }) => n >= LEAST_TIMES));
    if (!isTold) return quiet('few_alike');
    const areGiveawaysTold = review.findings.some(
      ({ detector }) => detector === 'giveaway_no_effect',
    );
    const nothing = things.flatMap((each): Nothing[] => {
      if (each.purpose.isGiveaway && areGiveawaysTold) return [];
      const [first, ...rest] = excludedOf(each);
      return first === undefined ? [] : [{ ...each, changes: [first, ...rest] }];
    });
    return found(toldOnce(nothing).map((each) => draftOf(lift, each)));
  },
};

/** The figures in which an effect worth having is ruled out; none where that does not settle it. */
function excludedOf({ thing: { results }, purpose }: JudgedThing): readonly LiftChange[] {
  if (results.some(({ state }) => state === 'found')) return [];
  const known = purpose.figures.flatMap((name) => results.filter(({ figure }) => figure === name));
  const excluded = known.flatMap((result) => {
    const change = result.state === 'none' && result.n >= LEAST_TIMES ? changeOf(result) : null;
    return change !== null && roomTo(change) > 0 ? [change] : [];
  });
  const isSettled = purpose.isAny
    ? excluded.length === known.length
    : excluded[0]?.result.figure === purpose.figures[0];
  return isSettled ? excluded : [];
}

/** From the better end of the interval to the least that would be worth it. */
function roomTo(change: LiftChange): number {
  return SIZE_THAT_MATTERS[change.result.figure] - better(change).high;
}

function draftOf(lift: ShowLift, each: Nothing): Draft {
  const { thing, changes } = each;
  const [first] = changes;
  const { figure, n } = first.result;
  const acts = comparedActs(lift, thing, figure);
  const size = SIZE_THAT_MATTERS[figure] * (figure === 'leavers' ? -1 : 1);
  return {
    subject: thing.thingId.slice(0, 90),
    cause: liftCause(each),
    isGood: false,
    effect: effect('count', -thing.times, -thing.times),
    stake: { in: 'stretches', spans: spansOf(acts) },
    confidence: confidenceOf(first),
    sample: n,
    evidence: liftEvidence(changes, acts),
    productId: thing.subject.kind === 'push' ? thing.subject.productId : null,
    params: {
      ...liftParams(thing, first),
      worth: param.change(size),
      advice: param.word(adviceOf(each)),
    },
    proving: liftProving(thing, figure),
  };
}

function confidenceOf(change: LiftChange): Draft['confidence'] {
  const beyond = roomTo(change) / ((change.high - change.low) / 2 || 1);
  if (beyond >= WELL_BEYOND) return 'high';
  return beyond >= BEYOND ? 'medium' : 'low';
}

function adviceOf({ thing, purpose }: JudgedThing): FindingWord {
  if (purpose.isGiveaway) return 'liftChangeGiveaway';
  return thing.subject.kind === 'push' ? 'liftChangePush' : 'liftChangeCue';
}
