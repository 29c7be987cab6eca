/** In whole pixels. */
export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type WindowPlace = { readonly bounds: Rectangle; readonly isMaximized: boolean };

export type WindowSize = { readonly width: number; readonly height: number };

/** Pixels a window begins with, and those it is never made smaller than. */
export type WindowSizes = { readonly first: WindowSize; readonly smallest: WindowSize };

/**
 * A place as a file has it; null where that is none. Read without a schema: it is done before there is
 * a window, and nothing else before it needs one.
 */
export function windowPlaceOf(value: unknown): WindowPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('bounds' in value) || !('isMaximized' in value)) return null;
  const bounds = rectangleOf(value.bounds);
  const { isMaximized } = value;
  return bounds === null || typeof isMaximized !== 'boolean' ? null : { bounds, isMaximized };
}

function rectangleOf(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('x' in value && 'y' in value && 'width' in value && 'height' in value)) return null;
  const { x, y, width, height } = value;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null;
  return { x, y, width, height };
}

function isPixels(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/**
 * Where the window opens: as it was, but whole on a display that is there now. `displays` are the
 * work areas, the primary one first. A first window stands in the middle of the primary one; one
 * that goes `beside` another stands on another display, or at the right edge of the same.
 */
export function placeWindow(
  remembered: WindowPlace | null,
  displays: readonly Rectangle[],
  sizes: WindowSizes,
  beside: Rectangle | null,
): WindowPlace {
  const primary = displays[0] ?? { x: 0, y: 0, ...sizes.first };
  if (remembered === null) {
    const bounds =
      beside === null
        ? centred(sizes.first, primary)
        : besideOf(beside, displays, primary, sizes.first);
    return { bounds, isMaximized: false };
  }
  const { bounds, isMaximized } = remembered;
  const home = displays.find((display) => overlap(bounds, display) > 0) ?? primary;
  return { bounds: clamped(bounds, home, sizes.smallest), isMaximized };
}

function besideOf(
  other: Rectangle,
  displays: readonly Rectangle[],
  primary: Rectangle,
  size: WindowSize,
): Rectangle {
  const home = displays.toSorted((a, b) => overlap(other, b) - overlap(other, a))[0] ?? primary;
  const elsewhere = displays.find((display) => display !== home);
  if (elsewhere !== undefined) return centred(size, elsewhere);
  const bounds = centred(size, home);
  return { ...bounds, x: home.x + home.width - bounds.width };
}

function clamped(bounds: Rectangle, area: Rectangle, smallest: WindowSize): Rectangle {
  const width = Math.min(Math.max(bounds.width, smallest.width), area.width);
  const height = Math.min(Math.max(bounds.height, smallest.height), area.height);
  return {
    width,
    height,
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
  };
}

function centred(size: WindowSize, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const x = area.x + Math.floor((area.width - width) / 2);
  const y = area.y + Math.floor((area.height - height) / 2);
  return { width, height, x, y };
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
