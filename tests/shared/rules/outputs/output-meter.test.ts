import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MeasuredOutput } from '#shared/model/output-health.ts';
import { OutputMeter } from '#shared/rules/outputs/output-meter.ts';
import type { OutputSample } from '#shared/rules/outputs/output-reading.ts';
import { OutputWatch } from '#shared/rules/outputs/output-watch.ts';
import { sampleAt } from '#tests/support/output-samples.ts';

const START = 1_000_000_000;

/** A meter that has read these, each two seconds after the one before. */
function metered(samples: readonly Partial<OutputSample>[]): OutputMeter {
  const watch = new OutputWatch();
  const meter = new OutputMeter();
  for (const [at, over] of samples.entries()) {
    meter.add(START + at * 2_000, watch.take(sampleAt(at * 2_000, over)));
  }
  return meter;
}

test('a minute is what went out over it, with its least and its losses', () => {
  const meter = metered([
    {},
    {},
    { bytes: 2_000 * 750 + 100_000, droppedFrames: 5, congestion: 0.4 },
    { bytes: 6_000 * 750, droppedFrames: 6, fps: 24, cpuPercent: 80 },
  ]);
  expect(meter.held()).toMatchObject({
    fromTs: START,
    toTs: START + 6_000,
    measuredMs: 6_000,
    streamingMs: 6_000,
    reconnectingMs: 0,
    kbpsMean: 6_000,
    kbpsMin: 400,
    why: null,
    droppedFrames: 6,
    totalFrames: 180,
    congestionMax: 0.4,
    fpsMin: 24,
    cpuMax: 80,
  });
});

test('an OBS that does not stream sends no 0 kb/s', () => {
  const off = { isActive: false };
  expect(metered([off, off, off]).held()).toMatchObject({
    measuredMs: 4_000,
    streamingMs: 0,
    kbpsMean: null,
    kbpsMin: null,
    why: 'not_streaming',
    droppedFrames: null,
  });
});

test('a reconnect is told by its time, and its bits by what is known of them', () => {
  const meter = metered([
    {},
    {},
    { isReconnecting: true },
    { isReconnecting: true },
    { bytes: 0, durationMs: 0, totalFrames: 0 },
    { bytes: 1_500_000, durationMs: 2_000, totalFrames: 60 },
  ]);
  expect(meter.held()).toMatchObject({
    streamingMs: 6_000,
    reconnectingMs: 4_000,
    kbpsMean: 6_000,
    totalFrames: 120,
  });
  expect(meter.held()?.strains[0]).toMatchObject({ level: 'bad', cause: 'reconnecting' });
});

test('nothing was measured without a reading before, and nothing is twice', () => {
  const meter = metered([{}]);
  expect(meter.held()).toBeNull();
  const more = metered([{}, {}]);
  more.clear();
  expect(more.held()).toBeNull();
  expect(more.minute()).toBeNull();
});

test('whatever an OBS counts, what is held can be stored and adds up', () => {
  const sample = fc.record({
    isActive: fc.boolean(),
    isReconnecting: fc.boolean(),
    durationMs: fc.nat(1_000_000),
    bytes: fc.nat(1_000_000_000),
    droppedFrames: fc.nat(10_000),
    totalFrames: fc.nat(10_000),
    congestion: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    unrenderedFrames: fc.option(fc.nat(10_000)),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      const part = metered(samples).held();
      if (part === null) return;
      const stored = MeasuredOutput.parse({ outletId: 1, name: 'OBS', ...part });
      expect(stored.measuredMs).toBe(2_000 * (samples.length - 1));
      expect(stored.streamingMs + stored.reconnectingMs).toBeLessThanOrEqual(stored.measuredMs);
      expect(stored.kbpsMean === null).toBe(stored.why !== null);
      expect(stored.droppedFrames ?? 0).toBeLessThanOrEqual(stored.totalFrames ?? 0);
      for (const [at, strain] of stored.strains.entries()) {
        expect(strain.toTs).toBeGreaterThan(strain.fromTs);
        expect(strain.fromTs).toBeGreaterThanOrEqual(stored.strains[at - 1]?.toTs ?? stored.fromTs);
        expect(strain.toTs).toBeLessThanOrEqual(stored.toTs);
      }
    }),
  );
});
