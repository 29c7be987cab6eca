import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ShowId } from '#shared/model/ids.ts';
import { IMPROVEMENT_VERDICTS, type Judgement } from '#shared/model/improvement.ts';
import type { ProvingMetric, ProvingValue } from '#shared/model/proving-metric.ts';
import { canClose, judge } from '#shared/rules/improvements/judge.ts';
import { suggestedGoal } from '#shared/rules/improvements/suggested-goal.ts';
import { usualSpread } from '#shared/rules/improvements/usual-spread.ts';
import { sampleReview } from '#tests/support/sample-review.ts';

const RANK = { worse: 0, unchanged: 1, improved: 2, kept: 3, unknown: -1 } as const;

function item(patch: Partial<ProvingMetric>, baselineError: number | null, currency?: string) {
  const proving: ProvingMetric = {
    metric: 'ordersPerHour',
    productId: null,
    cardId: null,
    direction: 'up',
    baseline: 100,
    goal: 120,
    ...patch,
  };
  return { proving, baselineError, currency: currency ?? null };
}

function value(now: number, error: number | null, currency: string | null = null): ProvingValue {
  return { known: true, value: now, n: 100, error, currency };
}

describe('the verdict on an improvement item', () => {
  it('is kept where the goal is reached by more than chance, improved short of it', () => {
    expect(judge(item({}, 2), value(125, 2), null)).toMatchObject({ verdict: 'kept', now: 125 });
    expect(judge(item({}, 2), value(112, 2), null)).toMatchObject({ verdict: 'improved' });
    expect(judge(item({}, 2), value(88, 2), null)).toMatchObject({ verdict: 'worse' });
    const down = item({ direction: 'down', goal: 80 }, 2);
    expect(judge(down, value(75, 2), null).verdict).toBe('kept');
    expect(judge(down, value(125, 2), null).verdict).toBe('worse');
  });

  it('is no change within chance, also where that reached the goal', () => {
    expect(judge(item({}, 10), value(115, 10), null)).toMatchObject({
      verdict: 'unchanged',
      reason: 'within_chance',
    });
    expect(judge(item({}, 10), value(125, 10), null)).toMatchObject({
      verdict: 'unchanged',
      reason: 'goal_within_chance',
      chance: expect.closeTo(27.7, 1),
    });
    // Shows of this room differ by more than the minutes of one would say.
    expect(judge(item({}, 1), value(125, 1), 20).verdict).toBe('unchanged');
  });

  it('is no change where it is certain but small', () => {
    expect(judge(item({}, 0), value(104, 0), null)).toMatchObject({
      verdict: 'unchanged',
      reason: 'too_small',
    });
    expect(judge(item({}, 0), value(105, 0), null).verdict).toBe('improved');
  });

  it('asks for a quarter where nobody knows what chance would give', () => {
    expect(judge(item({}, null), value(120, 1), null).verdict).toBe('unchanged');
    expect(judge(item({}, null), value(126, 1), null)).toMatchObject({
      verdict: 'kept',
      chance: null,
    });
  });

  it('is kept where the goal was met before and still is', () => {
    const none = item({ direction: 'down', baseline: 0, goal: 0 }, 0);
    expect(judge(none, value(0, 0), null).verdict).toBe('kept');
    expect(judge(none, value(0.2, 0), null).verdict).toBe('worse');
  });

  it('is unknown with its reason', () => {
    const unknown = { known: false, reason: 'not_aired' } as const;
    const of = (judged: Judgement) => [judged.verdict, judged.reason];
    expect(of(judge(item({}, 1), unknown, null))).toEqual(['unknown', 'not_aired']);
    expect(of(judge(item({ baseline: null }, 1), value(3, 1), null))).toEqual([
      'unknown',
      'no_baseline',
    ]);
    expect(of(judge({ ...item({}, 1), proving: null }, value(3, 1), null))).toEqual([
      'unknown',
      'no_metric',
    ]);
    expect(of(judge(item({}, 1, 'CNY'), value(3, 1, 'USD'), null))).toEqual([
      'unknown',
      'currency_differs',
    ]);
  });

  const figure = fc.double({ min: 0, max: 1_000, noNaN: true });
  const error = fc.option(fc.double({ min: 0, max: 200, noNaN: true }));

  it('never gets worse as the figure gets better, and is the same turned around', () => {
    fc.assert(
      fc.property(figure, figure, figure, figure, error, error, (baseline, goal, a, b, e, s) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const up = item({ baseline, goal }, e);
        const rank = (now: number) => RANK[judge(up, value(now, e), s).verdict];
        expect(rank(more)).toBeGreaterThanOrEqual(rank(less));
        const down = item({ baseline: -baseline, goal: -goal, direction: 'down' }, e);
        expect(judge(down, value(-a, e), s).verdict).toBe(judge(up, value(a, e), s).verdict);
        expect(IMPROVEMENT_VERDICTS).toContain(judge(up, value(a, e), s).verdict);
      }),
    );
  });

  it('says that something changed in one of twenty shows at most where nothing did', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 20, max: 400 }), (seed, rate) => {
        const draw = random(seed);
        const shows = Array.from({ length: 400 }, () => {
          const [before, after] = [rate, rate].map((mean) => mean + gauss(draw) * Math.sqrt(mean));
          const judged = item({ baseline: before ?? 0, goal: rate * 1.3 }, Math.sqrt(rate));
          return judge(judged, value(after ?? 0, Math.sqrt(rate)), null).verdict;
        });
        const changed = shows.filter((verdict) => verdict !== 'unchanged').length;
        // 5 % of 400, and four deviations of such a count.
        expect(changed).toBeLessThanOrEqual(38);
      }),
      { numRuns: 20 },
    );
  });
});

describe('closing an item', () => {
  const told = (verdict: Judgement['verdict']): Judgement => ({
    verdict,
    reason: null,
    now: 1,
    n: 1,
    chance: 1,
  });
  it('is offered when it was kept in the last two shows that say anything', () => {
    const close = (...verdicts: Judgement['verdict'][]) => canClose(verdicts.map(told));
    expect(close('kept')).toBe(false);
    expect(close('kept', 'kept')).toBe(true);
    expect(close('worse', 'kept', 'unknown', 'kept')).toBe(true);
    expect(close('kept', 'kept', 'unchanged')).toBe(false);
  });
});

describe('a suggested goal', () => {
  it('is better than the figure, and proof where it is reached', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 10_000, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom('up' as const, 'down' as const),
        (now, error, direction) => {
          const metric = { metric: 'ordersPerHour' as const, direction };
          const goal = suggestedGoal(metric, value(now, error));
          const better = direction === 'up' ? 1 : -1;
          expect(((goal ?? Number.NaN) - now) * better).toBeGreaterThan(0);
          const reached = judge(
            item({ baseline: now, goal, direction }, error),
            value(goal ?? 0, error),
            null,
          );
          // Nothing is less than none: where chance reaches that far no goal can prove it.
          const isOutOfReach = direction === 'down' && (goal ?? 0) === 0;
          expect(['kept', ...(isOutOfReach ? ['unchanged'] : [])]).toContain(reached.verdict);
        },
      ),
    );
  });

  it('stays a share, and is none where nothing is known', () => {
    const share = { metric: 'cuesDoneRate' as const, direction: 'up' as const };
    expect(suggestedGoal(share, value(0.95, 0.1))).toBe(1);
    expect(suggestedGoal(share, { known: false, reason: 'no_cases' })).toBeNull();
    expect(suggestedGoal({ ...share, direction: 'down' }, value(0, 0))).toBe(0);
  });
});

describe('how a figure moves from show to show', () => {
  const { comparison } = sampleReview('en', {});
  const shows = [400, 500, 600].map((viewersMean, index) => ({
    showId: ShowId.parse(index + 1),
    title: '',
    startedTs: index,
    figures: { ...comparison.own, viewersMean },
  }));
  it('is known from three shows on, for what shows are compared by', () => {
    expect(usualSpread('viewersMean', { shows })).toBe(100);
    expect(usualSpread('viewersMean', { shows: shows.slice(1) })).toBeNull();
    expect(usualSpread('silenceShare', { shows })).toBeNull();
  });
});

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function gauss(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
