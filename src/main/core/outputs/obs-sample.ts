import { z } from 'zod';

import type { OutputSample } from '#shared/rules/outputs/output-reading.ts';
import { READ_EVERY_MS } from '#shared/rules/outputs/output-level.ts';
import type { Clock } from '../ports.ts';
import type { ObsLink, ObsReply } from '../shelf/outlets/obs-link.ts';

const Count = z.number().min(0);
/** Of `GetStreamStatus` and `GetStats` (obsproject/obs-websocket, docs/generated/protocol.md). */
const StreamStatus = z.object({
  outputActive: z.boolean(),
  outputReconnecting: z.boolean(),
  outputDuration: Count,
  outputBytes: Count,
  outputSkippedFrames: Count,
  outputTotalFrames: Count,
  outputCongestion: Count.nullish(),
});
const Stats = z.object({
  activeFps: Count.nullish(),
  cpuUsage: Count.nullish(),
  renderSkippedFrames: Count.nullish(),
  renderTotalFrames: Count.nullish(),
  outputSkippedFrames: Count.nullish(),
  outputTotalFrames: Count.nullish(),
});
const NO_STATS = Stats.parse({});

/** What OBS answered, at a moment of the monotonic clock; null where it did not say how its stream is. */
export function sampleOf(atMs: number, stream: ObsReply, stats: ObsReply): OutputSample | null {
  const said = stream.state === 'ok' ? StreamStatus.safeParse(stream.data).data : undefined;
  if (said === undefined) return null;
  const own = (stats.state === 'ok' ? Stats.safeParse(stats.data).data : undefined) ?? NO_STATS;
  const congestion = said.outputCongestion ?? null;
  return {
    atMs,
    isActive: said.outputActive,
    isReconnecting: said.outputReconnecting,
    durationMs: said.outputDuration,
    bytes: said.outputBytes,
    // Of its own statistics the same name is what the encoder did not get done in time.
    droppedFrames: said.outputSkippedFrames,
    totalFrames: said.outputTotalFrames,
    congestion: congestion === null ? null : Math.min(1, congestion),
    fps: own.activeFps ?? null,
    cpuPercent: own.cpuUsage ?? null,
    unrenderedFrames: own.renderSkippedFrames ?? null,
    renderedFrames: own.renderTotalFrames ?? null,
    unencodedFrames: own.outputSkippedFrames ?? null,
    encodedFrames: own.outputTotalFrames ?? null,
  };
}

/**
 * Asks an OBS how its stream goes, every two seconds while it is reached and never twice at a time.
 * Null is told once when nothing can be read any more. Returns how to stop.
 */
export function readObsOutput(
  obs: Pick<ObsLink, 'ask' | 'link'>,
  clock: Clock,
  tell: (sample: OutputSample | null) => void,
): () => void {
  let isAsking = false;
  let isRead = true;
  let isOver = false;

  async function ask(): Promise<void> {
    const atMs = clock.monotonicNow();
    const [stream, stats] = await Promise.all([
      obs.ask('GetStreamStatus', {}),
      obs.ask('GetStats', {}),
    ]);
    isAsking = false;
    if (!isOver) say(sampleOf(atMs, stream, stats));
  }

  function say(sample: OutputSample | null): void {
    if (sample === null && !isRead) return;
    isRead = sample !== null;
    tell(sample);
  }

  function look(): void {
    if (obs.link().state !== 'ready') return say(null);
    if (isAsking) return;
    isAsking = true;
    void ask();
  }

  const stop = clock.every(READ_EVERY_MS, look);
  return () => {
    isOver = true;
    stop();
  };
}
