import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ProductId, ShowId } from '#shared/model/ids.ts';
import type { ReviewMinute } from '#shared/model/review.ts';
import type { ProductInShow } from '#shared/model/show-comparison.ts';
import { baselineOf } from '#shared/rules/shows/baselines.ts';
import { compareAnchors } from '#shared/rules/shows/compare-anchors.ts';
import { productOverShows } from '#shared/rules/shows/compare-products.ts';
import { compareMinutesAround } from '#shared/rules/shows/compare-span.ts';
import {
  findableShows,
  findShows,
  NO_SHOW_FILTER,
  orderShows,
} from '#shared/rules/shows/find-shows.ts';
import { pairProducts } from '#shared/rules/shows/pair-products.ts';
import { differenceOf, missingReason, SHOW_FIGURES } from '#shared/rules/shows/show-figure-list.ts';
import { listedShow } from '#tests/support/sample-shows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('finding', () => {
  const shows = [
    listedShow(1, { title: '秋季亚麻专场', tags: ['大促'], productIds: [ProductId.parse(7)] }),
    listedShow(2, { title: 'Coats', anchors: ['Mei'], platforms: ['douyin'] }),
  ];
  const index = findableShows(
    shows,
    [{ productId: ProductId.parse(7), name: '亚麻衬衫' }],
    (show) => [`2026-11-2${show.id}`],
  );
  const found = (text: string, more = {}) =>
    findShows(index, { ...NO_SHOW_FILTER, text, ...more }).map(({ id }) => id);

  test('by name, tag, host, product and date, in Chinese and in any width', () => {
    expect(found('亚麻专场')).toEqual([1]);
    expect(found('大促')).toEqual([1]);
    expect(found('衬衫')).toEqual([1]);
    expect(found('ＭＥＩ')).toEqual([2]);
    expect(found('11-22')).toEqual([2]);
    expect(found('亚麻 大促 衬衫')).toEqual([1]);
    expect(found('亚麻 mei')).toEqual([]);
    expect(found('')).toEqual([1, 2]);
  });

  test('narrowed by tag, host, platform and kind', () => {
    expect(found('', { tag: '大促' })).toEqual([1]);
    expect(found('', { anchor: 'Mei' })).toEqual([2]);
    expect(found('', { platform: 'douyin' })).toEqual([2]);
    expect(found('', { origin: 'rehearsal' })).toEqual([]);
  });

  test('ordered by any figure, what is unknown last either way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 12 }),
        (values) => {
          const list = values.map((chats, place) => listedShow(place + 1, {}, { chats }));
          for (const isRising of [true, false]) {
            const ordered = orderShows(list, { by: 'chats', isRising }).map(
              ({ figures }) => figures?.chats ?? null,
            );
            const known = values.filter((value) => value !== null);
            const sorted = known.toSorted((a, b) => (isRising ? a - b : b - a));
            expect(ordered).toEqual([...sorted, ...values.filter((value) => value === null)]);
          }
        },
      ),
    );
  });
});

describe('what a show is held against', () => {
  const own = listedShow(100, { startedTs: 100 * DAY_MS, weekday: 1, dayMinute: 10 });

  test('the last seven live shows before it, in its currency and on its platforms', () => {
    const shows = [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => listedShow(day, {}, { chats: day })),
      listedShow(20, { origin: 'rehearsal' }, { chats: 900 }),
      listedShow(21, { currency: 'USD' }, { chats: 900 }),
      listedShow(22, { platforms: ['douyin'] }, { chats: 900 }),
      listedShow(101, {}, { chats: 900 }),
      own,
    ];
    const baseline = baselineOf(shows, own, 'median');
    expect(baseline.of.map(({ id }) => Number(id))).toEqual([8, 7, 6, 5, 4, 3, 2]);
    expect(baseline.figure('chats')).toEqual({ median: 5, low: 2, high: 8, n: 7 });
    expect([baseline.otherCurrency, baseline.otherPlatforms]).toEqual([1, 1]);
    expect(baselineOf(shows, own, 'previous').of.map(({ id }) => Number(id))).toEqual([8]);
  });

  test('shows of a moment are left out and counted: under five minutes, or a tenth of this one', () => {
    const aired = (id: number, minutes: number) =>
      listedShow(id, {}, { onAirMs: minutes * 60_000, chats: minutes });
    const against = (minutes: number) =>
      baselineOf(
        [aired(1, 120), aired(2, 10), aired(3, 5), aired(4, 0.2)],
        listedShow(100, { startedTs: 100 * DAY_MS }, { onAirMs: minutes * 60_000 }),
        'median',
      );
    expect(against(120).of.map(({ id }) => Number(id))).toEqual([1]);
    expect(against(120).tooShort).toBe(3);
    expect(against(40).of.map(({ id }) => Number(id))).toEqual([3, 2, 1]);
    // One that was over at once is held against what lasted at least a tenth of it.
    expect(against(1).tooShort).toBe(0);
  });

  test('what is unknown is left out of the median, never 0', () => {
    const shows = [1, 2, 3].map((day) =>
      listedShow(day, {}, { chats: day === 2 ? null : day * 10 }),
    );
    expect(baselineOf(shows, own, 'median').figure('chats')).toMatchObject({ median: 20, n: 2 });
    expect(baselineOf([], own, 'median').figure('chats')).toBeNull();
  });

  test('the same weekday and hour reaches over midnight, and not further than an hour', () => {
    const shows = [
      listedShow(1, { weekday: 0, dayMinute: 1430 }),
      listedShow(2, { weekday: 1, dayMinute: 70 }),
      listedShow(3, { weekday: 1, dayMinute: 71 }),
      listedShow(4, { weekday: 2, dayMinute: 10 }),
    ];
    expect(baselineOf(shows, own, 'sameHour').of.map(({ id }) => Number(id))).toEqual([2, 1]);
    const sunday = listedShow(9, { startedTs: 90 * DAY_MS, weekday: 0, dayMinute: 5 });
    const saturday = listedShow(5, { weekday: 6, dayMinute: 1435 });
    expect(baselineOf([saturday], sunday, 'sameHour').of).toHaveLength(1);
  });
});

test('a difference is in percent, of a share in points, and nothing against the unknown', () => {
  expect(differenceOf(120, 100, 'count')).toEqual({ by: 20, ratio: expect.closeTo(0.2) });
  expect(differenceOf(0.12, 0.1, 'share')).toEqual({ by: expect.closeTo(0.02), ratio: null });
  expect(differenceOf(5, 0, 'count')).toEqual({ by: 5, ratio: null });
  expect(differenceOf(null, 5, 'count')).toBeNull();
  expect(differenceOf(5, null, 'money')).toBeNull();
});

test('why a figure is missing is said from what the sources could tell', () => {
  const chats = SHOW_FIGURES.find(({ key }) => key === 'chats');
  const gpm = SHOW_FIGURES.find(({ key }) => key === 'gpmMinor');
  if (chats === undefined || gpm === undefined) throw new Error('no such figure');
  const show = listedShow(1, {});
  expect(missingReason(show, gpm)).toBe('no_views');
  expect(missingReason(show, chats)).toBe('nothing_yet');
  expect(missingReason({ ...show, platforms: [] }, chats)).toBe('no_source');
  expect(missingReason({ ...show, can: { ...show.can, chat: false } }, chats)).toBe(
    'source_cannot',
  );
  expect(missingReason({ ...show, figures: null }, chats)).toBe('running');
});

test('hosts are compared by the shows each one hosted alone', () => {
  const shows = [
    listedShow(1, { anchors: ['Mei'] }, { paidMinor: 1000, onAirMs: HOUR_MS }),
    listedShow(2, { anchors: ['Mei'] }, { paidMinor: 3000, onAirMs: HOUR_MS }),
    listedShow(3, { anchors: ['Lin'] }, { paidMinor: null }),
    listedShow(4, { anchors: ['Mei', 'Lin'] }, { paidMinor: 9000 }),
    listedShow(5, { anchors: [] }),
    listedShow(6, { anchors: ['Lin'], currency: 'USD' }),
    listedShow(7, { anchors: ['Mei'], origin: 'demo' }),
  ];
  const { rows, ...left } = compareAnchors(shows);
  expect(left).toEqual({ currency: 'CNY', shared: 1, unnamed: 1, otherCurrency: 1 });
  expect(rows.map(({ name, shows: own }) => [name, own.length])).toEqual([
    ['Mei', 2],
    ['Lin', 1],
  ]);
  expect(rows[0]?.paidPerHour).toEqual({ median: 2000, low: 1000, high: 3000, n: 2 });
  expect(rows[1]?.figure('paidMinor')).toBeNull();
});

describe('products', () => {
  const row = (showId: number, change: Partial<ProductInShow>): ProductInShow => ({
    showId: ShowId.parse(showId),
    startedTs: showId * DAY_MS,
    productId: ProductId.parse(1),
    linkNumber: 1,
    currency: 'CNY',
    pushes: 1,
    airtimeMs: 120_000,
    ordersPaid: 4,
    unitsPaid: 4,
    paidMinor: 4000,
    ...change,
  });

  test('over shows: for each minute of airtime, where there was a minute and orders were told', () => {
    const over = productOverShows([
      row(5, {}),
      row(4, { airtimeMs: 59_000 }),
      row(3, { ordersPaid: null, paidMinor: null }),
      row(2, { currency: 'USD' }),
      row(1, { airtimeMs: 60_000, paidMinor: 1000, ordersPaid: 1 }),
    ]);
    expect(over).toMatchObject({ shows: 2, leftOut: 3, airtimeMs: 180_000, ordersPaid: 5 });
    expect(over.paidPerMinute).toEqual({ median: 1500, low: 1000, high: 2000, n: 2 });
    expect(over.rates.map(({ paidPerMinute }) => paidPerMinute)).toEqual([1000, 2000]);
    expect(productOverShows([])).toMatchObject({ shows: 0, paidPerMinute: null, currency: null });
  });

  test('of two shows: those in both first, a rate only from a minute on', () => {
    const side = (productId: number, airtimeMs: number) => {
      const { showId: _showId, startedTs: _startedTs, ...product } = row(1, { airtimeMs });
      return { ...product, productId: ProductId.parse(productId), name: `P${productId}` };
    };
    const pairs = pairProducts([side(1, 600_000), side(2, 30_000)], [side(2, 120_000)]);
    expect(pairs.map(({ name, own, other }) => [name, own?.perMinute, other?.perMinute])).toEqual([
      ['P2', null, 2000],
      ['P1', 400, undefined],
    ]);
  });
});

describe('before, during and after', () => {
  const minute = (place: number, chats: number): ReviewMinute => ({
    minute: place,
    viewers: null,
    chats,
    chatters: 0,
    joins: 0,
    follows: 0,
    gifts: 0,
    ordersPaid: 0,
    paidMinor: 0,
  });

  test('no minute counts on two sides, and each side is as long as the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 60_000 }),
        fc.integer({ min: 1, max: 20 * 60_000 }),
        (fromTs, length) => {
          const minutes = Array.from({ length: 160 }, (_, place) => minute(place - 30, 1));
          const sides = compareMinutesAround(minutes, { fromTs, toTs: fromTs + length });
          const counts = [sides.before.minutes, sides.during.minutes, sides.after.minutes];
          expect(new Set(counts).size).toBe(1);
          expect(counts[0]).toBe(
            Math.max(1, Math.round((fromTs + length) / 60_000) - Math.round(fromTs / 60_000)),
          );
        },
      ),
    );
  });

  test('means of a minute, viewers unknown where none were counted, nothing where nothing was', () => {
    const minutes = [minute(1, 2), minute(2, 4), { ...minute(3, 10), viewers: 50 }];
    const sides = compareMinutesAround(minutes, { fromTs: 3 * 60_000, toTs: 5 * 60_000 });
    expect(sides.before).toMatchObject({ minutes: 2, chats: 3, viewers: null });
    expect(sides.during).toMatchObject({ minutes: 1, chats: 10, viewers: 50 });
    expect(sides.after).toMatchObject({ minutes: 0, chats: null });
  });
});
