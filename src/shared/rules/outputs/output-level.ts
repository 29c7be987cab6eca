import type { OutputCause, OutputLevel } from '../../model/output-health.ts';

/** An OBS is read so often. */
export const READ_EVERY_MS = 2_000;
/** Shares of frames are of so many readings: ten seconds. */
export const READINGS_JUDGED = 5;
/** It gets worse once two readings in a row say so (4 s): one alone is chance. */
export const WORSE_AFTER = 2;
/** It gets better once three in a row say so (6 s). */
export const BETTER_AFTER = 3;

/**
 * Frames that are lost, as a share of 1. OBS colours its own statistics so: yellow above 1 %, red above
 * 5 %, for frames dropped for the network, missed by rendering and skipped by encoding alike
 * (obsproject/obs-studio 29, UI/window-basic-stats.cpp).
 */
export const STRAINED_ABOVE = 0.01;
export const BAD_ABOVE = 0.05;
/**
 * Congestion is what waits to be sent as a share of what OBS lets wait (700 ms) before it drops frames
 * (plugins/obs-outputs/rtmp-stream.c, `check_to_drop_frames`): half of it is a warning, all of it is
 * loss. With a bitrate that adapts itself nothing is dropped, and this alone tells.
 */
export const STRAINED_CONGESTION = 0.5;
export const BAD_CONGESTION = 1;

/** What is looked at; shares of 1, null where nobody knows. */
export type Judged = {
  readonly isReconnecting: boolean;
  /** It streams, and its stream does not grow. */
  readonly isStuck: boolean;
  readonly droppedShare: number | null;
  readonly congestion: number | null;
  readonly unrenderedShare: number | null;
  readonly unencodedShare: number | null;
};

export type LevelNow = { readonly level: OutputLevel; readonly cause: OutputCause | null };

const RANK = { good: 0, strained: 1, bad: 2 } as const satisfies Record<OutputLevel, number>;
const GOOD: LevelNow = { level: 'good', cause: null };

/** The worst of what is looked at; of equals the one that explains the others. */
export function levelOf(judged: Judged): LevelNow {
  const congestion = ofLimits(judged.congestion, [STRAINED_CONGESTION, BAD_CONGESTION], true);
  const said: readonly LevelNow[] = [
    { level: judged.isReconnecting ? 'bad' : 'good', cause: 'reconnecting' },
    { level: ofShare(judged.unrenderedShare), cause: 'rendering' },
    { level: judged.isStuck ? 'bad' : ofShare(judged.unencodedShare), cause: 'encoding' },
    { level: worst([ofShare(judged.droppedShare), congestion]), cause: 'network' },
  ];
  return said.reduce((most, each) => (RANK[each.level] > RANK[most.level] ? each : most), GOOD);
}

function ofShare(share: number | null): OutputLevel {
  return ofLimits(share, [STRAINED_ABOVE, BAD_ABOVE], false);
}

function ofLimits(
  value: number | null,
  [strained, bad]: readonly [number, number],
  isReached: boolean,
): OutputLevel {
  if (value === null) return 'good';
  if (value > bad || (isReached && value === bad)) return 'bad';
  return value > strained || (isReached && value === strained) ? 'strained' : 'good';
}

/** The level after some readings, the newest last: slow both ways, so that it does not flicker. */
export function nextLevel(now: OutputLevel, seen: readonly OutputLevel[]): OutputLevel {
  const lately = seen.slice(-WORSE_AFTER);
  const least = mildest(lately);
  if (lately.length === WORSE_AFTER && RANK[least] > RANK[now]) return least;
  const before = seen.slice(-BETTER_AFTER);
  const most = worst(before);
  return before.length === BETTER_AFTER && RANK[most] < RANK[now] ? most : now;
}

function worst(levels: readonly OutputLevel[]): OutputLevel {
  return levels.reduce<OutputLevel>(
    (most, each) => (RANK[each] > RANK[most] ? each : most),
    'good',
  );
}

function mildest(levels: readonly OutputLevel[]): OutputLevel {
  return levels.reduce<OutputLevel>(
    (least, each) => (RANK[each] < RANK[least] ? each : least),
    'bad',
  );
}
