import {
  STRAINS_A_MINUTE,
  type MeasuredOutput,
  type OutputStrain,
  type OutputUnknown,
} from '../../model/output-health.ts';
import type { FrameLoss } from './output-reading.ts';
import type { OutputNow } from './output-watch.ts';

const MINUTE_MS = 60_000;
const CLOCKS_APART_MS = 1_000;

export type MeasuredPart = Omit<MeasuredOutput, 'outletId' | 'name'>;

type Held = {
  readonly fromTs: number;
  toTs: number;
  measuredMs: number;
  streamingMs: number;
  reconnectingMs: number;
  bits: number;
  grownMs: number;
  kbpsMin: number | null;
  why: OutputUnknown | null;
  dropped: FrameLoss | null;
  rendering: FrameLoss | null;
  encoding: FrameLoss | null;
  congestionMax: number | null;
  fpsMin: number | null;
  cpuMax: number | null;
  strains: OutputStrain[];
};

/** Readings of one stream added up, until what they come to is on disk. */
export class OutputMeter {
  #held: Held | null = null;
  /** Show time of the last reading; null: none follows on it. */
  #lastTs: number | null = null;

  /** `toTs`: show time of the reading. One that has nothing before it is of no time. */
  add(toTs: number, now: OutputNow): void {
    const lastTs = this.#lastTs;
    this.#lastTs = toTs;
    const spanMs = Math.round(now.reading.spanMs);
    if (lastTs === null || spanMs <= 0) return;
    // Two clocks never agree to the millisecond; what follows on one another has no hole.
    const fromTs = Math.abs(toTs - spanMs - lastTs) <= CLOCKS_APART_MS ? lastTs : toTs - spanMs;
    if (fromTs >= toTs) return;
    const held = (this.#held ??= nothing(fromTs));
    held.toTs = toTs;
    held.measuredMs += spanMs;
    addStream(held, spanMs, now);
    addStrain(held, fromTs, toTs, now);
  }

  /** What comes next has nothing to do with what was. */
  pause(): void {
    this.#lastTs = null;
  }

  /** Minute of show time that is being measured; null: none. */
  minute(): number | null {
    return this.#held === null ? null : Math.floor(this.#held.fromTs / MINUTE_MS);
  }

  held(): MeasuredPart | null {
    const held = this.#held;
    if (held === null) return null;
    const kbpsMean = held.grownMs > 0 ? Math.round(held.bits / held.grownMs) : null;
    return {
      fromTs: held.fromTs,
      toTs: held.toTs,
      measuredMs: held.measuredMs,
      streamingMs: held.streamingMs,
      reconnectingMs: held.reconnectingMs,
      kbpsMean,
      kbpsMin: held.kbpsMin,
      why: kbpsMean === null ? (held.why ?? 'not_read') : null,
      droppedFrames: held.dropped?.lost ?? null,
      totalFrames: held.dropped?.total ?? null,
      congestionMax: held.congestionMax,
      unrenderedFrames: held.rendering?.lost ?? null,
      renderedFrames: held.rendering?.total ?? null,
      unencodedFrames: held.encoding?.lost ?? null,
      encodedFrames: held.encoding?.total ?? null,
      fpsMin: held.fpsMin,
      cpuMax: held.cpuMax,
      strains: held.strains,
    };
  }

  /** Counts from nothing again, once what was held is on disk. */
  clear(): void {
    this.#held = null;
  }
}

function nothing(fromTs: number): Held {
  return {
    fromTs,
    toTs: fromTs,
    measuredMs: 0,
    streamingMs: 0,
    reconnectingMs: 0,
    bits: 0,
    grownMs: 0,
    kbpsMin: null,
    why: null,
    dropped: null,
    rendering: null,
    encoding: null,
    congestionMax: null,
    fpsMin: null,
    cpuMax: null,
    strains: [],
  };
}

function addStream(held: Held, spanMs: number, { reading, state }: OutputNow): void {
  const { now, kbps, bits, grownMs, why } = reading;
  held.why = why ?? held.why;
  if (state === 'not_streaming') return;
  if (now.isReconnecting) held.reconnectingMs += spanMs;
  else held.streamingMs += spanMs;
  if (kbps !== null) held.kbpsMin = Math.min(kbps, held.kbpsMin ?? kbps);
  held.bits += bits ?? 0;
  held.grownMs += grownMs ?? 0;
  held.dropped = sum(held.dropped, reading.dropped);
  held.rendering = sum(held.rendering, reading.rendering);
  held.encoding = sum(held.encoding, reading.encoding);
  held.congestionMax = most(held.congestionMax, now.isReconnecting ? null : now.congestion);
  held.fpsMin = now.fps === null ? held.fpsMin : Math.min(now.fps, held.fpsMin ?? now.fps);
  held.cpuMax = most(held.cpuMax, now.cpuPercent);
}

/** What goes on as it was is one stretch. */
function addStrain(held: Held, fromTs: number, toTs: number, { state, cause }: OutputNow): void {
  if (cause === null || (state !== 'strained' && state !== 'bad')) return;
  const last = held.strains.at(-1);
  const goesOn = last !== undefined && last.toTs === fromTs;
  const isSame = goesOn && last.level === state && last.cause === cause;
  if (last !== undefined && (isSame || held.strains.length === STRAINS_A_MINUTE)) {
    const level = state === 'bad' ? 'bad' : last.level;
    held.strains = [...held.strains.slice(0, -1), { ...last, level, toTs }];
    return;
  }
  held.strains = [...held.strains, { fromTs, toTs, level: state, cause }];
}

function sum(a: FrameLoss | null, b: FrameLoss | null): FrameLoss | null {
  if (a === null || b === null) return a ?? b;
  return { lost: a.lost + b.lost, total: a.total + b.total };
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
