import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DETECTORS, FIRST_FINDINGS, type Finding } from '#shared/model/finding.ts';
import { Review } from '#shared/model/review.ts';
import { DETECTOR_LIST } from '#shared/rules/findings/detector-list.ts';
import { findingsOf } from '#shared/rules/findings/findings.ts';
import { LIFT_DETECTOR_LIST } from '#shared/rules/findings/lift-detector-list.ts';
import {
  at,
  cueAt,
  findingShow,
  product,
  push,
  quietMinutes,
} from '#tests/support/finding-show.ts';

const ALL = [...DETECTOR_LIST, ...LIFT_DETECTOR_LIST].map(({ name }) => name);
const level = fc.option(fc.integer({ min: 0, max: 900 }), { nil: null });
const row = fc.record({
  airtime: fc.integer({ min: 0, max: 30 }),
  paid: fc.integer({ min: 0, max: 1_000_000 }),
  orders: fc.integer({ min: 0, max: 50 }),
  minute: fc.integer({ min: 0, max: 59 }),
  viewers: level,
  chats: fc.integer({ min: 0, max: 300 }),
  done: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null }),
});

/** A show of any length from nothing to an hour, with whatever on its shelf. */
const anyShow = fc
  .record({ rows: fc.array(row, { maxLength: 12 }), length: fc.integer({ min: 0, max: 60 }) })
  .map(({ rows, length }) =>
    findingShow({
      minutes: quietMinutes((index) => {
        const each = rows[index % Math.max(1, rows.length)];
        if (each === undefined) return {};
        const { viewers, chats, orders } = each;
        return { viewers, chats, ordersPaid: orders, paidMinor: orders * 9_900 };
      }, length),
      products: rows.map((each, index) => product(index + 1, each.airtime, each.paid, each.orders)),
      pushes: rows.map((each, index) => push(index + 1, index + 1, each.minute)),
      cues: rows.map((each, index) => cueAt(each.minute, each.done, index + 1)),
    }),
  );

/** Of one kind, one product, or of one stretch of the show. */
function isAlike(a: Finding, b: Finding): boolean {
  const [one, other] = [a.evidence[0]?.span ?? null, b.evidence[0]?.span ?? null];
  const isOneStretch =
    one !== null && other !== null && one.fromTs < other.toTs && other.fromTs < one.toTs;
  const isOneProduct = a.productId !== null && a.productId === b.productId;
  return a.detector === b.detector || isOneProduct || isOneStretch;
}

describe('findings', () => {
  it('of a quiet show are none, and each question says why', () => {
    const { findings, quiet } = findingsOf(findingShow({}));
    expect(findings).toEqual([]);
    expect(quiet.map(({ detector }) => detector)).toEqual(ALL);
  });

  it('are asked for of an empty show and one of ten seconds, and none is made up', () => {
    const { show } = findingShow({});
    for (const minutes of [[], quietMinutes(() => ({}), 1)]) {
      const { findings, quiet } = findingsOf(
        findingShow({
          minutes,
          cues: [],
          show: { ...show, endedTs: (show.startedTs ?? 0) + 10_000 },
        }),
      );
      expect(findings).toEqual([]);
      expect(quiet).toHaveLength(ALL.length);
    }
    const never = { ...show, startedTs: null, endedTs: null, state: 'planned' as const };
    expect(findingsOf(findingShow({ minutes: [], cues: [], show: never })).findings).toEqual([]);
  });

  it('of fourteen hours over midnight are found in their own minutes', () => {
    const minutes = quietMinutes(
      (index) => ({ viewers: index >= 700 && index < 720 ? 200 : 500 + (index % 7) }),
      840,
    );
    const cues = Array.from({ length: 100 }, (_, index) => cueAt(index * 8, 2_000, index + 1));
    const breaks = Array.from({ length: 20 }, (_, index) => ({
      fromTs: at(index * 42),
      toTs: at(index * 42 + 2),
    }));
    const { findings } = findingsOf(findingShow({ minutes, cues, breaks }));
    expect(findings.map(({ detector }) => detector)).toEqual(['loss_moment']);
    expect(findings[0]?.evidence[0]?.span).toEqual({ fromTs: at(700), toTs: at(705) });
  });

  it('lead to moments of the show alone: what was planned for later has none', () => {
    const late = {
      blockId: 2,
      title: 'late',
      round: 1,
      plannedStartTs: at(90),
      plannedMs: 300_000,
      startedTs: null,
      tookMs: null,
      heldMs: 0,
      extendedMs: 0,
      isSkipped: false,
    };
    const { findings } = findingsOf(findingShow({ blocks: [late] }));
    expect(findings.map(({ evidence }) => evidence[0]?.span)).toEqual([null]);
  });

  it('come from a detector each, every one of them listed once', () => {
    expect(ALL.toSorted()).toEqual([...DETECTORS].toSorted());
  });

  it('are the same for the same show, and have each its own name', () => {
    fc.assert(
      fc.property(anyShow, (show) => {
        const found = findingsOf(show);
        expect(findingsOf(structuredClone(show))).toEqual(found);
        const ids = found.findings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  it('stand behind one another by weight, the first page of different kinds before them', () => {
    fc.assert(
      fc.property(anyShow, (show) => {
        const { findings } = findingsOf(show);
        const first = findings.slice(0, FIRST_FINDINGS);
        const rest = findings.slice(FIRST_FINDINGS);
        const weights = rest.map(({ weight }) => weight);
        expect(weights).toEqual(weights.toSorted((a, b) => b - a));
        const lightest = Math.min(...first.map(({ weight }) => weight));
        // Heavier ones stand behind only where the first page says much the same already.
        for (const heavier of rest.filter(({ weight }) => weight > lightest)) {
          expect(first.some((other) => isAlike(other, heavier))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('rest on evidence and on cases, and never cost more than the show came to', () => {
    fc.assert(
      fc.property(anyShow, (show) => {
        const paid = show.totals.paid[0]?.amountMinor ?? 0;
        const orders = show.totals.ordersPaid.known ? show.totals.ordersPaid.value : 0;
        const limits: Partial<Record<string, number>> = {
          money: paid || Infinity,
          orders: orders || Infinity,
        };
        for (const finding of findingsOf(show).findings) {
          expect(finding.evidence.length).toBeGreaterThan(0);
          expect(finding.sample).toBeGreaterThan(0);
          const { unit, low, high } = finding.effect;
          expect(low).toBeLessThanOrEqual(high);
          const size = Math.max(Math.abs(low), Math.abs(high));
          expect(size).toBeLessThanOrEqual(limits[unit] ?? Infinity);
          // What is lost stands below 0, what was won above.
          expect(finding.isGood ? high >= 0 : high <= 0).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are sent as they are, and a detector is either heard or says why not', () => {
    fc.assert(
      fc.property(anyShow, (show) => {
        const { findings, quiet } = findingsOf(show);
        expect(() =>
          Review.shape.findings.parse(JSON.parse(JSON.stringify(findings))),
        ).not.toThrow();
        expect(() => Review.shape.quiet.parse(quiet)).not.toThrow();
        for (const { detector } of quiet) {
          expect(findings.some((finding) => finding.detector === detector)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
