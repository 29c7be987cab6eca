import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DESK_SIZES, PART_SIZES } from '#electron/window-options.ts';
import { placeWindow, type Rectangle, windowPlaceOf } from '#electron/window-place.rules.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1440, height: 860 };
const monitor: Rectangle = { x: 1440, y: 0, width: 2560, height: 1400 };
const wholeOn = ({ x, y, width, height }: Rectangle, area: Rectangle): boolean =>
  x >= area.x &&
  y >= area.y &&
  x + width <= area.x + area.width &&
  y + height <= area.y + area.height;

test('the first window stands in the middle of the first display', () => {
  expect(placeWindow(null, [monitor, laptop], DESK_SIZES, null)).toEqual({
    bounds: { x: 2000, y: 250, width: 1440, height: 900 },
    isMaximized: false,
  });
  expect(placeWindow(null, [laptop], DESK_SIZES, null).bounds).toEqual(laptop);
});

test('a window comes back where it was', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1600, height: 1000 }, isMaximized: true };
  expect(placeWindow(place, [laptop, monitor], DESK_SIZES, null)).toEqual(place);
});

test('only a whole place is taken from a file, and nothing that stands beside it', () => {
  const place = { bounds: { x: -8, y: 0, width: 1600, height: 1000 }, isMaximized: false };
  expect(windowPlaceOf({ ...place, isOpen: true })).toEqual(place);
  for (const value of [
    undefined,
    null,
    7,
    'place',
    [],
    {},
    { bounds: place.bounds },
    { isMaximized: false },
    { ...place, isMaximized: 1 },
    { ...place, bounds: null },
    { ...place, bounds: { x: 0, y: 0, width: 1600 } },
    { ...place, bounds: { ...place.bounds, height: '1000' } },
    { ...place, bounds: { ...place.bounds, x: 0.5 } },
  ]) {
    expect(windowPlaceOf(value)).toBeNull();
  }
});

test('whatever a file holds, a place is whole pixels', () => {
  const anything = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null));
  const bounds = fc.record({ x: anything, y: anything, width: anything, height: anything });
  fc.assert(
    fc.property(fc.record({ bounds, isMaximized: fc.boolean() }), (value) => {
      const isWhole = Object.values(value.bounds).every((each) => Number.isSafeInteger(each));
      expect(windowPlaceOf(value)).toEqual(isWhole ? value : null);
    }),
  );
});

test('a window of a display that is gone comes to the first one', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1600, height: 1000 }, isMaximized: false };
  expect(placeWindow(place, [laptop], DESK_SIZES, null).bounds).toEqual(laptop);
});

describe('a part of the desk', () => {
  const part = (desk: Rectangle, displays: readonly Rectangle[]): Rectangle =>
    placeWindow(null, displays, PART_SIZES, desk).bounds;

  test('opens on another monitor than the desk, whichever that is', () => {
    expect(part({ x: 100, y: 50, width: 1200, height: 700 }, [laptop, monitor])).toEqual({
      x: 2480,
      y: 270,
      width: 480,
      height: 860,
    });
    expect(part({ x: 1500, y: 0, width: 1600, height: 900 }, [laptop, monitor]).x).toBe(480);
  });

  test('opens at the right edge where there is one monitor alone', () => {
    expect(part(laptop, [laptop])).toEqual({ x: 960, y: 0, width: 480, height: 860 });
  });

  test('comes back where it was put, also beside the desk', () => {
    const place = { bounds: { x: 10, y: 20, width: 400, height: 500 }, isMaximized: false };
    expect(placeWindow(place, [laptop, monitor], PART_SIZES, laptop)).toEqual(place);
    const gone = { bounds: { x: 9_000, y: 20, width: 400, height: 500 }, isMaximized: false };
    expect(placeWindow(gone, [laptop], PART_SIZES, laptop).bounds).toEqual({
      x: 1040,
      y: 20,
      width: 400,
      height: 500,
    });
  });
});

test('whatever was remembered, the window is whole on some display', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const bounds = fc.record({ x: number, y: number, width: number, height: number });
  const sizes = fc.constantFrom(DESK_SIZES, PART_SIZES);
  fc.assert(
    fc.property(fc.option(bounds), sizes, fc.option(bounds), (remembered, asked, beside) => {
      const place = remembered === null ? null : { bounds: remembered, isMaximized: false };
      const placed = placeWindow(place, [laptop, monitor], asked, beside);
      expect([laptop, monitor].some((area) => wholeOn(placed.bounds, area))).toBe(true);
      expect(placed.bounds.width).toBeGreaterThanOrEqual(asked.smallest.width);
    }),
  );
});
