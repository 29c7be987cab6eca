import type { FindingEffect } from '../../../model/finding.ts';
import type { LiftFigureName, ShowLift } from '../../../model/lift.ts';
import type { Review } from '../../../model/review.ts';
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
import type { Range } from '../ranges.ts';
import type { Stake } from '../weight.ts';

/** The effect in halves of its interval: from 1 on the interval is clear of nothing. */
const WELL_CLEAR = 2;
const CLEAR = 1.3;
const MANY_TIMES = 8;

const UNITS: Readonly<Record<LiftFigureName, Exclude<FindingEffect['unit'], 'money'>>> = {
  chat: 'chats',
  inflow: 'entries',
  follows: 'follows',
  clicks: 'clicks',
  orders: 'orders',
  online: 'viewers',
  leavers: 'stayers',
};

type Working = JudgedThing & { readonly changes: readonly [LiftChange, ...LiftChange[]] };

/**
 * Something after which what it is for was found better than in matched minutes, and nothing of it
 * worse: of cues that keep people, people online and leavers. A pin of which `push_lift` speaks is not
 * told twice, and no giveaway is praised where `giveaway_no_effect` says that they brought nothing.
 */
export const cueWorks: LiftDetector = {
  name: 'cue_works',
  find(review, lift) {
    if (lift.things.length === 0) return quiet('no_acts');
    const things = judgedThings(review, lift);
    const isKnown = things.some(({ thing }) =>
      thing.results.some(({ state }) => state === 'found' || state === 'none'),
    );
    if (!isKnown) return quiet('few_alike');
    const working = things.flatMap((each): Working[] => {
      if (isToldElsewhere(review, each)) return [];
      const [first, ...rest] = improvedOf(each);
      return first === undefined ? [] : [{ ...each, changes: [first, ...rest] }];
    });
    return found(toldOnce(working).flatMap((each) => draftOf(review, lift, each) ?? []));
  },
};

function isToldElsewhere({ findings }: Review, { thing: { subject }, purpose }: JudgedThing) {
  return findings.some(({ detector, productId }) =>
    detector === 'push_lift'
      ? subject.kind === 'push' && subject.productId === productId
      : detector === 'giveaway_no_effect' && purpose.isGiveaway,
  );
}

/** What was found better; none where something it is for was found worse. */
function improvedOf({ thing: { results }, purpose }: JudgedThing): readonly LiftChange[] {
  const changes = purpose.figures.flatMap((name) =>
    results.flatMap((result) =>
      result.figure === name && result.state === 'found' ? (changeOf(result) ?? []) : [],
    ),
  );
  return changes.every((change) => better(change).low > 0) ? changes : [];
}

function draftOf(review: Review, lift: ShowLift, each: Working): Draft | null {
  const { thing, changes } = each;
  const [first] = changes;
  const { figure, n } = first.result;
  const acts = comparedActs(lift, thing, figure);
  const range = figure === 'online' ? eachTime(review, first, acts) : inAll(first, acts);
  if (range === null) return null;
  return {
    subject: thing.thingId.slice(0, 90),
    cause: liftCause(each),
    isGood: true,
    // Whole people and orders, outwards: the range never says more than the interval does.
    effect: effect(UNITS[figure], Math.floor(range.low), Math.ceil(range.high)),
    stake: stakeOf(figure, range, acts),
    confidence: confidenceOf(first),
    sample: n,
    evidence: liftEvidence(changes, acts),
    productId: thing.subject.kind === 'push' ? thing.subject.productId : null,
    params: {
      ...liftParams(thing, first),
      compared: param.word(figure === 'online' ? 'liftEachTime' : 'liftInAll'),
    },
    proving: liftProving(thing, figure),
  };
}

type Acts = ReturnType<typeof comparedActs>;

/** Counts beyond the matched minutes over all the times that were compared. */
function inAll(change: LiftChange, acts: Acts): Range | null {
  const without = acts.reduce((sum, { expected }) => sum + expected, 0);
  if (without <= 0) return null;
  const { low, high } = better(change);
  return { low: low * without, high: high * without };
}

/** People online beyond the matched minutes, of those who were there as it was done. */
function eachTime({ minutes }: Review, { low, high }: LiftChange, acts: Acts): Range | null {
  const viewers = new Map(minutes.map((each) => [each.minute, each.viewers]));
  const there = acts.flatMap(
    ({ fromMinute }) => viewers.get(fromMinute - 1) ?? viewers.get(fromMinute) ?? [],
  );
  if (there.length === 0) return null;
  const usual = there.reduce((sum, online) => sum + online, 0) / there.length;
  return { low: low * usual, high: high * usual };
}

/** Money is no part of it: what an order is worth is a range of its own. */
function stakeOf(figure: LiftFigureName, { low, high }: Range, acts: Acts): Stake {
  const middle = (low + high) / 2;
  if (figure === 'orders') return { in: 'orders', orders: middle };
  if (figure !== 'online') return { in: 'stretches', spans: spansOf(acts) };
  const looked = acts.reduce((sum, { minutes }) => sum + minutes, 0);
  return { in: 'viewerMinutes', viewerMinutes: middle * looked };
}

function confidenceOf({ result: { n }, mean, low, high }: LiftChange): Draft['confidence'] {
  const clear = Math.abs(mean) / ((high - low) / 2 || 1);
  if (clear >= WELL_CLEAR && n >= MANY_TIMES) return 'high';
  return clear >= CLEAR ? 'medium' : 'low';
}
