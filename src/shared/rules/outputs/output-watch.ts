import type { OutputCause, OutputLevel, OutputState } from '../../model/output-health.ts';
import { BETTER_AFTER, levelOf, nextLevel, READINGS_JUDGED } from './output-level.ts';
import {
  lostShare,
  readingOf,
  type FrameLoss,
  type OutputReading,
  type OutputSample,
} from './output-reading.ts';

/** A stream now; null in it: not known. */
export type OutputNow = {
  readonly state: OutputState;
  readonly cause: OutputCause | null;
  readonly reading: OutputReading;
  readonly droppedShare: number | null;
  readonly unrenderedShare: number | null;
  readonly unencodedShare: number | null;
};

/** One OBS, sample by sample: its last ten seconds, and how it stands by them. */
export class OutputWatch {
  #before: OutputSample | null = null;
  #readings: OutputReading[] = [];
  #seen: OutputLevel[] = [];
  #level: OutputLevel = 'good';
  #cause: OutputCause | null = null;

  take(sample: OutputSample): OutputNow {
    const reading = readingOf(this.#before, sample);
    this.#before = sample;
    if (!sample.isActive && !sample.isReconnecting) {
      this.#begin();
      return { state: 'not_streaming', cause: null, reading, ...NO_SHARES };
    }
    this.#readings = [...this.#readings, reading].slice(-READINGS_JUDGED);
    const shares = {
      droppedShare: this.#share(({ dropped }) => dropped),
      unrenderedShare: this.#share(({ rendering }) => rendering),
      unencodedShare: this.#share(({ encoding }) => encoding),
    };
    const said = levelOf({
      isReconnecting: sample.isReconnecting,
      isStuck: reading.why === 'no_frames',
      congestion: sample.isReconnecting ? null : sample.congestion,
      ...shares,
    });
    this.#seen = [...this.#seen, said.level].slice(-BETTER_AFTER);
    // OBS says itself that it has no connection: there is nothing to wait for.
    this.#level = sample.isReconnecting ? 'bad' : nextLevel(this.#level, this.#seen);
    if (this.#level === 'good') this.#cause = null;
    else this.#cause = said.cause ?? this.#cause;
    return { state: this.#level, cause: this.#cause, reading, ...shares };
  }

  /** It could not be read: what comes next has nothing to do with what was. */
  lose(): void {
    this.#before = null;
    this.#begin();
  }

  #begin(): void {
    this.#readings = [];
    this.#seen = [];
    this.#level = 'good';
    this.#cause = null;
  }

  #share(of: (reading: OutputReading) => FrameLoss | null): number | null {
    return lostShare(this.#readings.map(of));
  }
}

const NO_SHARES = { droppedShare: null, unrenderedShare: null, unencodedShare: null };
