import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  arcMinutesOf,
  CAPITAL_RATIO,
  characterHeightMm,
  CUE_ARC_MINUTES,
  HAN_RATIO,
  legibleSizes,
  pixelsPerMm,
  READ_ARC_MINUTES,
} from '#shared/rules/visual-angle.ts';

const tablet = {
  diagonalInches: 10,
  distanceMetres: 2,
  screenWidthPx: 1180,
  screenHeightPx: 820,
};

describe('visual angle', () => {
  test('20 minutes of arc at 2 m are 11.64 mm', () => {
    expect(characterHeightMm(20, 2)).toBeCloseTo(11.636, 3);
    expect(characterHeightMm(16, 2)).toBeCloseTo(9.308, 3);
  });

  test('height and angle are inverse to each other', () => {
    for (const minutes of [1, 16, 20, 90]) {
      expect(arcMinutesOf(characterHeightMm(minutes, 3.2), 3.2)).toBeCloseTo(minutes, 9);
    }
  });

  test('the height grows with the distance', () => {
    expect(characterHeightMm(20, 4)).toBeCloseTo(2 * characterHeightMm(20, 2), 9);
  });

  test('a 10-inch screen of 1180 x 820 has 5.66 pixels to the millimetre', () => {
    expect(pixelsPerMm(tablet)).toBeCloseTo(5.657, 3);
  });

  test('turning the screen changes nothing', () => {
    const turned = { ...tablet, screenWidthPx: 820, screenHeightPx: 1180 };
    expect(legibleSizes(turned)).toEqual(legibleSizes(tablet));
  });

  const anyPlace = fc.record({
    diagonalInches: fc.double({ min: 5, max: 100, noNaN: true }),
    distanceMetres: fc.double({ min: 0.3, max: 10, noNaN: true }),
    screenWidthPx: fc.integer({ min: 320, max: 7680 }),
    screenHeightPx: fc.integer({ min: 320, max: 7680 }),
  });
  const angleOf = (fontPx: number, ratio: number, place: typeof tablet) =>
    arcMinutesOf((fontPx * ratio) / pixelsPerMm(place), place.distanceMetres);

  test('every size stands at least at its angle, and not a pixel more', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const { cuePx, cueHanPx, readHanPx, readLatinPx } = legibleSizes(place);
        for (const [px, ratio, limit] of [
          [cuePx, CAPITAL_RATIO, CUE_ARC_MINUTES],
          [cueHanPx, HAN_RATIO, CUE_ARC_MINUTES],
          [readLatinPx, CAPITAL_RATIO, READ_ARC_MINUTES],
          [readHanPx, HAN_RATIO, READ_ARC_MINUTES],
        ] as const) {
          expect(angleOf(px, ratio, place)).toBeGreaterThanOrEqual(limit - 1e-9);
          expect(angleOf(px - 1, ratio, place)).toBeLessThan(limit);
        }
      }),
    );
  });

  test('nearer needs no larger type, a larger screen of the same pixels neither', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const sizes = legibleSizes(place);
        const nearer = legibleSizes({ ...place, distanceMetres: place.distanceMetres / 2 });
        const larger = legibleSizes({ ...place, diagonalInches: place.diagonalInches * 2 });
        for (const name of ['cuePx', 'cueHanPx', 'readHanPx', 'readLatinPx'] as const) {
          expect(nearer[name]).toBeLessThanOrEqual(sizes[name]);
          expect(larger[name]).toBeLessThanOrEqual(sizes[name]);
        }
      }),
    );
  });

  test('the default tablet sets its cue at 95 px', () => {
    expect(legibleSizes(tablet)).toEqual({
      cuePx: 95,
      cueHanPx: 75,
      readHanPx: 60,
      readLatinPx: 76,
    });
  });
});
