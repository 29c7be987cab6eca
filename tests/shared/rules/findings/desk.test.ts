import { describe, expect, it } from 'vitest';

import {
  at,
  cueAt,
  foundBy,
  MINUTE_MS,
  quietMinutes,
  sourceOf,
} from '#tests/support/finding-show.ts';

const SPREAD = [0, 9, 18, 40, 49, 58].map((minute) => cueAt(minute, 1_000));

describe('a silent stretch', () => {
  const minutes = quietMinutes((index) => ({ viewers: index < 20 ? 500 : 500 - (index - 20) * 5 }));

  it('is one without a cue or a pin in which people left', () => {
    const { findings } = foundBy('silence', { minutes, cues: SPREAD });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ cause: 'people', sample: 21, effect: { unit: 'viewers' } });
    expect(findings[0]?.evidence).toContainEqual(
      expect.objectContaining({
        figure: 'viewers',
        value: 405,
        against: 500,
        span: { fromTs: at(19), toTs: at(40) },
      }),
    );
  });

  it('is none in which nobody left, in which data is missing, or in which one platform died', () => {
    expect(foundBy('silence', { cues: SPREAD }).reason).toBe('nothing_found');
    const gaps = [{ fromTs: at(25), toTs: at(26), cause: 'slept', sourceLabel: null, lost: null }];
    expect(foundBy('silence', { minutes, cues: SPREAD, gaps }).reason).toBe('nothing_found');
    const steady = quietMinutes(() => ({ viewers: 250 }));
    const sources = [sourceOf(steady), sourceOf(steady.slice(0, 30), 2, 'kuaishou')];
    const died = quietMinutes((index) => ({ viewers: index < 30 ? 500 : 250 }));
    expect(foundBy('silence', { minutes: died, cues: SPREAD, sources }).reason).toBe(
      'nothing_found',
    );
  });

  it('has no answer without figures of viewers', () => {
    const blind = quietMinutes(() => ({ viewers: null }));
    expect(foundBy('silence', { minutes: blind, cues: SPREAD }).reason).toBe('no_viewers');
  });
});

describe('missing data', () => {
  const gaps = [
    { fromTs: at(5), toTs: at(5.5), cause: 'slept', sourceLabel: null, lost: null },
    { fromTs: at(20), toTs: at(22), cause: 'source_lost', sourceLabel: 'twitch', lost: null },
    { fromTs: at(30), toTs: at(33), cause: 'source_lost', sourceLabel: 'twitch', lost: 4 },
  ];

  it('is told by source and cause, the longest gap as its moment', () => {
    const { findings } = foundBy('gap', { gaps });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      cause: 'place',
      sample: 2,
      effect: { unit: 'minutes', low: -5, high: -5 },
    });
    expect(findings[0]?.evidence).toEqual([
      expect.objectContaining({ value: 5 * MINUTE_MS, span: { fromTs: at(30), toTs: at(33) } }),
      expect.objectContaining({ figure: 'lost', value: 4 }),
    ]);
  });

  it('of seconds is not worth a word, and none is none', () => {
    expect(foundBy('gap', { gaps: gaps.slice(0, 1) }).reason).toBe('nothing_found');
    expect(foundBy('gap', {}).reason).toBe('no_gaps');
  });
});

describe('cues that were not done', () => {
  const cues = Array.from({ length: 8 }, (_, index) => cueAt(index * 7, index < 3 ? 2_000 : null));

  it('are told where they are two of five', () => {
    const [finding] = foundBy('unanswered_cues', { cues }).findings;
    expect(finding).toMatchObject({ effect: { unit: 'count', low: -5, high: -5 }, sample: 8 });
    expect(finding?.proving).toMatchObject({ metric: 'cuesDoneRate', baseline: 0.375, goal: 0.8 });
  });

  it('are not told of few cues, of fewer undone ones, and of those that were withdrawn', () => {
    expect(foundBy('unanswered_cues', { cues: cues.slice(0, 4) }).reason).toBe('few_cues');
    expect(foundBy('unanswered_cues', {}).reason).toBe('nothing_found');
    const withdrawn = cues.map((cue, index) =>
      index < 3 ? cue : { ...cue, state: 'withdrawn' as const },
    );
    expect(foundBy('unanswered_cues', { cues: withdrawn }).reason).toBe('few_cues');
  });
});
