import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createLineFrames } from '#core/feeds/line-frames.ts';

describe('lines across frames', () => {
  it('are the same wherever the frames are cut', () => {
    const line = fc.string({ minLength: 1 }).map((text) => text.replace(/[\r\n]/g, '') || 'x');
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
        const stream = lines.map((text) => `${text}\r\n`).join('');
        const places = [0, ...cuts.map((cut) => Math.min(cut, stream.length)), stream.length];
        const edges = places.toSorted((a, b) => a - b);
        const frames = createLineFrames(10_000);
        const got = edges.slice(1).flatMap((end, at) => frames.push(stream.slice(edges[at], end)));
        expect(got).toEqual(lines);
        expect(frames.hasRest).toBe(false);
      }),
    );
  });

  it('skip empty ones, and hand out a rest that never ends', () => {
    const frames = createLineFrames(8);
    expect(frames.push('\r\n\na\n')).toEqual(['a']);
    expect(frames.push('12345678')).toEqual([]);
    expect(frames.hasRest).toBe(true);
    expect(frames.push('9')).toEqual(['123456789']);
    expect(frames.push('end\r')).toEqual([]);
    expect(frames.flush()).toBe('end');
    expect(frames.flush()).toBeNull();
  });
});
