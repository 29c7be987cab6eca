import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { EnteredFigure } from '#shared/model/entered-figure.ts';
import { SourceId } from '#shared/model/ids.ts';
import { TileId } from '#shared/model/metric-tile.ts';
import { LiveMetrics, SourceValues } from '#shared/model/metrics.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { metricOfSource, metricValue } from '#shared/rules/metrics/metric-value.ts';
import { SAMPLE_NOW, sampleMetrics, sampleSourceFigure } from '#tests/support/sample-snapshot.ts';

type Source = Parameters<typeof sampleSourceFigure>[0];

const CNY = (amountMinor: number) => [{ currency: 'CNY', exponent: 2, amountMinor }];
const CHAT_ONLY = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: false,
  chat: true,
};

function entered(name: string, value: number, patch: Partial<EnteredFigure> = {}): EnteredFigure {
  const of = { sourceId: null, currency: 'CNY', asOfTs: SAMPLE_NOW, how: 'typed', screenId: null };
  return EnteredFigure.parse({ name, value, ...of, seq: 1, enteredTs: SAMPLE_NOW, ...patch });
}

function room(sources: readonly Source[], figures: readonly EnteredFigure[] = []): LiveMetrics {
  return LiveMetrics.parse({
    ...sampleMetrics(),
    viewers: { known: true, value: 400, isApprox: false, without: [] },
    bySource: sources.map((source, at) => sampleSourceFigure({ sourceId: at + 1, ...source })),
    entered: figures,
  });
}

const figure = (id: TileId, metrics: LiveMetrics) => metricValue(id, metrics, 'CNY').figure;
const known = (value: number, patch = {}) => ({
  known: true,
  value,
  isApprox: false,
  without: [],
  ...patch,
});
const unknown = (reason: string) => ({ known: false, reason });

const SHOP = {
  viewers: 400,
  viewersMean5Min: 400,
  views: 8_000,
  entries: 7_000,
  entries5Min: 1_500,
  chatPerMinute: 60,
  chats5Min: 250,
  questions5Min: 50,
  interacting5Min: 100,
  follows: 240,
  fanJoins: 80,
  ordersPlaced: 50,
  ordersPaid: 40,
  buyers: 32,
};
const BY_HAND = [
  entered('impressions', 70_000),
  entered('uniqueViewers', 6_400),
  entered('paidEntries', 2_100),
  entered('retention5Min', 0.42),
  entered('luckyBagEntrants', 100),
  entered('productShown', 3_200),
  entered('productClickers', 640),
  entered('productClicks', 800),
  entered('refunds', 4),
  entered('adSpend', 400_000),
];

describe('formulae', () => {
  const shop = room([{ values: SHOP, paid: CNY(1_600_000) }], BY_HAND);
  test.each([
    ['chatPerThousand', 150, false],
    // 400 viewers on average, five a second come: each stays 80 seconds.
    ['averageWatch', 80, true],
    ['engagementRate', 0.25, false],
    ['questionShare', 0.2, false],
    ['luckyBagShare', 0.25, true],
    ['impressionEnterRate', 0.1, false],
    ['organicShare', 0.7, false],
    ['retention', 0.42, false],
    ['followRate', 0.0375, false],
    ['fanClubRate', 0.0125, false],
    ['unpaidRate', 0.2, false],
    ['gpm', 200_000, false],
    ['averageOrder', 50_000, false],
    ['buyerRate', 0.005, false],
    ['revenuePerViewer', 250, false],
    ['refundRate', 0.1, false],
    ['productImpressionRate', 0.5, false],
    ['productCtr', 0.2, false],
    ['ctor', 0.05, false],
    ['roi', 4, false],
  ] as const)('%s', (id, value, isApprox) => {
    expect(figure(id, shop)).toEqual(known(value, { isApprox }));
  });

  test('money of another currency, or of another exponent, is not the show’s', () => {
    const paid = [
      { currency: 'CNY', exponent: 3, amountMinor: 5_000 },
      { currency: 'USD', exponent: 2, amountMinor: 900 },
    ];
    expect(figure('gpm', room([{ values: SHOP, paid }]))).toEqual(known(0));
  });

  test('paid orders without an amount leave no mean that would be too small', () => {
    const metrics = room([{ values: SHOP, paid: CNY(5_900), ordersUnpriced: 2 }]);
    for (const id of ['averageOrder', 'gpm', 'revenuePerViewer'] as const) {
      expect(figure(id, metrics)).toEqual(unknown('orders_unpriced'));
    }
    expect(figure('ctor', metrics)).toEqual(unknown('not_entered'));
  });

  test('without unique viewers a follow rate is by views, and says that it is about', () => {
    const shopAlone = room([{ values: SHOP }]);
    expect(figure('followRate', shopAlone)).toEqual(known(0.03, { isApprox: true }));
    // Views count visits: who bought is never measured against them.
    expect(figure('buyerRate', shopAlone)).toEqual(unknown('not_entered'));
  });

  test('what is on the shelf, and how fast a push is seen', () => {
    const shelf = { onShelf: { linkNumber: 3, airtimeMs: 90_000 } };
    expect(figure('airtime', { ...shop, ...shelf })).toEqual(known(90));
    expect(figure('airtime', { ...shop, onShelf: null })).toEqual(unknown('nothing_on_shelf'));
    expect(figure('pushDelay', { ...shop, pushDelay: null })).toEqual(unknown('no_screen'));
  });
});

describe('both sides come from the same sources', () => {
  test('a silent source leaves both, and is named', () => {
    const silent: Source = { platform: 'kuaishou', standing: 'silent', sinceTs: 1, values: SHOP };
    const metrics = room([{ values: { ...SHOP, viewers: 200 } }, silent]);
    expect(figure('chatPerThousand', metrics)).toEqual(known(300, { without: ['kuaishou'] }));
    expect(figure('gpm', metrics)).toEqual(known(0, { without: ['kuaishou'] }));
  });

  test('what was counted of a show stays when its only source falls silent; a window does not', () => {
    const metrics = room([{ standing: 'silent', sinceTs: 1, values: SHOP, paid: CNY(800) }]);
    expect(figure('averageOrder', metrics)).toEqual(known(25));
    expect(figure('engagementRate', metrics)).toEqual(unknown('source_silent'));
  });

  test('one that gives a side alone leaves it', () => {
    const chat: Source = { platform: 'twitch', can: CHAT_ONLY, values: { chatPerMinute: 900 } };
    const metrics = room([{ values: SHOP }, chat]);
    expect(figure('chatPerThousand', metrics)).toEqual(known(150, { without: ['twitch'] }));
  });

  test('where each gives another side, there is nothing to compare', () => {
    const chat: Source = { can: CHAT_ONLY, values: { chatPerMinute: 9 } };
    const viewers: Source = { can: { ...CHAT_ONLY, chat: false }, values: { viewers: 10 } };
    expect(figure('chatPerThousand', room([chat, viewers]))).toEqual(unknown('sources_differ'));
  });

  test('a stream that is off air is not a source that is silent', () => {
    const off: Source = { standing: 'off_air', sinceTs: 1, values: { chatPerMinute: 4 } };
    expect(figure('chatPerThousand', room([off]))).toEqual(unknown('stream_off_air'));
  });

  test.each([
    ['no source at all', [], 'no_source'],
    ['a platform that cannot', [{ can: CHAT_ONLY, values: { chatPerMinute: 1 } }], 'source_cannot'],
    ['nothing below the line yet', [{ values: { ...SHOP, viewers: 0 } }], 'nothing_yet'],
  ] as const)('%s', (_name, sources, reason) => {
    expect(figure('chatPerThousand', room(sources))).toEqual(unknown(reason));
  });

  test('a platform that tells paid orders alone gives no share of unpaid ones', () => {
    const told = room([{ values: { ordersPlaced: 0, ordersPaid: 3 } }]);
    expect(figure('unpaidRate', told)).toEqual(unknown('source_cannot'));
  });
});

describe('entered by hand', () => {
  test('a figure for one source belongs to it alone', () => {
    const metrics = room(
      [
        { values: SHOP, paid: CNY(640) },
        { platform: 'kuaishou', values: SHOP, paid: CNY(1) },
      ],
      [entered('uniqueViewers', 64, { sourceId: SourceId.parse(1) })],
    );
    expect(figure('revenuePerViewer', metrics)).toEqual(known(10, { without: ['kuaishou'] }));
  });

  test('one of the whole show is compared with all sources, or with none', () => {
    const figures = [entered('uniqueViewers', 100)];
    const two = [{ values: SHOP }, { values: SHOP }];
    expect(figure('buyerRate', room(two, figures))).toEqual(known(0.64));
    const [one] = two;
    const silent: Source = { standing: 'silent', sinceTs: 1, values: SHOP };
    expect(figure('buyerRate', room([one ?? {}, silent], figures))).toEqual(
      unknown('source_silent'),
    );
    const noShop: Source = { can: CHAT_ONLY };
    expect(figure('buyerRate', room([one ?? {}, noShop], figures))).toEqual(
      unknown('sources_differ'),
    );
  });

  test('one that is older than the live side makes the rate approximate, and says when', () => {
    const asOfTs = SAMPLE_NOW - 600_000;
    const metrics = room([{ values: SHOP }], [entered('uniqueViewers', 320, { asOfTs })]);
    expect(metricValue('buyerRate', metrics, 'CNY')).toEqual({
      figure: known(0.1, { isApprox: true }),
      enteredTs: asOfTs,
    });
  });

  test('a total that no source tells is what was entered', () => {
    const views = { known: false, reason: 'source_cannot' } as const;
    const metrics = { ...room([{ can: CHAT_ONLY }], [entered('views', 900)]), views };
    expect(metricValue('views', metrics, 'CNY')).toEqual({
      figure: known(900),
      enteredTs: SAMPLE_NOW,
    });
    expect(figure('views', { ...metrics, entered: [] })).toEqual(views);
  });
});

describe('of one source', () => {
  test('a silent one has no figure of now, and keeps what was counted', () => {
    const metrics = room([{ standing: 'silent', sinceTs: 1, values: SHOP }]);
    const [source] = metrics.bySource;
    if (source === undefined) throw new Error('a source');
    expect(metricOfSource('viewers', metrics, source, 'CNY')?.figure).toEqual(
      unknown('source_silent'),
    );
    expect(metricOfSource('ordersPaid', metrics, source, 'CNY')?.figure).toEqual(known(40));
    expect(metricOfSource('onAir', metrics, source, 'CNY')).toBeNull();
  });

  test('what adds up over the sources is their sum, and the rates are not', () => {
    const metrics = LiveMetrics.parse(sampleMetrics());
    const sums = TileId.options.filter((id) => METRICS[id].isSum && METRICS[id].span === 'show');
    for (const id of sums) {
      const parts = metrics.bySource.map((source) => metricOfSource(id, metrics, source, 'CNY'));
      const sum = parts.reduce(
        (total, part) => total + (part?.figure.known ? part.figure.value : 0),
        0,
      );
      const whole = figure(id, metrics);
      expect([id, whole.known && whole.value]).toEqual([id, sum]);
    }
    expect(sums).toEqual(['follows', 'gifts', 'ordersPaid', 'paid', 'views']);
  });
});

test('no metric is ever below zero, endless or no number', () => {
  const value = fc.option(fc.nat(), { nil: null });
  const values = fc.record(
    Object.fromEntries(Object.keys(SourceValues.shape).map((name) => [name, value])),
  );
  const source = fc.record({
    values: values.map((each) => SourceValues.parse(each)),
    standing: fc.constantFrom('receiving' as const, 'silent' as const, 'off_air' as const),
    paid: fc.nat().map(CNY),
  });
  const figures = fc.subarray([...BY_HAND, entered('sales', 5), entered('buyers', 0)]);
  fc.assert(
    fc.property(fc.array(source, { maxLength: 3 }), figures, (sources, byHand) => {
      const metrics = room(sources, byHand);
      const made = TileId.options.map((id) => metricValue(id, metrics, 'CNY').figure);
      const values = made.flatMap((each) => (each.known ? [each.value] : []));
      expect(values.filter((each) => !Number.isFinite(each) || each < 0)).toEqual([]);
    }),
  );
});
