import { statSync } from 'node:fs';

import type { Database } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { isDamage } from './engine.ts';

const LOOK_EVERY_MS = 5_000;
/** The log is brought into the store and cut to nothing at most this long after a commit. */
const TRUNCATE_EVERY_MS = 25_000;
/** From here on a reader of ours that holds the log is ended. */
const EVICT_BYTES = 32 * 1024 ** 2;
/** From here on the desk says that another program holds the log. */
const PINNED_BYTES = 48 * 1024 ** 2;

/** Keeps the write-ahead log small: it may only grow while somebody reads an old state of the store. */
export class WalKeeper {
  readonly #db: Database;
  readonly #path: string;
  readonly #ports: Ports;
  readonly #stop: () => void;
  #bytes = 0;
  #isPinned = false;
  #truncatedMs: number;
  #isPaused = false;

  constructor(db: Database, storePath: string, ports: Ports) {
    this.#db = db;
    this.#path = `${storePath}-wal`;
    this.#ports = ports;
    this.#truncatedMs = ports.clock.monotonicNow();
    this.#stop = ports.clock.every(LOOK_EVERY_MS, () => this.look());
  }

  /** Bytes of the log at the last look, and whether a reader that is not ours keeps it from shrinking. */
  state(): { readonly bytes: number; readonly isPinned: boolean } {
    return { bytes: this.#bytes, isPinned: this.#isPinned };
  }

  /** While another connection of ours writes the whole store anew its log is as large as the store. */
  async pausedDuring<T>(work: () => Promise<T>): Promise<T> {
    const { raw } = this.#db;
    const waitMs = Number(raw.pragma('busy_timeout', { simple: true }));
    this.#isPaused = true;
    this.#db.evictReaders();
    // What tries to write all the same is refused at once instead of holding everybody up.
    raw.pragma('busy_timeout = 0');
    try {
      return await work();
    } finally {
      raw.pragma(`busy_timeout = ${waitMs}`);
      this.#isPaused = false;
    }
  }

  look(): void {
    if (this.#isPaused) return;
    this.#bytes = this.#size();
    const nowMs = this.#ports.clock.monotonicNow();
    const isDue = nowMs - this.#truncatedMs >= TRUNCATE_EVERY_MS;
    if (this.#bytes === 0 || (!isDue && this.#bytes < EVICT_BYTES)) {
      this.#isPinned = this.#isPinned && this.#bytes >= PINNED_BYTES;
      return;
    }
    if (this.#bytes >= EVICT_BYTES) this.#db.evictReaders();
    const isWhole = this.#truncate();
    if (isWhole) this.#truncatedMs = nowMs;
    this.#bytes = this.#size();
    this.#isPinned = !isWhole && this.#bytes >= PINNED_BYTES;
  }

  close(): void {
    this.#stop();
  }

  /** Without waiting for anybody: a reader that is in the way is met again at the next look. */
  #truncate(): boolean {
    const { raw } = this.#db;
    const waitMs = Number(raw.pragma('busy_timeout', { simple: true }));
    raw.pragma('busy_timeout = 0');
    try {
      const [row] = raw.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      return row?.busy === 0;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (isDamage(error)) this.#db.noteDamage(error);
      // A full disk or one that refuses: the committer meets it too and says so.
      this.#ports.logger.log('warn', 'checkpoint_failed', { code: String(error.code) });
      return false;
    } finally {
      raw.pragma(`busy_timeout = ${waitMs}`);
    }
  }

  #size(): number {
    return statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
  }
}
