import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cueLift, type LiftMinute, type LiftShow } from '#shared/rules/cue-lift/cue-lift.ts';

/** A show of an hour with 500 online, 10 chats, 5 entries and 1 order a minute. */
function even(change: (minute: number) => Partial<LiftMinute>, cueMinutes: number[]): LiftShow {
  const minutes = Array.from({ length: 60 }, (_, minute) => ({
    minute,
    viewers: 500,
    chats: 10,
    entries: 5,
    orders: 1,
    ...change(minute),
  }));
  return { minutes, cueMinutes };
}

const SENT = [5, 15, 25, 35, 45];
const isAfter = (minute: number): boolean => SENT.some((at) => minute > at && minute <= at + 3);

test('what follows is counted for 1,000 online and a minute, less stretches without a cue', () => {
  const show = even((minute) => (isAfter(minute) ? { chats: 16, orders: 3 } : {}), SENT);
  const lift = cueLift(SENT.map((minute) => ({ show, minute })));
  expect(lift.chat).toEqual({ known: true, mean: 12, low: 12, high: 12, n: 5 });
  expect(lift.orders).toEqual({ known: true, mean: 4, low: 4, high: 4, n: 5 });
  expect(lift.entries).toEqual({ known: true, mean: 0, low: 0, high: 0, n: 5 });
});

test('four times say nothing, five do', () => {
  const show = even(() => ({}), SENT);
  const sends = SENT.map((minute) => ({ show, minute }));
  expect(cueLift(sends.slice(1)).chat).toEqual({ known: false, n: 4 });
  expect(cueLift(sends).chat).toMatchObject({ known: true, n: 5 });
  expect(cueLift([]).chat).toEqual({ known: false, n: 0 });
});

test('the interval of five differences is that of a t-table', () => {
  // 1,000 online: the rate is the count.
  const extra = new Map(SENT.map((at, index) => [at, index + 1]));
  const show = even((minute) => {
    const at = SENT.find((sent) => minute > sent && minute <= sent + 3);
    return { viewers: 1_000, chats: 10 + (at === undefined ? 0 : (extra.get(at) ?? 0)) };
  }, SENT);
  const { chat } = cueLift(SENT.map((minute) => ({ show, minute })));
  expect(chat).toMatchObject({ known: true, n: 5, mean: 3 });
  const half = 2.776 * Math.sqrt(2.5 / 5);
  expect(chat).toMatchObject({
    low: expect.closeTo(3 - half, 6),
    high: expect.closeTo(3 + half, 6),
  });
});

test('minutes that nobody counted, or a room twice as full, are nothing to compare with', () => {
  const blind = even((minute) => (isAfter(minute) ? { viewers: null } : {}), SENT);
  expect(cueLift(SENT.map((minute) => ({ show: blind, minute }))).chat).toEqual({
    known: false,
    n: 0,
  });
  const fuller = even((minute) => (isAfter(minute) ? { viewers: 1_000 } : {}), SENT);
  expect(cueLift(SENT.map((minute) => ({ show: fuller, minute }))).chat).toEqual({
    known: false,
    n: 0,
  });
});

test('a cue sent all the time has no minutes without it', () => {
  const every = Array.from({ length: 60 }, (_, minute) => minute);
  const show = even(() => ({}), every);
  expect(cueLift(every.map((minute) => ({ show, minute }))).chat).toEqual({ known: false, n: 0 });
});

test('whatever a show was: the mean lies in its interval, and no number is none', () => {
  const minute = fc.record({
    viewers: fc.option(fc.integer({ min: 0, max: 5_000 })),
    chats: fc.nat(500),
    entries: fc.nat(500),
    orders: fc.nat(50),
  });
  fc.assert(
    fc.property(
      fc.array(minute, { minLength: 10, maxLength: 90 }),
      fc.array(fc.nat(90), { maxLength: 20 }),
      (minutes, cueMinutes) => {
        const show = { minutes: minutes.map((each, at) => ({ ...each, minute: at })), cueMinutes };
        const lift = cueLift(cueMinutes.map((at) => ({ show, minute: at })));
        for (const figure of [lift.chat, lift.entries, lift.orders]) {
          const ends = figure.known ? [figure.low, figure.mean, figure.high] : [0, 0, 0];
          expect(ends.every(Number.isFinite)).toBe(true);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(figure.n).toBeLessThanOrEqual(cueMinutes.length);
        }
      },
    ),
  );
});
