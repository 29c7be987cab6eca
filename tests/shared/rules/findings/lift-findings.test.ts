import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { FIRST_FINDINGS, type Finding } from '#shared/model/finding.ts';
import type { LiftResult } from '#shared/model/lift.ts';
import { Review } from '#shared/model/review.ts';
import { withLiftFindings, withoutLift } from '#shared/rules/findings/with-lift-findings.ts';
import { at } from '#tests/support/finding-show.ts';
import { liftShow, type Done } from '#tests/support/lift-show.ts';
import { sampleReview } from '#tests/support/sample-review.ts';

const KEPT: Done = {
  kind: 'retain',
  isKeeper: true,
  figures: {
    online: { state: 'found', mean: 52, low: 18, high: 87, without: 0 },
    leavers: { state: 'found', mean: -24, low: -41, high: -6, without: 240 },
  },
};
/** Of 40 messages a minute it brings 4 fewer to 12 more; 20 would matter. */
const IDLE: Done = { kind: 'question', figures: { chat: { mean: 4, low: -4, high: 12 } } };
const NOT_KNOWN = { state: 'tooFew', mean: null, low: null, high: null, needed: 30 } as const;

function found(
  done: readonly Done[],
  patch: Parameters<typeof liftShow>[1] = {},
): { readonly works: readonly Finding[]; readonly nothing: readonly Finding[]; review: Review } {
  const { review: before, lift } = liftShow(done, patch);
  const review = withLiftFindings(before, lift);
  const of = (detector: Finding['detector']) =>
    review.findings.filter((finding) => finding.detector === detector);
  return { works: of('cue_works'), nothing: of('cue_no_effect'), review };
}

function reasons({ quiet }: Review): Record<string, string> {
  return Object.fromEntries(quiet.map(({ detector, reason }) => [detector, reason]));
}

describe('a cue that keeps people', () => {
  it('is found by people online and leavers, as a range of people each time', () => {
    const { works, nothing } = found([KEPT]);
    expect(nothing).toEqual([]);
    // 500 were online.
    expect(works).toMatchObject([
      {
        id: 'cue_works/thing:1',
        isGood: true,
        cause: 'people',
        effect: { unit: 'viewers', low: 9, high: 44, currency: null },
        sample: 8,
        confidence: 'medium',
        proving: { metric: 'viewersMean', direction: 'up' },
      },
    ]);
    expect(works[0]?.evidence.slice(0, 2)).toMatchObject([
      { figure: 'liftOnline', value: 0.052, range: { low: 0.018, high: 0.087 }, n: 8 },
      { figure: 'liftLeavers', value: -0.1, n: 8 },
    ]);
    const moments = works[0]?.evidence.slice(2).map(({ span }) => span?.fromTs);
    expect(moments).toEqual([6, 12, 18, 24, 30, 36].map((minute) => at(minute)));
  });

  it('is not found by who chats, nor where more left or fewer were there', () => {
    const chat = { state: 'found', mean: 20, low: 12, high: 30 } as const;
    const online = { ...KEPT.figures.online, mean: -52, low: -87, high: -18 };
    expect(found([{ ...KEPT, figures: { chat } }]).works).toEqual([]);
    expect(found([{ ...KEPT, figures: { ...KEPT.figures, online } }]).works).toEqual([]);
  });

  it('by leavers alone is told as people who stayed, over all the times', () => {
    const leavers = { state: 'found', mean: -24, low: -48, high: -12, without: 240 } as const;
    const { works } = found([{ ...KEPT, figures: { leavers } }]);
    // A twentieth to a fifth of 8 times 60 leavers.
    expect(works).toMatchObject([{ effect: { unit: 'stayers', low: 24, high: 96 } }]);
  });
});

describe('a cue that did nothing', () => {
  it('is one whose interval leaves no room for an effect worth having', () => {
    const { nothing, works } = found([IDLE]);
    expect(works).toEqual([]);
    expect(nothing).toMatchObject([
      {
        isGood: false,
        sample: 8,
        // 10 to 50 % in halves of an interval of 40 points: once.
        confidence: 'high',
        effect: { unit: 'count', low: -8, high: -8 },
        params: { worth: { kind: 'change', value: 0.5 } },
        proving: { metric: 'chatsPerMinute' },
      },
    ]);
    expect(nothing[0]?.evidence[0]).toMatchObject({ range: { low: -0.1, high: 0.3 }, n: 8 });
  });

  const misses: Record<string, Done> = {
    'there is room': { ...IDLE, figures: { chat: { mean: 8, low: -6, high: 22 } } },
    'too few could be compared': { ...IDLE, figures: { chat: NOT_KNOWN } },
    'it was done four times': { ...IDLE, minutes: [6, 16, 26, 36] },
    'it brought orders': {
      ...IDLE,
      figures: { ...IDLE.figures, orders: { state: 'found', mean: 3, low: 1, high: 5 } },
    },
    'it cost orders': {
      ...IDLE,
      figures: { ...IDLE.figures, orders: { state: 'found', mean: -3, low: -5, high: -1 } },
    },
    'nobody can count what it is for': { ...IDLE, kind: 'correction' },
    'of a free line one figure is not known': {
      ...IDLE,
      kind: 'free',
      figures: { ...IDLE.figures, orders: NOT_KNOWN },
    },
    'orders are not known and clicks stay': {
      ...IDLE,
      kind: 'close',
      figures: { orders: NOT_KNOWN, clicks: {} },
    },
    'nothing comes without it': { ...IDLE, figures: { chat: { without: 0 } } },
  };
  it.each(Object.entries(misses))('is not found where %s', (_, done) => {
    expect(found([done]).nothing).toEqual([]);
  });

  it('of those who keep people is one with as many leavers, the smaller number being better', () => {
    const leavers = (low: number, high: number): Done => ({
      ...KEPT,
      figures: {
        online: { mean: 1, low: -20, high: 22, without: 0 },
        leavers: { mean: (low + high) / 2, low, high, without: 100 },
      },
    });
    const figures = ({ evidence }: Finding) => evidence.slice(0, 2).map(({ figure }) => figure);
    expect(found([leavers(-20, 30)]).nothing.map(figures)).toEqual([['liftOnline', 'liftLeavers']]);
    // 30 % fewer leavers are possible: that is left out, and not called nothing.
    expect(found([leavers(-30, 20)]).nothing.map(figures)).toEqual([['liftOnline', 'liftOnline']]);
  });
});

describe('nothing is said twice', () => {
  it('of a rule and the card that it sent', () => {
    const rule: Done = {
      ...IDLE,
      subject: { kind: 'rule', ruleId: 'chat_low', name: null },
      firstCue: 100,
    };
    expect(found([rule, { ...IDLE, firstCue: 100 }]).nothing.map(({ id }) => id)).toEqual([
      'cue_no_effect/thing:2',
    ]);
  });

  it('of giveaways and pins that other findings speak of', () => {
    const sample = sampleReview('en', {}).findings;
    const [, pushed] = sample;
    if (pushed === undefined) throw new Error('no sample');
    const productId = ProductId.parse(1);
    const pin: Done = {
      kind: 'free',
      subject: { kind: 'push', productId, linkNumber: 2, name: 'shirt' },
      figures: { orders: { state: 'found', mean: 3, low: 1, high: 5, without: 5 } },
    };
    expect(found([pin]).works).toMatchObject([{ cause: 'goods', productId, effect: { low: 96 } }]);
    expect(found([pin], { findings: [pushed] }).works).toEqual([]);
    const giveaway: Done = { ...KEPT, kind: 'giveaway' };
    const told = { ...pushed, id: 'giveaway_no_effect', detector: 'giveaway_no_effect' as const };
    expect(found([giveaway]).works).toHaveLength(1);
    expect(found([giveaway], { findings: [told] }).works).toEqual([]);
  });

  it('when the answer comes again', () => {
    const { review, lift } = liftShow([KEPT, IDLE]);
    const once = withLiftFindings(review, lift);
    expect(withLiftFindings(once, lift)).toEqual(once);
  });
});

test('what is not known says why: still compared, failed, nothing done, too seldom, nothing found', () => {
  const { review, lift } = liftShow([IDLE]);
  const all = (reason: string) => ({ cue_no_effect: reason, cue_works: reason });
  expect(reasons(review)).toEqual(all('still_counting'));
  expect(reasons(withoutLift(review))).toEqual(all('lift_failed'));
  expect(reasons(withLiftFindings(review, { ...lift, things: [], acts: [] }))).toEqual(
    all('no_acts'),
  );
  const seldom = { ...IDLE, figures: { chat: { ...NOT_KNOWN, n: 2 } } };
  expect(reasons(found([seldom]).review)).toEqual(all('few_alike'));
  expect(reasons(found([IDLE]).review)).toEqual({ cue_works: 'nothing_found' });
});

test('they are ranked with the others, and the first page has them where they weigh most', () => {
  const [slow, pushed, gap] = sampleReview('en', {}).findings;
  if (slow === undefined || pushed === undefined || gap === undefined) throw new Error('no sample');
  const { review } = found([KEPT], { findings: [slow, pushed, gap] });
  const works = review.findings.find(({ detector }) => detector === 'cue_works');
  // 26 people over 24 minutes of 30,000, half of it for good news, seven tenths for its support.
  expect(works?.weight).toBeCloseTo(((26.25 * 24) / 30_000) * 0.7 * 0.5, 6);
  expect(review.findings.map(({ detector }) => detector)).toEqual([
    'slow_product',
    'push_lift',
    'cue_works',
    'gap',
  ]);
  expect(review.findings.slice(0, FIRST_FINDINGS)).toContainEqual(works);
});

test('never more is said than was found, whatever the answer', () => {
  const figure = fc
    .record({
      state: fc.constantFrom<LiftResult['state']>('found', 'none', 'tooFew', 'together'),
      mean: fc.integer({ min: -60, max: 60 }),
      half: fc.integer({ min: 1, max: 50 }),
      without: fc.integer({ min: 0, max: 90 }),
      n: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ half, ...told }) => ({
      ...told,
      low: told.mean - half,
      high: told.mean + half,
      // As the rule has it: what was found is clear of nothing.
      state: told.state === 'found' && Math.abs(told.mean) <= half ? ('none' as const) : told.state,
    }));
  const optional = fc.option(figure, { nil: undefined });
  const done = fc.record({
    kind: fc.constantFrom<Done['kind']>('retain', 'question', 'close', 'free', 'rest', 'giveaway'),
    figures: fc.record({ chat: optional, orders: optional, online: optional, leavers: optional }),
  });
  fc.assert(
    fc.property(fc.array(done, { maxLength: 6 }), (all) => {
      const { review, lift } = liftShow(
        all.map(({ kind, figures }) => ({
          kind,
          figures: Object.fromEntries(Object.entries(figures).filter(([, told]) => told)),
        })),
      );
      const { findings, quiet } = Review.parse(
        JSON.parse(JSON.stringify(withLiftFindings(review, lift))),
      );
      for (const { id, isGood, effect, evidence, params, detector } of findings) {
        const thing = lift.things.find(({ thingId }) => id === `${detector}/${thingId}`);
        const states = new Set(thing?.results.map(({ state }) => state));
        expect(states.has(isGood ? 'found' : 'none')).toBe(true);
        expect(!isGood && states.has('found')).toBe(false);
        expect(isGood ? effect.low >= 0 : effect.high <= 0).toBe(true);
        expect(effect.unit).not.toBe('money');
        expect(evidence[0]?.range).not.toBeNull();
        expect(params['thing']).toEqual({ kind: 'thing', subject: thing?.subject });
      }
      for (const detector of ['cue_no_effect', 'cue_works'] as const) {
        const isHeard = findings.some((finding) => finding.detector === detector);
        expect(quiet.some((each) => each.detector === detector)).toBe(!isHeard);
      }
    }),
    { numRuns: 60 },
  );
});
