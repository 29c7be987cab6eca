import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TileId } from '#shared/model/metric-tile.ts';
import { OwnPresets, RoomCategory } from '#shared/model/room-category.ts';
import {
  presetFaults,
  presetFor,
  presetsOf,
  presetValueFault,
  withPreset,
} from '#shared/rules/metrics/presets.ts';

const numbersOf = (category: RoomCategory) =>
  Object.fromEntries(
    presetsOf(category, {}).map(({ tile, bound, value }) => [tile, `${bound} ${value}`]),
  );

const GENERAL = {
  viewersMean: 'atLeast 50',
  averageWatch: 'atLeast 25',
  organicShare: 'atLeast 0.7',
  retention: 'above 0.6',
  engagementRate: 'atLeast 0.05',
  followRate: 'atLeast 0.03',
  fanClubRate: 'above 0.2',
  buyerRate: 'atLeast 0.012',
  productCtr: 'atLeast 0.03',
  ctor: 'atLeast 0.05',
  roi: 'atLeast 1.5',
  pushDelay: 'atMost 3000',
};

const arbitraryOwn = fc
  .array(
    fc.record({
      category: fc.constantFrom(...RoomCategory.options),
      tile: fc.constantFrom(...TileId.options),
      value: fc.oneof(
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
      ),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.reduce<OwnPresets>(
      (own, { category, tile, value }) => ({
        ...own,
        [category]: { ...own[category], [tile]: value },
      }),
      {},
    ),
  );

describe('presets of a category', () => {
  test('are the trade’s numbers; a category changes those it has its own for', () => {
    expect(numbersOf('general')).toEqual(GENERAL);
    expect(numbersOf('apparel')).toEqual({
      ...GENERAL,
      entries5Min: 'atLeast 100',
      averageWatch: 'atLeast 45',
      gpm: 'atLeast 80000',
    });
    expect(numbersOf('home')).toEqual({ ...GENERAL, gpm: 'atLeast 120000' });
    expect(numbersOf('beauty')).toEqual(GENERAL);
    expect(numbersOf('food')).toEqual(GENERAL);
  });

  test('say where each was read, and what is doubtful', () => {
    for (const category of RoomCategory.options) {
      for (const { source } of presetsOf(category, {})) expect(source).toMatch(/^[a-z0-9.]+\.\w+/);
    }
    const fans = presetsOf('general', {}).find(({ tile }) => tile === 'fanClubRate');
    expect(fans).toMatchObject({ note: 'doubtful', source: 'nctoro.com/gongnue/58007' });
  });

  test('money is compared in its own currency alone', () => {
    const presets = presetsOf('apparel', {});
    expect(presetFor(presets, 'gpm', 'CNY')).toMatchObject({ value: 80_000 });
    expect(presetFor(presets, 'gpm', 'USD')).toBeNull();
    expect(presetFor(presets, 'averageWatch', 'USD')).toMatchObject({ value: 45 });
    expect(presetFor(presets, 'viewers', 'CNY')).toBeNull();
  });

  test('are changed, switched off and brought back, in their category alone', () => {
    const changed = withPreset({}, 'apparel', 'averageWatch', 60);
    expect(changed).toEqual({ apparel: { averageWatch: 60 } });
    const held = presetFor(presetsOf('apparel', changed), 'averageWatch', 'CNY');
    expect(held).toMatchObject({ value: 60, shipped: 45, isOwn: true });
    expect(presetFor(presetsOf('home', changed), 'averageWatch', 'CNY')).toMatchObject({
      value: 25,
      isOwn: false,
    });
    const off = withPreset(changed, 'apparel', 'averageWatch', null);
    expect(presetFor(presetsOf('apparel', off), 'averageWatch', 'CNY')).toBeNull();
    expect(withPreset(off, 'apparel', 'averageWatch', 'shipped')).toEqual({});
    // The product's own number is none of one's own.
    expect(withPreset(changed, 'apparel', 'averageWatch', 45)).toEqual({});
  });

  test('numbers that cannot be are named, in any set that a file may hold', () => {
    fc.assert(
      fc.property(arbitraryOwn, (own) => {
        const faults = presetFaults(OwnPresets.parse(own));
        for (const category of RoomCategory.options) {
          for (const tile of TileId.options) {
            const value = own[category]?.[tile];
            const isShipped = presetsOf(category, {}).some((each) => each.tile === tile);
            const isWrong =
              value !== undefined &&
              (!isShipped || (value !== null && presetValueFault(tile, value) !== null));
            const found = faults.some((each) => each.category === category && each.tile === tile);
            expect(found).toBe(isWrong);
          }
        }
      }),
    );
    expect(presetFaults({ general: { gpm: 1 } })).toEqual([
      { category: 'general', tile: 'gpm', fault: 'unknown' },
    ]);
    expect(presetValueFault('followRate', 1.2)).toBe('over_all');
    expect(presetValueFault('viewersMean', 1.5)).toBe('whole');
    expect(presetValueFault('viewersMean', 0)).toBe('not_positive');
    expect(presetValueFault('viewersMean', 1e13)).toBe('large');
    expect(presetValueFault('roi', 1.7)).toBeNull();
  });
});
