import type { OutputUnknown } from '../../model/output-health.ts';

/** OBS's own counters at one moment (`GetStreamStatus`, `GetStats`); null: it did not say. */
export type OutputSample = {
  /** Monotonic, milliseconds. */
  readonly atMs: number;
  /** Also true while it makes the connection again. */
  readonly isActive: boolean;
  readonly isReconnecting: boolean;
  /** Of the stream, milliseconds: it grows with its frames. */
  readonly durationMs: number;
  readonly bytes: number;
  /** Dropped before they were sent, and all; since the stream began or was connected again. */
  readonly droppedFrames: number;
  readonly totalFrames: number;
  readonly congestion: number | null;
  readonly fps: number | null;
  readonly cpuPercent: number | null;
  /** Since OBS started, whether it streams or not. */
  readonly unrenderedFrames: number | null;
  readonly renderedFrames: number | null;
  readonly unencodedFrames: number | null;
  readonly encodedFrames: number | null;
};

/** Of frames between two moments: how many were lost. */
export type FrameLoss = { readonly lost: number; readonly total: number };

/** A stream between two moments. */
export type OutputReading = {
  readonly now: OutputSample;
  /** Milliseconds since the sample before; 0 for the first. */
  readonly spanMs: number;
  /** Kilobits a second, which are bits a millisecond; null: `why`. */
  readonly kbps: number | null;
  readonly why: OutputUnknown | null;
  readonly bits: number | null;
  /** How much longer the stream became, milliseconds. */
  readonly grownMs: number | null;
  readonly dropped: FrameLoss | null;
  readonly rendering: FrameLoss | null;
  readonly encoding: FrameLoss | null;
};

/**
 * What two samples of one OBS say. A counter that went back says nothing of the time between: OBS begins
 * anew with a stream and with each reconnect.
 */
export function readingOf(before: OutputSample | null, now: OutputSample): OutputReading {
  const why = whyNoRate(before, now);
  const bits = before === null || why !== null ? null : 8 * (now.bytes - before.bytes);
  const grownMs = before === null || why !== null ? null : now.durationMs - before.durationMs;
  return {
    now,
    spanMs: before === null ? 0 : Math.max(0, now.atMs - before.atMs),
    kbps: bits === null || grownMs === null ? null : Math.round(bits / grownMs),
    why,
    bits,
    grownMs,
    dropped:
      before === null || (why !== null && why !== 'no_frames')
        ? null
        : lossOf([before.droppedFrames, before.totalFrames], [now.droppedFrames, now.totalFrames]),
    rendering: lossOf(
      [before?.unrenderedFrames ?? null, before?.renderedFrames ?? null],
      [now.unrenderedFrames, now.renderedFrames],
    ),
    encoding: lossOf(
      [before?.unencodedFrames ?? null, before?.encodedFrames ?? null],
      [now.unencodedFrames, now.encodedFrames],
    ),
  };
}

function whyNoRate(before: OutputSample | null, now: OutputSample): OutputUnknown | null {
  if (now.isReconnecting) return 'reconnecting';
  if (!now.isActive) return 'not_streaming';
  if (before === null || !before.isActive) return 'first_reading';
  if (now.bytes < before.bytes || now.durationMs < before.durationMs) return 'counters_restarted';
  return now.durationMs === before.durationMs ? 'no_frames' : null;
}

/** Null where one of them is unknown or went back. */
function lossOf(
  [lostBefore, totalBefore]: readonly [number | null, number | null],
  [lostNow, totalNow]: readonly [number | null, number | null],
): FrameLoss | null {
  if (lostBefore === null || totalBefore === null || lostNow === null || totalNow === null) {
    return null;
  }
  const lost = lostNow - lostBefore;
  const total = totalNow - totalBefore;
  return lost < 0 || total < 0 || lost > total ? null : { lost, total };
}

/** Of all frames of some readings; null where none of them is known to have had any. */
export function lostShare(losses: readonly (FrameLoss | null)[]): number | null {
  let lost = 0;
  let total = 0;
  for (const loss of losses) {
    lost += loss?.lost ?? 0;
    total += loss?.total ?? 0;
  }
  return total === 0 ? null : lost / total;
}
