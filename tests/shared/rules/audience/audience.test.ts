import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { netMinutes, type AudienceMinute } from '#shared/rules/audience/audience-minute.ts';
import { lossMoments } from '#shared/rules/audience/losses.ts';
import { estimateRetention, RETENTION_MIN_JOINS } from '#shared/rules/audience/retention.ts';
import { estimateStay, joinedStay } from '#shared/rules/audience/stay.ts';

const minute = (at: number, online: number | null, joins = 0): AudienceMinute => ({
  minute: at,
  online,
  joins,
});

/** A room in which each minute the same share of those present and arriving leaves. */
function leavingRoom(minutes: number, joins: number, leave: number): AudienceMinute[] {
  let online = 0;
  return Array.from({ length: minutes }, (_, at) => {
    online = (online + joins) * (1 - leave);
    return minute(at, online, joins);
  });
}

const series = fc.array(
  fc.record({
    online: fc.option(fc.integer({ min: 0, max: 5_000 }), { freq: 5 }),
    joins: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 60 },
);
const asMinutes = (rows: readonly { online: number | null; joins: number }[]): AudienceMinute[] =>
  rows.map(({ online, joins }, at) => minute(at, online, joins));

describe('mean stay', () => {
  test('is viewer minutes for each entry', () => {
    const full = Array.from({ length: 20 }, (_, at) => minute(at + 1, 100, 25));
    // 2,000 viewer minutes, 500 entries: 4 minutes each.
    expect(estimateStay([minute(0, 0), ...full, minute(21, 0)])).toEqual({
      known: true,
      seconds: 240,
      joins: 500,
      minutes: 22,
      isSteady: true,
    });
  });

  test('entries of a minute without viewers are left out with it', () => {
    const full = Array.from({ length: 20 }, (_, at) => minute(at, 100, 25));
    const stay = estimateStay([...full, minute(20, null, 10_000)]);
    expect(stay).toMatchObject({ known: true, seconds: 240 });
  });

  test('says that it is rough where many were there at the edges', () => {
    const full = Array.from({ length: 20 }, (_, at) => minute(at, 1_000, 25));
    expect(estimateStay(full)).toMatchObject({ known: true, isSteady: false });
  });

  test.each([
    ['no_viewers', []],
    ['no_viewers', [minute(0, null, 400)]],
    ['no_joins', Array.from({ length: 20 }, (_, at) => minute(at, 100))],
    ['few_minutes', Array.from({ length: 9 }, (_, at) => minute(at, 100, 50))],
    ['few_joins', Array.from({ length: 29 }, (_, at) => minute(at, 100, 1))],
    ['no_viewers', Array.from({ length: 40 }, (_, at) => minute(at, 0, 1))],
  ])('is unknown for %s', (reason, minutes) => {
    expect(estimateStay(minutes)).toEqual({ known: false, reason });
  });

  test('twice the viewers stay twice as long, in whatever order minutes come', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const minutes = asMinutes(rows);
        const stay = estimateStay(minutes);
        const twice = estimateStay(
          minutes.map((each) => ({
            ...each,
            online: each.online === null ? null : each.online * 2,
          })),
        );
        expect(twice.known).toBe(stay.known);
        const seconds = [stay, twice].map((each) => (each.known ? each.seconds : 0));
        expect(seconds[1]).toBeCloseTo((seconds[0] ?? 0) * 2, 6);
        expect(estimateStay(minutes.toReversed())).toEqual(stay);
      }),
    );
  });

  test('of several platforms lies between theirs, the unknown ones left out', () => {
    const of = (seconds: number, joins: number) =>
      ({ known: true, seconds, joins, minutes: 20, isSteady: true }) as const;
    expect(joinedStay([of(60, 100), of(120, 300), { known: false, reason: 'no_joins' }])).toEqual(
      of(105, 400),
    );
    expect(joinedStay([])).toEqual({ known: false, reason: 'no_viewers' });
    expect(joinedStay([{ known: false, reason: 'few_joins' }])).toEqual({
      known: false,
      reason: 'few_joins',
    });
  });
});

describe('retention', () => {
  test('finds the share that leaves each minute', () => {
    const points = estimateRetention(netMinutes([leavingRoom(120, 50, 0.1)]));
    for (const { afterMinutes, share } of points) {
      expect(share).toBeCloseTo(0.9 ** afterMinutes, 6);
    }
  });

  test('is a share that never rises, of fewer entries the later it looks', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const points = estimateRetention(netMinutes([asMinutes(rows)]));
        const shares = points.flatMap(({ share }) => share ?? []);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        const entries = points.map((point) => point.entries);
        expect(entries).toEqual(entries.toSorted((a, b) => b - a));
        expect(points.filter(({ share }) => share !== null)).toEqual(
          points.filter((point) => point.entries >= RETENTION_MIN_JOINS),
        );
      }),
    );
  });

  test('a hole in the viewers bridges nothing', () => {
    const room = leavingRoom(80, 50, 0.1);
    const holed = room.map((each, at) => (at % 4 === 3 ? { ...each, online: null } : each));
    const points = estimateRetention(netMinutes([holed]));
    expect(points.find(({ afterMinutes }) => afterMinutes === 1)?.share).toBeCloseTo(0.9, 6);
    expect(points.find(({ afterMinutes }) => afterMinutes === 5)).toMatchObject({ share: null });
  });
});

describe('net minutes', () => {
  test('a platform that dies is no loss of viewers', () => {
    const alive = Array.from({ length: 30 }, (_, at) => minute(at, 100, 5));
    const dead = Array.from({ length: 30 }, (_, at) => minute(at, at < 15 ? 900 : null, 5));
    const net = netMinutes([alive, dead]);
    expect(net.every(({ before, online }) => before === online)).toBe(true);
    expect(lossMoments(net)).toEqual([]);
  });

  test('are the sums of the sources that told both', () => {
    fc.assert(
      fc.property(series, series, (one, other) => {
        const sources = [asMinutes(one), asMinutes(other)];
        for (const { minute: at, before, online, joins } of netMinutes(sources)) {
          const told = sources.filter(
            (rows) =>
              (rows[at]?.online ?? null) !== null && (rows[at - 1]?.online ?? null) !== null,
          );
          const sum = (of: (rows: readonly AudienceMinute[]) => number): number =>
            told.reduce((total, rows) => total + of(rows), 0);
          expect(online).toBe(sum((rows) => rows[at]?.online ?? 0));
          expect(before).toBe(sum((rows) => rows[at - 1]?.online ?? 0));
          expect(joins).toBe(sum((rows) => rows[at]?.joins ?? 0));
        }
      }),
    );
  });
});

describe('moments of loss', () => {
  test('a fall beyond what the room varies by is found, neighbours as one', () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      if (at === 30) return minute(at, 800, 40);
      return minute(at, (at > 30 ? 640 : 1_000) + (at % 2) * 4, 40);
    });
    expect(lossMoments(netMinutes([rows]))).toEqual([
      { fromMinute: 30, toMinute: 31, before: 1_004, after: 644, lost: 360, joins: 80 },
    ]);
  });

  test('a few viewers fewer of a few are chance', () => {
    const rows = Array.from({ length: 60 }, (_, at) => minute(at, at === 30 ? 9 : 12, 3));
    expect(lossMoments(netMinutes([rows]))).toEqual([]);
  });

  test('a room that always swings so has none', () => {
    const rows = Array.from({ length: 60 }, (_, at) => minute(at, at % 2 === 0 ? 1_000 : 900, 40));
    expect(lossMoments(netMinutes([rows]))).toEqual([]);
  });

  test('too short a show says nothing', () => {
    const rows = Array.from({ length: 9 }, (_, at) => minute(at, at < 5 ? 1_000 : 400, 40));
    expect(lossMoments(netMinutes([rows]))).toEqual([]);
  });

  test('each lost what it says, and none overlaps another', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const moments = lossMoments(netMinutes([asMinutes(rows)]));
        const taken = moments.flatMap(({ fromMinute, toMinute }) =>
          Array.from({ length: toMinute - fromMinute + 1 }, (_, at) => fromMinute + at),
        );
        expect(new Set(taken).size).toBe(taken.length);
        for (const { before, after, lost } of moments) {
          expect(lost).toBe(before - after);
          expect(lost).toBeGreaterThan(0);
        }
      }),
    );
  });
});
