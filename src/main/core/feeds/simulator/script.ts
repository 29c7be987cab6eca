import { demoPlan, type DemoBlock } from './data/run-of-show.ts';

const minute = 60_000;

/** Show milliseconds of the written show; afterwards the room goes on at a steady pace. */
export const SHOW_LENGTH_MS = 120 * minute;

/** People enter per second over all rooms at factor 1: about 1,200 online. */
export const ENTRIES_PER_SECOND = 8.4;

/** One platform's data, of the room that `isDropped`, stops for two minutes and comes back. */
export const PLATFORM_DROP = { fromMs: 98 * minute, toMs: 100 * minute } as const;

/** A raid brings its people along at the start of the spike, into the room that `isRaided`. */
export const RAID = { atMs: 70 * minute, viewers: 84 } as const;

/** Points of [show minute, factor]; straight lines in between. */
type Curve = readonly (readonly [number, number])[];

/** Fast start, slow middle at 55 to 68, the platform's recommendation at 70. */
const entryCurve: Curve = [
  [0, 4],
  [1, 4],
  [3, 1.6],
  [8, 1],
  [52, 1],
  [56, 0.6],
  [67, 0.55],
  [70, 1.2],
  [72, 2.6],
  [77, 2.2],
  [84, 1.2],
  [94, 1],
  [112, 0.85],
  [120, 0.8],
];

/** How talkative the people are, beside how many they are. */
const chatCurve: Curve = [
  [0, 1.6],
  [4, 1.1],
  [20, 1],
  [52, 1],
  [56, 0.55],
  [67, 0.5],
  [70, 1.6],
  [79, 1.4],
  [94, 1.1],
  [120, 0.9],
];

/** Factor on the entry rate at this show offset in milliseconds. */
export function entryFactorAt(offsetMs: number): number {
  return along(entryCurve, offsetMs / minute);
}

/** Factor on the chat rate of each person at this show offset in milliseconds. */
export function chatFactorAt(offsetMs: number): number {
  return along(chatCurve, offsetMs / minute);
}

/** The planned block at this show offset; null after the end of the run of show. */
export function blockAt(offsetMs: number): Omit<DemoBlock, 'title'> | null {
  let startMs = 0;
  for (const block of demoPlan) {
    if (offsetMs < startMs + block.plannedMs) return block;
    startMs += block.plannedMs;
  }
  return null;
}

export function isInDrop(offsetMs: number): boolean {
  return offsetMs >= PLATFORM_DROP.fromMs && offsetMs < PLATFORM_DROP.toMs;
}

/** The slow middle and the spike, for what people talk about. */
export function paceAt(offsetMs: number): 'usual' | 'slow' | 'spike' {
  if (offsetMs >= 55 * minute && offsetMs < 68 * minute) return 'slow';
  if (offsetMs >= 70 * minute && offsetMs < 79 * minute) return 'spike';
  return 'usual';
}

function along(curve: Curve, at: number): number {
  let before = curve[0];
  for (const point of curve) {
    if (at < point[0]) {
      if (before === undefined || before === point) return point[1];
      const part = (at - before[0]) / (point[0] - before[0]);
      return before[1] + (point[1] - before[1]) * part;
    }
    before = point;
  }
  return before?.[1] ?? 1;
}
