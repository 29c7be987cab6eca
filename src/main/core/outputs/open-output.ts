import type { OutputHealth } from '#shared/model/output-health.ts';
import { OutputMeter } from '#shared/rules/outputs/output-meter.ts';
import type { OutputSample } from '#shared/rules/outputs/output-reading.ts';
import { OutputWatch, type OutputNow } from '#shared/rules/outputs/output-watch.ts';

/** dB of full scale that are told as the least: below it a microphone is off. */
const LEAST_DB = -100;

/** An input whose loudness is listened to. */
export type OpenMicrophone = { readonly name: string; readonly voiceAboveDb: number };

/** The stream and the microphone of one OBS, as they were read last. */
export class OpenOutput {
  /** Its place's when it was opened. */
  readonly name: string;
  readonly meter = new OutputMeter();
  readonly #watch = new OutputWatch();
  readonly #microphone: OpenMicrophone | null;
  #now: OutputNow | null = null;
  /** Since when it is bad on air, show time. */
  #badSince: number | null = null;
  #loudest: number | null = null;
  #levelDb: number | null = null;

  constructor(name: string, microphone: OpenMicrophone | null) {
    this.name = name;
    this.#microphone = microphone;
  }

  /** `isMeasured`: the show is on air, so that it counts. */
  take(sample: OutputSample | null, nowTs: number, isMeasured: boolean): void {
    if (sample === null) this.#watch.lose();
    const now = sample === null ? null : this.#watch.take(sample);
    this.#now = now;
    if (now === null || !isMeasured) this.meter.pause();
    else this.meter.add(nowTs, now);
    if (!isMeasured || now?.state !== 'bad') this.#badSince = null;
    else this.#badSince ??= nowTs;
  }

  /** Show time; null: it is not bad, or not on air. */
  badSince(): number | null {
    return this.#badSince;
  }

  hear(levelDb: number): void {
    this.#loudest = Math.max(this.#loudest ?? Number.NEGATIVE_INFINITY, levelDb);
  }

  /** The loudest since it was last called is what is shown; true where that is another. */
  showLevel(): boolean {
    const heard = this.#loudest;
    const levelDb = heard === null ? null : Math.round(Math.min(0, Math.max(LEAST_DB, heard)));
    const isAnother = levelDb !== this.#levelDb;
    this.#levelDb = levelDb;
    this.#loudest = null;
    return isAnother;
  }

  told(): Omit<OutputHealth, 'outletId' | 'name'> {
    return { ...streamOf(this.#now), microphone: this.#microphoneNow() };
  }

  #microphoneNow(): OutputHealth['microphone'] {
    if (this.#microphone === null) return null;
    const { name, voiceAboveDb } = this.#microphone;
    const levelDb = this.#levelDb;
    return { name, levelDb, isVoice: levelDb !== null && levelDb >= voiceAboveDb };
  }
}

type Stream = Omit<OutputHealth, 'outletId' | 'name' | 'microphone'>;

function streamOf(now: OutputNow | null): Stream {
  if (now === null) return NOT_READ;
  const { state, cause, reading, droppedShare, unrenderedShare, unencodedShare } = now;
  const { now: sample, kbps, why } = reading;
  const isStreaming = state !== 'not_streaming';
  const isOut = isStreaming && !sample.isReconnecting;
  return {
    state,
    cause,
    kbps,
    why,
    droppedShare,
    droppedFrames: isOut ? Math.round(sample.droppedFrames) : null,
    totalFrames: isOut ? Math.round(sample.totalFrames) : null,
    congestion: isOut ? sample.congestion : null,
    unrenderedShare,
    unencodedShare,
    fps: sample.fps,
    cpuPercent: sample.cpuPercent,
    streamedMs: isOut ? Math.round(sample.durationMs) : null,
  };
}

const NOT_READ: Stream = {
  state: null,
  cause: null,
  kbps: null,
  why: 'not_read',
  droppedShare: null,
  droppedFrames: null,
  totalFrames: null,
  congestion: null,
  unrenderedShare: null,
  unencodedShare: null,
  fps: null,
  cpuPercent: null,
  streamedMs: null,
};
