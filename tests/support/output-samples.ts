import type { OutputSample } from '#shared/rules/outputs/output-reading.ts';

/** An OBS that streams and loses nothing, at a moment of the monotonic clock. */
export function sampleAt(atMs: number, over: Partial<OutputSample> = {}): OutputSample {
  return {
    atMs,
    isActive: true,
    isReconnecting: false,
    durationMs: atMs,
    bytes: atMs * 750,
    droppedFrames: 0,
    totalFrames: (atMs / 1_000) * 30,
    congestion: 0,
    fps: 30,
    cpuPercent: 10,
    unrenderedFrames: 0,
    renderedFrames: (atMs / 1_000) * 30,
    unencodedFrames: 0,
    encodedFrames: (atMs / 1_000) * 30,
    ...over,
  };
}
