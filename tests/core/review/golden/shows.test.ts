import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ListedShow, ShowFigures } from '#shared/model/show-list.ts';
import { baselineOf } from '#shared/rules/shows/baselines.ts';
import { compareAnchors } from '#shared/rules/shows/compare-anchors.ts';
import { productOverShows } from '#shared/rules/shows/compare-products.ts';
import { ActedRoom } from '#tests/support/golden/acted-room.ts';
import { expectScreening } from '#tests/support/golden/expect-screening.ts';
import {
  countsOn,
  expectBaseline,
  expectListed,
  expectMinutesOn,
  expectShowProducts,
  sample,
  type ShowFacts,
} from '#tests/support/golden/expect-shows.ts';
import { alike } from '#tests/support/golden/number-leaves.ts';
import { playPast, tellOfPast } from '#tests/support/golden/past-shows.ts';
import { asFar, PlainSql, sum, type Row } from '#tests/support/golden/plain-sql.ts';

const EVENING_TS = Date.UTC(2026, 2, 6, 12, 0, 0);
let room: ActedRoom;
let sql: PlainSql;
let shows: readonly ListedShow[];
let facts: readonly ShowFacts[];

beforeAll(async () => {
  room = await ActedRoom.open(31, EVENING_TS, (folder) => playPast(folder, 31, EVENING_TS));
  await tellOfPast(room);
  sql = new PlainSql(room.reader(), 0);
  ({ shows } = await room.desk.must('shows.list', {}));
  facts = shows.map(({ id }) => expectListed(sql.of(id)));
});
afterAll(() => room.close());

const FIGURES = 'onAirMs views viewersMean chats ordersPaid paidMinor gpmMinor followRate'.split(
  ' ',
) as (keyof ShowFigures)[];

describe('shows of a room', () => {
  test('each came to what SQL over its events says', () => {
    expect(shows.length).toBe(10);
    const told = shows.map((show) => ({ ...show, platforms: show.platforms.toSorted() }));
    expect(asFar(alike(told, facts))).toEqual(asFar(facts));
  });

  test.each(['previous', 'median', 'sameHour'] as const)('held against: %s', (against) => {
    let compared = 0;
    for (const own of shows) {
      const mine = facts.find(({ id }) => id === own.id);
      if (mine === undefined) throw new Error('not listed');
      const expected = expectBaseline(facts, mine, against);
      const { of, otherCurrency, otherPlatforms, tooShort, figure } = baselineOf(
        shows,
        own,
        against,
      );
      expect(of.map(({ id }) => id)).toEqual(expected.of.map(({ id }) => id));
      expect({ otherCurrency, otherPlatforms, tooShort }).toMatchObject({
        tooShort: expected.tooShort,
        otherCurrency: expected.otherCurrency,
        otherPlatforms: expected.otherPlatforms,
      });
      for (const key of FIGURES) {
        const values = expected.of.map(({ figures }) => figures[key] ?? null);
        expect(asFar(figure(key))).toEqual(asFar(sample(values)));
        compared += values.length;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test('hosts are held against each other by shows they hosted alone', () => {
    const { rows, currency, shared, unnamed, otherCurrency } = compareAnchors(shows);
    const live = facts.filter(({ origin }) => origin === 'live');
    const own = live.filter((show) => show.currency === 'CNY');
    expect({ currency, shared, unnamed, otherCurrency }).toEqual({
      currency: 'CNY',
      shared: own.filter(({ anchors }) => anchors.length > 1).length,
      unnamed: own.filter(({ anchors }) => anchors.length === 0).length,
      otherCurrency: live.length - own.length,
    });
    for (const { name, figure, paidPerHour } of rows) {
      const alone = own.filter(({ anchors }) => anchors.length === 1 && anchors[0] === name);
      for (const key of FIGURES) {
        const values = alone.map(({ figures }) => figures[key] ?? null);
        expect(asFar(figure(key))).toEqual(asFar(sample(values)));
      }
      const hours = alone.map(
        ({ figures }) => (Number(figures['paidMinor']) * 3_600_000) / Number(figures['onAirMs']),
      );
      expect(asFar(paidPerHour)).toEqual(asFar(sample(hours)));
    }
    expect(rows.length).toBe(2);
  });

  test('a product over its live shows', async () => {
    const live = facts.filter(({ origin }) => origin === 'live');
    for (const { id } of sql.rows('SELECT id FROM products')) {
      const productId = shows.flatMap(({ productIds }) => productIds).find((each) => each === id);
      if (productId === undefined) throw new Error('in no show');
      const { rows } = await room.desk.must('shows.products', { productIds: [productId] });
      const expected: Row[] = live.flatMap((show) =>
        expectShowProducts(sql.of(Number(show.id)))
          .filter((row) => row['productId'] === id)
          .map(({ name: _name, ...row }) => ({ ...row, showId: show.id ?? null })),
      );
      expect(alike(rows, expected)).toEqual(expected);
      const aired = expected.filter((row) => Number(row['airtimeMs']) >= 60_000);
      const rates = aired.map(
        (row) => (Number(row['paidMinor']) * 60_000) / Number(row['airtimeMs']),
      );
      const over = productOverShows(rows);
      expect(over.shows).toBe(aired.length);
      expect(over.paidMinor).toBe(sum(aired.map((row) => Number(row['paidMinor']))));
      expect(asFar(over.paidPerMinute)).toEqual(asFar(sample(rates)));
    }
  });

  test('two beside each other, on the platforms that both had', async () => {
    const two = shows.find(({ platforms }) => platforms.length === 2);
    const one = shows.find(({ platforms }) => platforms.length === 1);
    if (two === undefined || one === undefined) throw new Error('none such');
    const { sides } = await room.desk.must('shows.compare', { showIds: [two.id, one.id] });
    for (const { show, alike: figures, minutes, products } of sides) {
      const own = sql.of(show.id);
      expect(minutes).toEqual(expectMinutesOn(own, one.platforms));
      const counted = countsOn(own, one.platforms);
      expect(asFar(alike(figures, counted))).toEqual(asFar(counted));
      const expected = expectShowProducts(own);
      expect(alike(products, expected)).toEqual(expected);
    }
    expect(sides[0].leftOut).toEqual(
      two.platforms.filter((platform) => !one.platforms.includes(platform)),
    );
  });

  test('products, benefits and hosts over all of them', async () => {
    const filter = { fromTs: null, toTs: null, anchor: null };
    const screening = await room.desk.must('screening.get', filter);
    const expected = expectScreening(sql);
    const told = {
      ...screening,
      products: screening.products.toSorted((a, b) => a.productId - b.productId),
      benefits: screening.benefits.toSorted((a, b) =>
        `${a.name}/${a.currency}` < `${b.name}/${b.currency}` ? -1 : 1,
      ),
      trends: screening.trends.toSorted((a, b) =>
        `${a.anchor}/${a.currency}` < `${b.anchor}/${b.currency}` ? -1 : 1,
      ),
    };
    expect(asFar(alike(told, expected), 8)).toEqual(asFar(expected, 8));
    expect(screening.products.some(({ clickRate }) => clickRate !== null)).toBe(true);
    expect(screening.benefits.some(({ costPerClaim }) => costPerClaim !== null)).toBe(true);
  });
});
