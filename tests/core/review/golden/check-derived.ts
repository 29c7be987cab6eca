import { expect, test } from 'vitest';

import { scoreRows } from '#renderer/features/review/sections/score-rows.ts';
import type { Review } from '#shared/model/review.ts';
import {
  clickRate,
  clickToOrder,
  netSales,
  paidPerMille,
  refundRate,
} from '#shared/rules/platform-tables/funnel-rates.ts';
import { compareMinutesAround } from '#shared/rules/shows/compare-span.ts';
import { expectComparison } from '#tests/support/golden/expect-comparison.ts';
import { expectMinutes, expectTargets } from '#tests/support/golden/expect-totals.ts';
import { asFar, meanOf, middleOf, type PlainSql } from '#tests/support/golden/plain-sql.ts';

const MINUTE_MS = 60_000;
const COUNTS = ['joins', 'chats', 'follows', 'gifts', 'ordersPaid', 'paidMinor'] as const;

type Held = { readonly review: Review; readonly sql: PlainSql };

/** What screens work out of the document: by a plain formula over the same SQL. */
export function checkDerived(held: () => Held): void {
  test('a span is held against as many whole minutes before and after it', () => {
    const { review, sql } = held();
    const first = Math.floor((review.show.startedTs ?? 0) / MINUTE_MS);
    const minutes = expectMinutes(sql);
    const side = (from: number, to: number) => {
      const own = minutes.filter(({ minute }) => Number(minute) >= from && Number(minute) < to);
      const mean = (name: string) =>
        meanOf(own.flatMap((row) => (row[name] === null ? [] : [Number(row[name])])));
      const counts = Object.fromEntries(COUNTS.map((name) => [name, mean(name)]));
      return { minutes: own.length, viewers: mean('viewers'), ...counts };
    };
    for (const [from, to] of [
      [2, 8],
      [14, 16],
      [20, 23],
      [30, 42],
    ] as const) {
      const [start, end, length] = [first + from, first + to, to - from];
      const span = { fromTs: start * MINUTE_MS + 20_000, toTs: end * MINUTE_MS - 20_000 };
      expect(asFar(compareMinutesAround(review.minutes, span))).toEqual(
        asFar({
          before: side(start - length, start),
          during: side(start, end),
          after: side(end, end + length),
          sideMinutes: length,
        }),
      );
    }
    // A moment is looked at beside five minutes on each side, however short it is.
    const moment = { fromTs: (first + 9) * MINUTE_MS, toTs: (first + 10) * MINUTE_MS };
    const sides = compareMinutesAround(review.minutes, { ...moment, leastSideMinutes: 5 });
    expect(asFar(sides)).toEqual(
      asFar({
        before: side(first + 4, first + 9),
        during: side(first + 9, first + 10),
        after: side(first + 10, first + 15),
        sideMinutes: 5,
      }),
    );
  });

  test('the scorecard: attained, mean, median, place and run of each figure', () => {
    const { review, sql } = held();
    const { own, shows } = expectComparison(sql);
    const targets = expectTargets(sql) as unknown as readonly { name: string; value: number }[];
    for (const row of scoreRows(review)) {
      const value = own[row.key] ?? null;
      const before = shows.map(({ figures }) => figures[row.key] ?? null);
      const known = before.flatMap((each) => each ?? []);
      const target = targets.find(({ name }) => name === row.target?.name) ?? null;
      const expected = {
        value,
        attained: value === null || target === null ? null : value / target.value,
        mean: meanOf(known),
        median: middleOf(known),
        sample: known.length,
        above: known.filter((each) => value !== null && each < value).length,
        course: [...before.toReversed(), value],
        run: runOf([...before.toReversed(), value]),
      };
      const { key: _key, target: _target, ...shown } = row;
      expect(asFar(shown)).toEqual(asFar(expected));
    }
  });

  test('rates of commerce are of the platforms that give both sides', () => {
    const { review } = held();
    const { totals, products } = review.commerce;
    for (const figures of [totals, ...products.map((product) => product.figures)]) {
      const parts = (name: string) =>
        new Map(
          (figures.find(({ figure }) => figure === name)?.parts ?? []).map(
            ({ platform, value }) => [platform, value] as const,
          ),
        );
      const rate = (above: string, below: string, scale = 1): number | null => {
        const [top, bottom] = [parts(above), parts(below)];
        let [sumAbove, sumBelow] = [0, 0];
        for (const [platform, value] of bottom) {
          if (!top.has(platform)) continue;
          sumAbove += top.get(platform) ?? 0;
          sumBelow += value;
        }
        return sumBelow <= 0 ? null : (sumAbove / sumBelow) * scale;
      };
      expect(
        asFar([
          clickRate(figures)?.value ?? null,
          clickToOrder(figures)?.value ?? null,
          paidPerMille(figures)?.value ?? null,
          refundRate(figures)?.value ?? null,
        ]),
      ).toEqual(
        asFar([
          rate('productClicks', 'productShown'),
          rate('ordersPaid', 'productClicks'),
          rate('gmvPaid', 'views', 1_000),
          rate('refunds', 'ordersPaid'),
        ]),
      );
    }
    // One platform says its net sales itself, the other what came back of what was paid.
    const [paid, back, net] = ['gmvPaid', 'refundMoney', 'gmvNet'].map((name) =>
      totals.find(({ figure }) => figure === name),
    );
    const of = (figure: typeof paid, platform: string): number =>
      figure?.parts.find((part) => part.platform === platform)?.value ?? Number.NaN;
    expect(netSales(totals)).toBe(of(paid, 'douyin') - of(back, 'douyin') + of(net, 'kuaishou'));
  });
}

/** Steps the same way, counted back from the last; one alone is none. */
function runOf(course: readonly (number | null)[]): number {
  const steps = course
    .slice(1)
    .map((to, place) => {
      const from = course[place] ?? null;
      return from === null || to === null ? 0 : Math.sign(to - from);
    })
    .toReversed();
  const [way = 0] = steps;
  const length = steps.findIndex((step) => step !== way || step === 0);
  const run = way * (length === -1 ? steps.length : length);
  return Math.abs(run) < 2 ? 0 : run;
}
