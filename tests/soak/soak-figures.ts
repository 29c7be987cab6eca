import type { Bound } from './slope.ts';

/** Hours of show in an hour of the clock. */
export const COMPRESSION = 16;

const MIB = 1024 * 1024;

export type Figure = {
  readonly name: string;
  readonly unit: 'MiB' | 'ms' | '' | 'B';
  /** Null: shown, not judged. */
  readonly bound: Bound | null;
};

const bound = (percentPerHour: number, noise: number, noisePercent: number): Bound => ({
  percentPerHour,
  noise,
  noisePercent,
});
const memory = (name: string, noise: number): Figure => ({
  name,
  unit: 'MiB',
  bound: bound(2, noise, 0),
});
const count = (name: string, noise: number): Figure => ({
  name,
  unit: '',
  bound: bound(1, noise, 0),
});

/**
 * What is sampled, and how far it may grow, against the run's own level. The noise is what views
 * differ by (a demo has a run of show, a live show here none), or one commit more. Times of frames
 * say as much of the machine's other work as of the desk: they are judged by its speed at the time.
 * The core's resident memory holds SQLite's pages of the store, 16 MiB of them once the store is that
 * large, which in a short run is after the warm-up.
 */
export const FIGURES = {
  coreResident: memory('resident memory of the core', 14),
  coreHeap: memory('heap of the core after a collection', 6),
  coreHandles: count('file descriptors of the core', 3),
  coreResources: count('timers and sockets of the core', 4),
  walMiB: { name: 'write-ahead log', unit: 'MiB', bound: bound(2, 1, 0) },
  bytesPerEvent: { name: 'bytes of the store an event', unit: 'B', bound: bound(2, 8, 5) },
  commitDelayMs: { name: 'receipt to disk', unit: 'ms', bound: bound(2, 40, 0) },
  deskResident: memory('resident memory of the desk page', 6),
  deskHeap: memory('heap of the desk page after a collection', 6),
  deskListeners: count('event listeners of the desk page', 40),
  deskNodes: count('nodes of the desk page', 500),
  frameShare: { name: 'frame of the desk in fixed loops', unit: '', bound: bound(2, 2, 50) },
  frameP50Ms: { name: 'frame of the desk, median', unit: 'ms', bound: null },
  frameP99Ms: { name: 'frame of the desk, 99 of 100', unit: 'ms', bound: null },
  blankP50Ms: { name: 'frame of a blank page, median', unit: 'ms', bound: null },
  blankP99Ms: { name: 'frame of a blank page, 99 of 100', unit: 'ms', bound: null },
  loopMs: { name: 'a fixed loop in the blank page', unit: 'ms', bound: null },
  writerResident: { name: 'resident memory of a bare writer', unit: 'MiB', bound: null },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof FIGURES;

export type Sample = Readonly<Record<FigureName, number>> & {
  /** Hours of show since the start. */
  readonly hours: number;
};

export const FIGURE_NAMES = Object.keys(FIGURES).filter((name): name is FigureName =>
  Object.hasOwn(FIGURES, name),
);

export function mib(bytes: number): number {
  return bytes / MIB;
}
