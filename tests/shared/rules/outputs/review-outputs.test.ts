import fc from 'fast-check';
import { expect, test } from 'vitest';

import { OutletId } from '#shared/model/ids.ts';
import type { OutputStrain } from '#shared/model/output-health.ts';
import { joinedStrains, reviewOutputs } from '#shared/rules/outputs/review-outputs.ts';
import { measuredMinute } from '#tests/support/sample-outputs.ts';

const START = 1_000_020_000;
const at = (minute: number): number => START + minute * 60_000;

test('parts of one minute are one, and a minute that was not read is none', () => {
  const half = { toTs: at(0) + 20_000, measuredMs: 20_000, streamingMs: 20_000, totalFrames: 600 };
  const rest = { toTs: at(1), measuredMs: 30_000, streamingMs: 30_000, totalFrames: 900 };
  const [output] = reviewOutputs([
    measuredMinute(at(0), { ...half, kbpsMean: 3_000, droppedFrames: 60 }),
    measuredMinute(at(0) + 30_000, rest),
    measuredMinute(at(3), { name: 'OBS 2' }),
  ]);
  expect(output?.name).toBe('OBS 2');
  expect(output?.minutes.map(({ minute }) => minute)).toEqual([at(0) / 60_000, at(3) / 60_000]);
  expect(output?.minutes[0]).toMatchObject({
    measuredMs: 50_000,
    kbpsMean: 4_800,
    kbpsMin: 5_800,
    droppedFrames: 60,
    totalFrames: 1_500,
  });
});

test('what is nowhere known stays unknown, with its reason, and each OBS is by itself', () => {
  const off = {
    streamingMs: 0,
    kbpsMean: null,
    kbpsMin: null,
    why: 'not_streaming',
    droppedFrames: null,
    totalFrames: null,
  } as const;
  const [first, second] = reviewOutputs([
    measuredMinute(at(0), off),
    measuredMinute(at(0), { outletId: OutletId.parse(2) }),
    measuredMinute(at(1), off),
  ]);
  expect(first?.total).toMatchObject({ measuredMs: 120_000, ...off });
  expect(second?.total).toMatchObject({ kbpsMean: 6_000, why: null });
});

test('the whole is the sum of its minutes', () => {
  const part = fc.record({
    minute: fc.nat(20),
    kbpsMean: fc.option(fc.nat(20_000)),
    streamingMs: fc.integer({ min: 1, max: 60_000 }),
    droppedFrames: fc.option(fc.nat(1_800)),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (parts) => {
      const [output] = reviewOutputs(
        parts.map(({ minute, ...over }) => measuredMinute(at(minute), over)),
      );
      const dropped = (output?.minutes ?? []).map(({ droppedFrames }) => droppedFrames ?? 0);
      const sum = dropped.reduce((all, each) => all + each, 0);
      expect(output?.total.droppedFrames ?? 0).toBe(sum);
      const means = (output?.minutes ?? []).flatMap(({ kbpsMean }) => kbpsMean ?? []);
      expect(output?.total.kbpsMean === null).toBe(means.length === 0);
      const total = output?.total.kbpsMean ?? 0;
      expect(total).toBeGreaterThanOrEqual(
        Math.min(20_000, ...means) * Math.sign(means.length) - 1,
      );
      expect(total).toBeLessThanOrEqual(Math.max(0, ...means) + 1);
    }),
  );
});

test('a strain goes on over the end of its minute, and another cause is another', () => {
  const strain = (from: number, to: number, cause: OutputStrain['cause']): OutputStrain => ({
    fromTs: at(from),
    toTs: at(to),
    level: 'bad',
    cause,
  });
  const joined = joinedStrains([
    strain(1, 2, 'network'),
    strain(0, 1, 'network'),
    strain(2, 3, 'rendering'),
    strain(4, 5, 'rendering'),
  ]);
  expect(joined).toEqual([
    strain(0, 2, 'network'),
    strain(2, 3, 'rendering'),
    strain(4, 5, 'rendering'),
  ]);
});
