import { OutletId } from '#shared/model/ids.ts';
import type { OutputHealth, OutputsSlice } from '#shared/model/output-health.ts';
import type { OutputSample } from '#shared/rules/outputs/output-reading.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { ObsLink } from '../shelf/outlets/obs-link.ts';
import { readObsOutput } from './obs-sample.ts';
import { OpenOutput, type OpenMicrophone } from './open-output.ts';

const MINUTE_MS = 60_000;
/** The last reading of a minute comes when the next has begun. */
const GRACE_MS = 3_000;
/** A level is shown so often: often enough for a voice, too seldom to flicker. */
const LEVEL_EVERY_MS = 500;

/** A bad stream now, for the alerts. */
export type BadOutput = { readonly name: string; readonly sinceTs: number };

/**
 * How the streams of a room's OBS go out: read every two seconds, told to desks, and on air one fact a
 * minute for each. What is not on disk yet is cleared by nothing but the commit that puts it there.
 */
export class OutputsService {
  readonly #room: RoomContext;
  readonly #nameOf: (outletId: number) => string;
  readonly #open = new Map<number, OpenOutput>();
  #isClosed = false;

  constructor(room: RoomContext, nameOf: (outletId: number) => string) {
    this.#room = room;
    this.#nameOf = nameOf;
  }

  /** From now on this OBS is read. `stop` puts what was measured so far on disk. */
  open(outletId: number, microphone: OpenMicrophone | null) {
    const output = new OpenOutput(this.#nameOf(outletId), microphone);
    this.#open.set(outletId, output);
    this.#changed();
    const { clock } = this.#room.ports;
    const stops: (() => void)[] = [];
    if (microphone !== null) {
      stops.push(clock.every(LEVEL_EVERY_MS, () => output.showLevel() && this.#changed()));
    }
    return {
      hear: (levelDb: number) => output.hear(levelDb),
      read: (obs: ObsLink) =>
        void stops.push(readObsOutput(obs, clock, (sample) => this.#take(output, sample))),
      stop: () => {
        for (const stop of stops) stop();
        this.#keep([[outletId, output]]);
        if (this.#open.get(outletId) === output) this.#open.delete(outletId);
        this.#changed();
      },
    };
  }

  slice(): OutputsSlice {
    const outputs = [...this.#open]
      .toSorted(([a], [b]) => a - b)
      .map(([id, output]): OutputHealth => {
        return { outletId: OutletId.parse(id), name: this.#name(id, output), ...output.told() };
      });
    return { outputs };
  }

  /** Streams that are bad now, on air. */
  bad(): readonly BadOutput[] {
    return [...this.#open].flatMap(([id, output]) => {
      const sinceTs = output.badSince();
      return sinceTs === null ? [] : [{ name: this.#name(id, output), sinceTs }];
    });
  }

  /** A minute that is over goes to disk, and what there is when the show is off air. */
  tick(): void {
    const isOnAir = this.#isMeasured();
    const over = Math.floor((this.#room.showNow() - GRACE_MS) / MINUTE_MS);
    const due = [...this.#open].filter(([, { meter }]) => {
      const minute = meter.minute();
      return minute !== null && (!isOnAir || minute < over);
    });
    this.#keep(due);
  }

  /** What was measured goes to disk: before a show ends, and before its OBS is let go. */
  keep(): void {
    this.#keep([...this.#open]);
  }

  /** The room ends: nothing is written any more. */
  close(): void {
    this.#isClosed = true;
  }

  #take(output: OpenOutput, sample: OutputSample | null): void {
    const nowTs = this.#room.showNow();
    output.take(sample, nowTs, this.#isMeasured());
    this.#changed();
  }

  #keep(outputs: readonly (readonly [number, OpenOutput])[]): void {
    const held = outputs.flatMap(([id, output]) => {
      const { meter } = output;
      const part = meter.held();
      const name = this.#name(id, output);
      return part === null ? [] : [{ outletId: OutletId.parse(id), name, meter, part }];
    });
    if (held.length === 0 || this.#isClosed || this.#room.show() === null) return;
    const kept = this.#room.commit(() => {
      for (const { outletId, name, part } of held) {
        this.#room.writeFact({ kind: 'health.measured', outletId, name, ...part });
      }
      return true;
    });
    if (kept !== null) for (const { meter } of held) meter.clear();
  }

  /** A demo or a replay sends nothing out. */
  #isMeasured(): boolean {
    const show = this.#room.show();
    if (show?.state !== 'on_air') return false;
    return show.origin === 'live' || show.origin === 'rehearsal';
  }

  /** One that was taken away is called as it was. */
  #name(outletId: number, { name }: OpenOutput): string {
    const now = this.#nameOf(outletId);
    return now === '' ? name : now;
  }

  #changed(): void {
    this.#room.changed('outputs');
  }
}
