/** Between two readings that are further apart nobody knows: meters come every 50 ms. */
const SILENT_LINE_MS = 1_000;
/** A pause between two words is a part of talking; OBS's own noise gates hold for less. */
const BREATH_MS = 500;

/** What was measured in a stretch of time, milliseconds: all of it, and of that with a voice. */
export type Measured = { readonly measuredMs: number; readonly talkedMs: number };

/**
 * How long a voice was heard, from readings of a microphone at moments of the monotonic clock. Talking
 * goes on for half a second after the last loud reading, so that it is counted in sentences, not in
 * syllables. What is not read – a lost connection – is neither talking nor silence.
 */
export class VoiceMeter {
  #measuredMs = 0;
  #talkedMs = 0;
  #lastMs: number | null = null;
  #voiceMs = Number.NEGATIVE_INFINITY;

  hear(nowMs: number, isVoice: boolean): void {
    const sinceMs = this.#lastMs === null ? Number.POSITIVE_INFINITY : nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (isVoice) this.#voiceMs = nowMs;
    if (sinceMs > SILENT_LINE_MS) return;
    this.#measuredMs += sinceMs;
    if (nowMs - this.#voiceMs <= BREATH_MS) this.#talkedMs += sinceMs;
  }

  /** What comes next has nothing to do with what was. */
  pause(): void {
    this.#lastMs = null;
    this.#voiceMs = Number.NEGATIVE_INFINITY;
  }

  /** Whole milliseconds since they were last taken. */
  held(): Measured {
    return { measuredMs: Math.round(this.#measuredMs), talkedMs: Math.round(this.#talkedMs) };
  }

  /** Counts from nothing again, once what was held is on disk. */
  clear(): void {
    this.#measuredMs = 0;
    this.#talkedMs = 0;
  }
}
