import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import type { CommitParticipant, Committer } from './committer.ts';
import { addRawFrame, dropRawFrames } from './ingest.queries.ts';

const KEPT_FRAMES = 5_000;
const MAX_FRAME_BYTES = 16 * 1024;
/**
 * A flood of frames must not become a flood of writes: of each kind the newest of a commit are kept.
 * Of good ones a few tell what came; each bad one may be another fault.
 */
const MAX_GOOD = 40;
const MAX_BAD = 200;

type Frame = {
  readonly sourceId: number;
  readonly receivedTs: number;
  readonly reason: string | null;
  readonly frame: string | Uint8Array;
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
    const [kind, most] = reason === null ? [this.#good, MAX_GOOD] : [this.#bad, MAX_BAD];
    // A long one is cut at once: many may wait for a store that takes nothing.
    const held = frame.length > MAX_FRAME_BYTES ? cut(frame) : frame;
    kind.push({ sourceId, receivedTs: this.#ports.clock.wallNow(), reason, frame: held });
    if (kind.length > most) {
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
    let lastId = 0;
    for (const { frame, ...told } of [...this.#good, ...this.#bad]) {
      lastId = addRawFrame(this.#db, { ...told, bytes: cut(frame) });
    }
    if (lastId > KEPT_FRAMES) dropRawFrames(this.#db, lastId - KEPT_FRAMES);
  }

  afterCommit(): void {
    this.#good = [];
    this.#bad = [];
  }

  afterRollback(): void {
    // The frames wait for the next try, bounded as ever.
  }
}

/** What is kept of a frame; made when it is written, since most of a flood never are. */
function cut(frame: string | Uint8Array): Uint8Array {
  const bytes = typeof frame === 'string' ? Buffer.from(frame.slice(0, MAX_FRAME_BYTES)) : frame;
  return bytes.subarray(0, MAX_FRAME_BYTES);
}
