import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import type { CommitParticipant, Committer } from './committer.ts';
import { addRawFrame } from './ingest.queries.ts';

const KEPT_FRAMES = 5_000;
const MAX_FRAME_BYTES = 16 * 1024;
/** A flood of bad frames must not become a flood of writes: the newest of a commit are kept. */
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
  #waiting: Frame[] = [];

  constructor(db: WritableDatabase, committer: Committer, ports: Ports) {
    this.#db = db;
    this.#committer = committer;
    this.#ports = ports;
  }

  keep(sourceId: number, frame: string | Uint8Array, reason: string | null): void {
    const whole = typeof frame === 'string' ? Buffer.from(frame.slice(0, MAX_FRAME_BYTES)) : frame;
    const bytes = whole.subarray(0, MAX_FRAME_BYTES);
    this.#waiting.push({ sourceId, receivedTs: this.#ports.clock.wallNow(), reason, bytes });
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
    this.#committer.schedule();
  }

  hasPending(): boolean {
    return this.#waiting.length > 0;
  }

  writePending(): void {
    for (const frame of this.#waiting) addRawFrame(this.#db, frame, KEPT_FRAMES);
  }

  afterCommit(): void {
    this.#waiting = [];
  }

  afterRollback(): void {
    // The frames wait for the next try, bounded as ever.
  }
}
