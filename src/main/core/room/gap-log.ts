import type { GapCause } from '#shared/model/gap.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommitParticipant } from './committer.ts';

/** A stretch of show time without data. */
export type Gap = {
  readonly showId: ShowId;
  /** Null for all sources. */
  readonly sourceId: number | null;
  readonly sourceLabel: string | null;
  readonly fromTs: number;
  readonly toTs: number;
  readonly cause: GapCause;
  /** Events known to be lost; null when it cannot be known. */
  readonly lost: number | null;
};

/** Beyond this, gaps of one source and cause that wait are joined: the store may be away for hours. */
const MAX_WAITING = 1_000;

/**
 * Gaps on their way into the log. A gap is never given up: while the store takes nothing it waits
 * here, and what the full ingest queue drops meanwhile is counted into one gap for each source,
 * which is written with the first commit that succeeds.
 */
export class GapLog implements CommitParticipant {
  readonly #write: (gap: Gap) => void;
  #waiting: Gap[] = [];
  #writtenCount = 0;

  /** @param write stores one gap; only called inside a transaction */
  constructor(write: (gap: Gap) => void) {
    this.#write = write;
  }

  /** Takes a gap for the next commit; a stretch of no length in which nothing was lost is none. */
  record(gap: Gap): void {
    if (gap.toTs <= gap.fromTs && (gap.lost ?? 0) === 0) return;
    const isFull = this.#waiting.length - this.#writtenCount >= MAX_WAITING;
    if (!isFull || !this.#join(gap)) this.#waiting.push(gap);
  }

  /** Events of a source did not fit into the queue at this show time. */
  noteDropped(dropped: Omit<Gap, 'fromTs' | 'toTs' | 'cause'> & { readonly atTs: number }): void {
    const { atTs, ...source } = dropped;
    const gap: Gap = { ...source, fromTs: atTs, toTs: atTs, cause: 'overload' };
    if (!this.#join(gap)) this.#waiting.push(gap);
  }

  hasPending(): boolean {
    return this.#waiting.length > 0;
  }

  writePending(): void {
    for (const gap of this.#waiting.slice(this.#writtenCount)) this.#write(gap);
    this.#writtenCount = this.#waiting.length;
  }

  afterCommit(): void {
    this.#waiting = this.#waiting.slice(this.#writtenCount);
    this.#writtenCount = 0;
  }

  afterRollback(_error: AppError): void {
    this.#writtenCount = 0;
  }

  /** False when nothing of its kind waits that is not written yet. */
  #join(gap: Gap): boolean {
    const index = this.#waiting.findLastIndex(
      (other, at) =>
        at >= this.#writtenCount &&
        other.showId === gap.showId &&
        other.sourceId === gap.sourceId &&
        other.cause === gap.cause,
    );
    const held = this.#waiting[index];
    if (held === undefined) return false;
    const lost = held.lost === null || gap.lost === null ? null : held.lost + gap.lost;
    const fromTs = Math.min(held.fromTs, gap.fromTs);
    this.#waiting[index] = { ...held, fromTs, toTs: Math.max(held.toTs, gap.toTs), lost };
    return true;
  }
}
