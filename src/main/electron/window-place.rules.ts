import { z } from 'zod';

import { SMALLEST_WINDOW } from './window-options.ts';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Rectangle = z.infer<typeof Rectangle>;

export const WindowPlace = z.object({ bounds: Rectangle, isMaximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

const FIRST_SIZE = { width: 1440, height: 900 } as const;

/**
 * Where the window opens: as it was, but whole on a display that is there now. `displays` are the
 * work areas, the primary one first.
 */
export function placeWindow(
  remembered: WindowPlace | null,
  displays: readonly Rectangle[],
): WindowPlace {
  const primary = displays[0] ?? { x: 0, y: 0, ...FIRST_SIZE };
  if (remembered === null) {
    return { bounds: centred(FIRST_SIZE, primary), isMaximized: false };
  }
  const { bounds, isMaximized } = remembered;
  const home = displays.find((display) => overlap(bounds, display) > 0) ?? primary;
  return { bounds: clamped(bounds, home), isMaximized };
}

function clamped(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(bounds.width, SMALLEST_WINDOW.width), area.width);
  const height = Math.min(Math.max(bounds.height, SMALLEST_WINDOW.height), area.height);
  return {
    width,
    height,
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
  };
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle) {
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
