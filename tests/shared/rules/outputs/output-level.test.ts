import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { OutputLevel } from '#shared/model/output-health.ts';
import {
  BETTER_AFTER,
  levelOf,
  nextLevel,
  WORSE_AFTER,
  type Judged,
} from '#shared/rules/outputs/output-level.ts';
import { OutputWatch } from '#shared/rules/outputs/output-watch.ts';
import { sampleAt } from '#tests/support/output-samples.ts';

const WELL: Judged = {
  isReconnecting: false,
  isStuck: false,
  droppedShare: 0,
  congestion: 0,
  unrenderedShare: 0,
  unencodedShare: 0,
};
const level = fc.constantFrom(...OutputLevel.options);
const rank = (of: OutputLevel): number => OutputLevel.options.indexOf(of);

describe('one look', () => {
  test.each<[Partial<Judged>, OutputLevel, string | null]>([
    [{}, 'good', null],
    [{ droppedShare: 0.01 }, 'good', null],
    [{ droppedShare: 0.011 }, 'strained', 'network'],
    [{ droppedShare: 0.051 }, 'bad', 'network'],
    [{ congestion: 0.49 }, 'good', null],
    [{ congestion: 0.5 }, 'strained', 'network'],
    [{ congestion: 1 }, 'bad', 'network'],
    [{ unrenderedShare: 0.06 }, 'bad', 'rendering'],
    [{ unencodedShare: 0.02 }, 'strained', 'encoding'],
    [{ isStuck: true }, 'bad', 'encoding'],
    [{ isReconnecting: true, droppedShare: 0.5 }, 'bad', 'reconnecting'],
    [{ droppedShare: null, congestion: null, unrenderedShare: null }, 'good', null],
    // What is not drawn in time explains what is missing later.
    [{ unrenderedShare: 0.2, unencodedShare: 0.2, droppedShare: 0.2 }, 'bad', 'rendering'],
  ])('%o is %s for %s', (over, expected, cause) => {
    expect(levelOf({ ...WELL, ...over })).toEqual({ level: expected, cause });
  });

  test('losing more never looks better', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (a, b, congestion) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const of = (droppedShare: number) => levelOf({ ...WELL, droppedShare, congestion }).level;
        expect(rank(of(more))).toBeGreaterThanOrEqual(rank(of(less)));
      }),
    );
  });
});

describe('over readings', () => {
  test('one reading that is unlike its neighbours changes nothing', () => {
    fc.assert(
      fc.property(level, level, (steady, odd) => {
        const seen = [steady, steady, steady, odd];
        expect(nextLevel(steady, seen)).toBe(steady);
      }),
    );
  });

  test('what lasts is taken up, worse in two readings and better in three', () => {
    fc.assert(
      fc.property(level, level, (from, to) => {
        const after = rank(to) > rank(from) ? WORSE_AFTER : BETTER_AFTER;
        const seen = Array.from({ length: after }, () => to);
        expect(nextLevel(from, seen)).toBe(to);
        expect(nextLevel(from, seen.slice(1))).toBe(from);
      }),
    );
  });

  test('it never goes beyond what was seen lately', () => {
    fc.assert(
      fc.property(level, fc.array(level, { minLength: 1, maxLength: 8 }), (now, seen) => {
        expect([now, ...seen.slice(-BETTER_AFTER)]).toContain(nextLevel(now, seen));
      }),
    );
  });
});

describe('one OBS', () => {
  /** Samples every two seconds, each with what it has lost by then. */
  function states(dropped: readonly number[]): readonly string[] {
    const watch = new OutputWatch();
    return dropped.map((droppedFrames, at) => {
      return watch.take(sampleAt(at * 2_000, { droppedFrames })).state;
    });
  }

  test('a stall is bad within two readings of it and over a while after its end', () => {
    const lost = [0, 0, 0, 50, 100, 150, ...Array.from({ length: 12 }, () => 150)];
    const seen = states(lost);
    expect(seen.slice(0, 4)).toEqual(['good', 'good', 'good', 'good']);
    expect(seen[4]).toBe('bad');
    expect(seen.at(-1)).toBe('good');
    expect(new Set(seen)).toEqual(new Set(['good', 'bad']));
  });

  test('says at once that it has no connection or does not stream, and begins anew', () => {
    const watch = new OutputWatch();
    watch.take(sampleAt(0));
    const cut = watch.take(sampleAt(2_000, { isReconnecting: true }));
    expect(cut).toMatchObject({ state: 'bad', cause: 'reconnecting' });
    const off = watch.take(sampleAt(4_000, { isActive: false }));
    expect(off).toMatchObject({ state: 'not_streaming', cause: null, droppedShare: null });
    expect(watch.take(sampleAt(6_000))).toMatchObject({ state: 'good', cause: null });
  });

  test('after it was lost nothing is counted over the time in between', () => {
    const watch = new OutputWatch();
    watch.take(sampleAt(0));
    watch.lose();
    const back = watch.take(sampleAt(60_000, { droppedFrames: 900 }));
    expect(back).toMatchObject({ state: 'good', droppedShare: null });
    expect(back.reading).toMatchObject({ kbps: null, why: 'first_reading', spanMs: 0 });
  });
});
