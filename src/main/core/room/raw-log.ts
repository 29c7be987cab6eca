import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import type { CommitParticipant, Committer } from './committer.ts';
import { addRawFrame } from './ingest.queries.ts';

const KEPT_FRAMES = 5_000;
const MAX_FRAME_BYTES = 16 * 1024;
/** A flood of frames must not become a flood of writes: of each kind the newest of a commit are kept. */
const MAX_WAITING = 200;

type Frame = {
  readonly sourceId: number;
  readonly receivedTs: number;
  readonly reason: string | null;
  readonly bytes: Uint8Array;
};

/** The bounded log of raw frames: what could not be decoded, to look at afterwards. */
export class RawLog implements CommitParticipant {
  readonly #db: WritableDatabase;
  readonly #committer: Committer;
  readonly #ports: Ports;
  /** Apart, so that no flood of good frames pushes out a bad one, which is what one looks for. */
  #good: Frame[] = [];
  #bad: Frame[] = [];
  #dropped = 0;

  constructor(db: WritableDatabase, committer: Committer, ports: Ports) {
    this.#db = db;
    this.#committer = committer;
    this.#ports = ports;
  }

  keep(sourceId: number, frame: string | Uint8Array, reason: string | null): void {
    const whole = typeof frame === 'string' ? Buffer.from(frame.slice(0, MAX_FRAME_BYTES)) : frame;
    const bytes = whole.subarray(0, MAX_FRAME_BYTES);
    const kind = reason === null ? this.#good : this.#bad;
    kind.push({ sourceId, receivedTs: this.#ports.clock.wallNow(), reason, bytes });
    if (kind.length > MAX_WAITING) {
      kind.shift();
      this.#dropped += 1;
    }
    this.#committer.schedule();
  }

  /** Frames that came too fast to be kept, since start; what they said is not touched by it. */
  dropped(): number {
    return this.#dropped;
  }

  hasPending(): boolean {
    return this.#good.length + this.#bad.length > 0;
  }

  writePending(): void {
    for (const frame of [...this.#good, ...this.#bad]) addRawFrame(this.#db, frame, KEPT_FRAMES);
  }

  afterCommit(): void {
    this.#good = [];
    this.#bad = [];
  }

  afterRollback(): void {
    // The frames wait for the next try, bounded as ever.
  }
}
