import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Figure, LiveMetrics } from '#shared/model/metrics.ts';
import type { SourceCan } from '#shared/model/source.ts';
import {
  averageWatch,
  chatPerThousand,
  gpm,
  unpaidRate,
  type MetricInputs,
} from '#shared/rules/derived-metrics.ts';
import { sampleMetrics } from '#tests/support/sample-snapshot.ts';

const ALL: SourceCan = {
  viewers: true,
  joins: true,
  follows: true,
  orders: true,
  gifts: true,
  chat: true,
};
const known = (value: number, without: string[] = []): Figure => ({
  known: true,
  value,
  isApprox: false,
  without,
});
const unknown: Figure = { known: false, reason: 'source_silent' };

function inputs(
  metrics: Partial<LiveMetrics>,
  sources: readonly Partial<SourceCan>[] = [{}],
  online: readonly (number | null)[] = [],
): MetricInputs {
  const base = sampleMetrics();
  return {
    metrics: { ...base, ...metrics },
    sources: sources.map((can) => ({ isEnabled: true, can: { ...ALL, ...can } })),
    series: online.map((viewers, index) => ({
      ts: base.asOfTs - index * 10_000,
      viewers,
      chatPerMinute: null,
      ordersPerMinute: null,
    })),
  };
}

describe('figures made of others', () => {
  test('are what their formulae say', () => {
    const room = inputs(
      {
        viewers: known(400),
        chatPerMinute: known(60),
        entries5Min: known(1_500),
        ordersPlaced: known(50),
        ordersPaid: known(40),
        views: known(8_000),
        paid: [{ currency: 'CNY', exponent: 2, amountMinor: 1_600_000 }],
      },
      [{}],
      [500, 300, null, 400],
    );
    expect(chatPerThousand(room)).toEqual(known(150));
    // 400 viewers on average, five a second come: each stays 80 seconds.
    expect(averageWatch(room)).toEqual({ ...known(80), isApprox: true });
    expect(unpaidRate(room)).toEqual(known(0.2));
    expect(gpm(room, 'CNY')).toEqual(known(200_000));
    expect(gpm(room, 'USD')).toEqual(known(0));
  });

  test('are unknown where a side is, or nothing stands below the line yet', () => {
    expect(chatPerThousand(inputs({ viewers: unknown }))).toEqual(unknown);
    expect(chatPerThousand(inputs({ chatPerMinute: unknown }))).toEqual(unknown);
    const none = { known: false, reason: 'nothing_yet' };
    expect(chatPerThousand(inputs({ viewers: known(0) }))).toEqual(none);
    expect(averageWatch(inputs({ entries5Min: known(0) }, [{}], [10]))).toEqual(none);
    expect(averageWatch(inputs({ entries5Min: known(9) }, [{}], [null]))).toEqual(none);
    expect(unpaidRate(inputs({ ordersPlaced: known(0), ordersPaid: known(0) }))).toEqual(none);
    expect(gpm(inputs({ views: known(0) }), 'CNY')).toEqual(none);
  });

  test('a platform that tells paid orders alone gives no share of unpaid ones', () => {
    const told = inputs({ ordersPlaced: known(0), ordersPaid: known(3) });
    expect(unpaidRate(told)).toEqual({ known: false, reason: 'source_cannot' });
  });

  test('are unknown where the sides come from different sources', () => {
    const different = { known: false, reason: 'sources_differ' };
    const chatOnly = [{}, { viewers: false, joins: false, orders: false }];
    expect(chatPerThousand(inputs({}, chatOnly))).toEqual(different);
    expect(gpm(inputs({}, [{}, { orders: false }]), 'CNY')).toEqual(different);
    expect(averageWatch(inputs({}, [{}, { joins: false }], [10]))).toEqual(different);
    // Where no source gives a side, that side says why.
    const silent = inputs({ viewers: unknown }, [{ viewers: false }]);
    expect(chatPerThousand(silent)).toEqual(unknown);
    // A source that is switched off gives neither.
    const { metrics, series, sources } = inputs({ viewers: known(10), chatPerMinute: known(1) });
    const off = { isEnabled: false, can: { ...ALL, viewers: false } };
    expect(chatPerThousand({ metrics, series, sources: [...sources, off] })).toEqual(known(100));
  });

  test('name every platform that either side is without, once', () => {
    const room = inputs({ viewers: known(10, ['a', 'b']), chatPerMinute: known(1, ['b']) });
    expect(chatPerThousand(room)).toEqual(known(100, ['b', 'a']));
  });

  test('are never below zero, endless or no number', () => {
    const figure = fc.oneof(
      fc.constant(unknown),
      fc.nat().map((value) => known(value)),
    );
    const given = fc.record({
      viewers: figure,
      chatPerMinute: figure,
      entries5Min: figure,
      ordersPlaced: figure,
      ordersPaid: figure,
      views: figure,
    });
    fc.assert(
      fc.property(given, fc.array(fc.option(fc.nat())), (metrics, online) => {
        const room = inputs(metrics, [{}], online);
        const made = [
          chatPerThousand(room),
          averageWatch(room),
          unpaidRate(room),
          gpm(room, 'CNY'),
        ];
        const values = made.flatMap((figure) => (figure.known ? [figure.value] : []));
        expect(values.filter((value) => !Number.isFinite(value) || value < 0)).toEqual([]);
      }),
    );
  });
});
