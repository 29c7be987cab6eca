import fc from 'fast-check';
import { expect, test } from 'vitest';

import { placeWindow, type Rectangle } from '#electron/window-place.rules.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1440, height: 860 };
const monitor: Rectangle = { x: 1440, y: 0, width: 2560, height: 1400 };

test('the first window stands in the middle of the first display', () => {
  expect(placeWindow(null, [monitor, laptop])).toEqual({
    bounds: { x: 2000, y: 250, width: 1440, height: 900 },
    isMaximized: false,
  });
  expect(placeWindow(null, [laptop]).bounds).toEqual(laptop);
});

test('a window comes back where it was', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1600, height: 1000 }, isMaximized: true };
  expect(placeWindow(place, [laptop, monitor])).toEqual(place);
});

test('a window of a display that is gone comes to the first one', () => {
  const place = { bounds: { x: 1500, y: 100, width: 1600, height: 1000 }, isMaximized: false };
  expect(placeWindow(place, [laptop]).bounds).toEqual(laptop);
});

test('whatever was remembered, the window is whole on some display', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const bounds = fc.record({ x: number, y: number, width: number, height: number });
  fc.assert(
    fc.property(bounds, (remembered) => {
      const placed = placeWindow({ bounds: remembered, isMaximized: false }, [laptop, monitor]);
      const { x, y, width, height } = placed.bounds;
      const isWhole = (area: Rectangle): boolean =>
        x >= area.x &&
        y >= area.y &&
        x + width <= area.x + area.width &&
        y + height <= area.y + area.height;
      expect([laptop, monitor].some(isWhole)).toBe(true);
      expect(width).toBeGreaterThanOrEqual(1024);
    }),
  );
});
