import { fail, type AppError } from '#shared/contract/app-error.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';

/** Events wait at most this long for their commit. */
export const COMMIT_WITHIN_MS = 50;
/** The same while each commit is of fewer than BUSY_EVENTS of a room: a sync for a few costs little. */
export const COMMIT_SOON_MS = 25;
const BUSY_EVENTS = 80;
/** So many of one room are worth a transaction of their own: they do not wait for the rest of the time. */
export const COMMIT_AT_EVENTS = 400;
/**
 * So many are not even waited with until the next turn: in a burst one turn reads thousands from the
 * socket, and the first of them would wait for the last.
 */
export const COMMIT_NOW_EVENTS = 600;
const RETRY_MS = 1_000;

/** When the next commit is planned for. */
type Due = 'now' | 'soon' | 'later' | 'retry';
const DUE_MS: Readonly<Record<Due, number>> = {
  now: 0,
  soon: COMMIT_SOON_MS,
  later: COMMIT_WITHIN_MS,
  retry: RETRY_MS,
};

/** Something that collects writes between commits (a room's ingest). */
export interface CommitParticipant {
  hasPending(): boolean;
  /** Inside the transaction: writes what waits, without forgetting it. */
  writePending(): void;
  /** The transaction is on disk: forget what was written, tell the screens. */
  afterCommit(): void;
  /** The transaction was rolled back: nothing of it happened; caches are not to be trusted. */
  afterRollback(error: AppError): void;
}

export class CommitFailed extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'CommitFailed';
    this.error = error;
  }
}

/**
 * Group commit: events of all rooms within 50 ms share one transaction, and a command joins it at
 * once with everything that waits, so that one sequence orders all.
 */
export class Committer {
  readonly #db: WritableDatabase;
  readonly #ports: Ports;
  readonly #participants = new Set<CommitParticipant>();
  #cancelTimer: (() => void) | null = null;
  #due: Due | null = null;
  #isCommitting = false;
  /** The most events of a room that waited for the commit to come, and whether the last one had many. */
  #waiting = 0;
  #isBusy = false;
  #makeRoom: () => boolean = () => false;
  /** While somebody else has the file: resolves when it is free again. */
  #hold: { readonly freed: Promise<void> } | null = null;

  constructor(db: WritableDatabase, ports: Ports) {
    this.#db = db;
    this.#ports = ports;
  }

  /** What to try once when the disk is full; true when there is room now and it is worth a second try. */
  whenFull(makeRoom: () => boolean): void {
    this.#makeRoom = makeRoom;
  }

  /**
   * Until the work is done nothing is written: events wait, commands can (`whenFree`), and what must
   * be written at once is refused as on a disk that takes nothing.
   */
  async holdDuring<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    const hold = { freed: working.then(nothing, nothing) };
    this.#hold = hold;
    try {
      return await working;
    } finally {
      this.#hold = null;
      this.schedule();
    }
  }

  /** Resolves when what is given to `runNow` will be taken. */
  async whenFree(): Promise<void> {
    while (this.#hold !== null) await this.#hold.freed;
  }

  isHeld(): boolean {
    return this.#hold !== null;
  }

  join(participant: CommitParticipant): () => void {
    this.#participants.add(participant);
    return () => this.#participants.delete(participant);
  }

  /**
   * Something waits: commit within COMMIT_WITHIN_MS, with COMMIT_AT_EVENTS `events` of a room in the
   * next turn, with COMMIT_NOW_EVENTS now, unless a commit is running that this is a part of. A store
   * that has just refused is not asked before its time.
   */
  schedule(events = 0): void {
    if (events >= COMMIT_NOW_EVENTS && !this.#isCommitting && this.#due !== 'retry') {
      this.#clearTimer();
      return this.#flush();
    }
    this.#waiting = Math.max(this.#waiting, events);
    const isEarly = events >= COMMIT_AT_EVENTS;
    if (this.#due === 'now' || this.#due === 'retry' || (this.#due !== null && !isEarly)) return;
    this.#plan(isEarly ? 'now' : this.#isBusy ? 'later' : 'soon');
  }

  /**
   * Commits what waits together with `work`, now. The result is handed out only when it is on disk.
   * Throws CommitFailed with store_full or store_unwritable when the store cannot take it.
   */
  runNow<T>(work: () => T): T {
    // Within a commit: its transaction holds this work too.
    if (this.#isCommitting) return work();
    if (this.#hold !== null) throw new CommitFailed(held);
    this.#clearTimer();
    this.#isBusy = this.#waiting >= BUSY_EVENTS;
    this.#waiting = 0;
    let result: { readonly value: T };
    this.#isCommitting = true;
    try {
      result = this.#db.transaction(() => {
        for (const participant of this.#participants) participant.writePending();
        return { value: work() };
      });
    } catch (error) {
      this.#isCommitting = false;
      const refusal = asStoreError(error);
      for (const participant of this.#participants) participant.afterRollback(refusal ?? internal);
      this.#plan('retry');
      if (refusal === null) throw error;
      this.#ports.logger.log('error', 'commit_failed', { code: refusal.code });
      if (refusal.code === 'store_full' && this.#makeRoom()) return this.runNow(work);
      throw new CommitFailed(refusal);
    }
    this.#isCommitting = false;
    this.#tellCommitted();
    return result.value;
  }

  /** The same, null where the store cannot take it just now. */
  runOrNull<T>(work: () => T): T | null {
    try {
      return this.runNow(work);
    } catch (error) {
      if (error instanceof CommitFailed) return null;
      throw error;
    }
  }

  /** All hear of it, also when one of them fails: what is on disk must not be written again. */
  #tellCommitted(): void {
    const failures: unknown[] = [];
    for (const participant of this.#participants) {
      try {
        participant.afterCommit();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  close(): void {
    this.#clearTimer();
  }

  #flush(): void {
    this.#cancelTimer = null;
    this.#due = null;
    if (this.#hold !== null) return;
    if (![...this.#participants].some((participant) => participant.hasPending())) return;
    try {
      this.runNow(() => undefined);
    } catch (error) {
      // The participants were told and keep their queue; a retry is under way.
      if (!(error instanceof CommitFailed)) throw error;
    }
  }

  #plan(due: Due): void {
    this.#clearTimer();
    this.#due = due;
    this.#cancelTimer = this.#ports.clock.after(DUE_MS[due], () => this.#flush());
  }

  #clearTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#due = null;
  }
}

const nothing = (): void => undefined;
const held = fail('store_unwritable', { folder: '', reason: 'SQLITE_BUSY' }).error;
const internal: AppError = { code: 'internal', params: {} };

function asStoreError(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (code === 'SQLITE_FULL') return fail('store_full', {}).error;
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY)/.test(code)) {
    return fail('store_unwritable', { folder: '', reason: code }).error;
  }
  return null;
}
