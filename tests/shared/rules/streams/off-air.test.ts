import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { joinedSpans } from '#shared/rules/streams/joined-spans.ts';
import { offAirOf, type OffAir, type StreamTold } from '#shared/rules/streams/off-air.ts';

const END = 3_600_000;
const show = { startTs: 0, endTs: END, isEnded: true };
const told = (ts: number, state: 'online' | 'offline', roomId = 1): StreamTold => ({
  ts,
  platform: 'douyin',
  roomId,
  state,
});
const off = (fromTs: number, toTs: number | null): OffAir => ({ platform: 'douyin', fromTs, toTs });

describe('streams off air', () => {
  it('lie within the show, and one that is switched off at the end is no fault', () => {
    expect(offAirOf([told(-500, 'offline'), told(1_000, 'online')], show)).toEqual([off(0, 1_000)]);
    expect(offAirOf([told(-500, 'offline'), told(-100, 'online')], show)).toEqual([]);
    expect(offAirOf([told(3_500_000, 'offline')], show)).toEqual([]);
    expect(offAirOf([told(600_000, 'offline')], show)).toEqual([off(600_000, null)]);
  });

  it('while the show runs one that is off now is said', () => {
    const running = { ...show, isEnded: false };
    expect(offAirOf([told(3_500_000, 'offline')], running)).toEqual([off(3_500_000, null)]);
  });

  it('that are said twice are one', () => {
    const twice = [
      told(10, 'offline'),
      told(20, 'offline'),
      told(30, 'online'),
      told(40, 'online'),
    ];
    expect(offAirOf(twice, show)).toEqual([off(10, 30)]);
  });

  it('of two rooms of a platform are not closed by each other', () => {
    const rooms = [
      told(10, 'offline', 1),
      told(12, 'offline', 2),
      told(15, 'online', 1),
      told(20, 'online', 2),
    ];
    expect(offAirOf(rooms, show)).toEqual([off(10, 20)]);
  });

  it('at each moment a platform is off where the last word of one of its rooms was offline', () => {
    const words = fc.array(
      fc.record({
        ts: fc.integer({ min: -20, max: 120 }),
        platform: fc.constantFrom('douyin', 'twitch'),
        roomId: fc.integer({ min: 1, max: 2 }),
        state: fc.constantFrom('online' as const, 'offline' as const),
      }),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(words, (unordered) => {
        const all = unordered.toSorted((a, b) => a.ts - b.ts);
        const spans = offAirOf(all, { startTs: 0, endTs: 100, isEnded: false });
        for (const platform of ['douyin', 'twitch']) {
          const own = spans.filter((span) => span.platform === platform);
          for (let at = 0; at < 100; at += 1) {
            const isOff = [1, 2].some(
              (roomId) =>
                all.findLast(
                  (word) => word.platform === platform && word.roomId === roomId && word.ts <= at,
                )?.state === 'offline',
            );
            const within = own.filter(({ fromTs, toTs }) => fromTs <= at && at < (toTs ?? 100));
            expect(within.length).toBe(isOff ? 1 : 0);
          }
        }
      }),
    );
  });
});

it('joined stretches cover what the stretches cover, and do not touch', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([fromTs, length]) => ({ fromTs, toTs: fromTs + length }));
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const joined = joinedSpans(spans);
      for (let at = 0; at < 80; at += 1) {
        const covers = (each: { fromTs: number; toTs: number }): boolean =>
          each.fromTs <= at && at < each.toTs;
        expect(joined.filter(covers)).toHaveLength(spans.some(covers) ? 1 : 0);
      }
      for (const [index, each] of joined.slice(1).entries()) {
        expect(each.fromTs).toBeGreaterThan(joined[index]?.toTs ?? Infinity);
      }
    }),
  );
});
