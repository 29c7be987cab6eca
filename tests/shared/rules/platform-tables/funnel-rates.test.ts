import fc from 'fast-check';
import { expect, test } from 'vitest';

import { PlatformImportId, type ImportedFigure } from '#shared/model/platform-import.ts';
import {
  clickRate,
  netSales,
  paidPerAirMinute,
  paidPerMille,
} from '#shared/rules/platform-tables/funnel-rates.ts';
import { mergeFigures } from '#shared/rules/platform-tables/merge-figures.ts';

const importId = PlatformImportId.parse(1);

function taken(platform: string, figure: ImportedFigure, value: number) {
  return { platform, figure, value, importId, of: 'totals' as const, isRounded: false };
}

test('a platform counts once: its table, never its table and the live count', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (table, live, other) => {
      const [orders] = mergeFigures(
        [taken('douyin', 'ordersPaid', table)],
        [
          { platform: 'douyin', figure: 'ordersPaid', value: live },
          { platform: 'kuaishou', figure: 'ordersPaid', value: other },
        ],
        ['douyin', 'kuaishou', 'twitch'],
      );
      expect(orders?.value).toBe(table + other);
      expect(orders?.without).toEqual(['twitch']);
    }),
  );
});

test('different people of two platforms are not summed', () => {
  const [buyers] = mergeFigures([taken('a', 'buyers', 3), taken('b', 'buyers', 4)], [], []);
  expect(buyers).toMatchObject({ value: null, parts: [{ value: 3 }, { value: 4 }] });
});

test('a rate is over platforms that have both sides, and names the others', () => {
  const figures = mergeFigures(
    [
      taken('a', 'productShown', 1_000),
      taken('a', 'productClicks', 50),
      taken('b', 'productClicks', 999),
    ],
    [],
    [],
  );
  expect(clickRate(figures)).toEqual({ value: 0.05, base: 1_000, without: ['b'] });
  expect(paidPerMille(figures)).toBeNull();
});

test('net is what was paid less what went back, unknown where a seller tells no refunds', () => {
  const of = (...parts: readonly (readonly [string, ImportedFigure, number])[]) =>
    netSales(
      mergeFigures(
        parts.map(([platform, figure, value]) => taken(platform, figure, value)),
        [],
        [],
      ),
    );
  expect(of(['a', 'gmvPaid', 100], ['a', 'refundMoney', 30])).toBe(70);
  expect(of(['a', 'gmvPaid', 100], ['b', 'gmvNet', 5])).toBeNull();
  // Who sold nothing has nothing to take back.
  expect(of(['a', 'gmvPaid', 100], ['a', 'refundMoney', 30], ['b', 'gmvPaid', 0])).toBe(70);
  expect(of(['a', 'gmvPaid', 100], ['a', 'gmvNet', 60], ['a', 'refundMoney', 30])).toBe(60);
});

test('of less than a minute of airtime no rate is said', () => {
  const figures = mergeFigures([taken('a', 'gmvPaid', 600)], [], []);
  expect(paidPerAirMinute(figures, 59_999)).toBeNull();
  expect(paidPerAirMinute(figures, 120_000)).toBe(300);
});
