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

  test('every size stands at least at its angle', () => {
    for (const diagonalInches of [7, 10, 13, 27]) {
      for (const distanceMetres of [0.5, 2, 3]) {
        const place = { ...tablet, diagonalInches, distanceMetres };
        const sizes = legibleSizes(place);
        const angleOf = (fontPx: number, ratio: number) =>
          arcMinutesOf((fontPx * ratio) / pixelsPerMm(place), distanceMetres);
        expect(angleOf(sizes.cuePx, CAPITAL_RATIO)).toBeGreaterThanOrEqual(CUE_ARC_MINUTES);
        expect(angleOf(sizes.readLatinPx, CAPITAL_RATIO)).toBeGreaterThanOrEqual(READ_ARC_MINUTES);
        expect(angleOf(sizes.readHanPx, HAN_RATIO)).toBeGreaterThanOrEqual(READ_ARC_MINUTES);
      }
    }
  });

  test('the default tablet sets its cue at 95 px', () => {
    expect(legibleSizes(tablet)).toEqual({ cuePx: 95, readHanPx: 60, readLatinPx: 76 });
  });
});
