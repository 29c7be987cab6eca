import { OutletId } from '#shared/model/ids.ts';
import type { MeasuredOutput, OutputHealth } from '#shared/model/output-health.ts';

/** A stream that goes out well, with what a test changes. */
export function sampleOutput(over: Partial<OutputHealth> = {}): OutputHealth {
  return {
    outletId: OutletId.parse(1),
    name: '导播',
    state: 'good',
    cause: null,
    kbps: 6_012,
    why: null,
    droppedShare: 0,
    droppedFrames: 3,
    totalFrames: 54_000,
    congestion: 0.02,
    unrenderedShare: 0,
    unencodedShare: 0,
    fps: 29.97,
    cpuPercent: 12.5,
    streamedMs: 1_800_000,
    microphone: { name: 'Mic', levelDb: -20, isVoice: true },
    ...over,
  };
}

/** A whole minute that went out well, from this show time on, with what a test changes. */
export function measuredMinute(fromTs: number, over: Partial<MeasuredOutput> = {}): MeasuredOutput {
  return {
    outletId: OutletId.parse(1),
    name: '导播',
    fromTs,
    toTs: fromTs + 60_000,
    measuredMs: 60_000,
    streamingMs: 60_000,
    reconnectingMs: 0,
    kbpsMean: 6_000,
    kbpsMin: 5_800,
    why: null,
    droppedFrames: 0,
    totalFrames: 1_800,
    congestionMax: 0.1,
    unrenderedFrames: 0,
    renderedFrames: 1_800,
    unencodedFrames: 0,
    encodedFrames: 1_800,
    fpsMin: 30,
    cpuMax: 20,
    strains: [],
    ...over,
  };
}
