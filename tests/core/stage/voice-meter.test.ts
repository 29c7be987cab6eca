import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { VoiceMeter } from '#core/stage/voice-meter.ts';

/** Readings every 50 ms, as OBS gives them. */
function hear(meter: VoiceMeter, fromMs: number, voices: readonly boolean[]): number {
  voices.forEach((isVoice, index) => meter.hear(fromMs + index * 50, isVoice));
  return fromMs + voices.length * 50;
}
const loud = (count: number): boolean[] => Array.from({ length: count }, () => true);
const quiet = (count: number): boolean[] => Array.from({ length: count }, () => false);

describe('how long a voice was heard', () => {
  it('counts a pause for breath as talking and a silence as none', () => {
    const meter = new VoiceMeter();
    hear(meter, 0, [...loud(21), ...quiet(8), ...loud(12), ...quiet(60)]);
    // 41 readings up to the last loud one, and ten more for breath.
    expect(meter.held()).toEqual({ measuredMs: 100 * 50, talkedMs: 50 * 50 });
  });

  it('takes what nobody heard for neither', () => {
    const meter = new VoiceMeter();
    const at = hear(meter, 0, loud(3));
    hear(meter, at + 600_000, loud(3));
    expect(meter.held()).toEqual({ measuredMs: 200, talkedMs: 200 });
    meter.pause();
    meter.hear(at + 600_200, true);
    expect(meter.held().measuredMs).toBe(200);
  });

  it('never counts more talking than listening, nor more of that than time', () => {
    const readings = fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.boolean()));
    fc.assert(
      fc.property(readings, (steps) => {
        const meter = new VoiceMeter();
        let now = 0;
        for (const [stepMs, isVoice] of steps) meter.hear((now += stepMs), isVoice);
        const { measuredMs, talkedMs } = meter.held();
        expect(talkedMs).toBeLessThanOrEqual(measuredMs);
        expect(measuredMs).toBeLessThanOrEqual(now);
        meter.clear();
        expect(meter.held()).toEqual({ measuredMs: 0, talkedMs: 0 });
      }),
    );
  });
});
