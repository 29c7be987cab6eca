import type { ReadableDatabase } from '../database/database.ts';
import { lastSeq } from '../room/room.queries.ts';
import {
  messagesBelow,
  messagesOf,
  removalsBetween,
  type MessageRow,
} from './search-events.queries.ts';
import type { SearchFile } from './search-file.ts';
import {
  boundsOfShow,
  boundsOfTime,
  growingSeqs,
  matches,
  removedAmong,
  type RemovableRow,
  type Removal,
  type SeqBounds,
} from './search-file.queries.ts';
import { isHit, type SearchFilter } from './search-filter.rules.ts';

/** Rows of the log that are read at a stretch where no index helps: a few milliseconds. */
const ROWS_A_STRETCH = 2_000;
/** So many such rows are read for one answer; whoever wants more asks again. */
const ROWS_READ_MAX = 240_000;
/** The index is asked for a page at first, for more where many turn out to be no hits. */
const MATCHES_SPARE = 4;
const MATCHES_MOST = 1_024;
/** One that is found in the index costs as much as so many that are read as they lie. */
const COST_OF_A_MATCH = 8;

export type Walk = {
  readonly store: ReadableDatabase;
  readonly file: SearchFile;
  readonly filter: SearchFilter;
  /** For the index; null where it cannot help. */
  readonly match: string | null;
  /** A show that alone is looked through; null for all. */
  readonly showId: number | null;
  readonly before: number;
  readonly limit: number;
};

export type WalkedRow = MessageRow & { readonly isRemoved: boolean };

export type Walked = {
  readonly rows: readonly WalkedRow[];
  /** Everything from here on up was looked at; null: everything there is. */
  readonly next: number | null;
  readonly isCutShort: boolean;
};

/**
 * Goes down the log from the newest row: what is newer than the index and what it has not come to is
 * read as it lies, what lies between is asked of the index, and each message it names is looked at.
 * Yields after each stretch, so that whatever else waits has its turn; ended there, nothing is open.
 */
export function* walk(order: Walk): Generator<undefined, Walked> {
  const { filter, limit } = order;
  const rows: WalkedRow[] = [];
  const removals = [...removalsAbove(order)];
  let at = order.before;
  let left = ROWS_READ_MAX;
  let wanted = limit + MATCHES_SPARE;
  for (;;) {
    const step = takeStep(order, at, wanted);
    left -= step.cost;
    // Where too few of many were hits, the next ones are fetched in larger numbers.
    wanted = Math.min(MATCHES_MOST, wanted * 2);
    removals.push(...step.removals);
    for (const row of withRemovals(order, step.rows, removals)) {
      if (filter.kind === 'removed' && !row.isRemoved) continue;
      rows.push(row);
      if (rows.length === limit) return { rows, next: row.seq, isCutShort: false };
    }
    at = step.next;
    if (at <= 1) return { rows, next: null, isCutShort: false };
    if (left <= 0) return { rows, next: at, isCutShort: true };
    yield undefined;
  }
}

type Step = {
  readonly rows: readonly MessageRow[];
  /** What took messages away, of rows that were read as they lie. */
  readonly removals: readonly Removal[];
  /** Everything from here on up is done; 0: everything. */
  readonly next: number;
  readonly cost: number;
};

/** The index may take in more while others have their turn: each step asks where it ends. */
function takeStep(order: Walk, before: number, wanted: number): Step {
  const { file, match } = order;
  const { low, high } = file.state;
  if (file.db === null || low > high || before <= low) return readStretch(order, before, 0);
  if (before > high + 1) return readStretch(order, before, high + 1);
  const bounds = boundsOf(order, file.db);
  if (bounds === null || bounds.first >= before) return skipTo(low);
  if (bounds.last + 1 < before) return skipTo(Math.max(low, bounds.last + 1));
  const from = Math.max(low, bounds.first);
  if (match === null) return readStretch(order, before, from);
  const named = matches(file.db, match, from, before, wanted);
  const isAll = named.length < wanted;
  const lowest = isAll ? from : (named.at(-1) ?? from);
  const seqs = new Set([...named, ...growingSeqs(file.db, lowest, before)]);
  const rows = messagesOf(order.store, [...seqs]).filter((row) => isHit(row, order.filter));
  return { rows, removals: [], next: lowest, cost: 1 + seqs.size * COST_OF_A_MATCH };
}

function skipTo(next: number): Step {
  return { rows: [], removals: [], next, cost: 1 };
}

function readStretch({ store, filter }: Walk, before: number, from: number): Step {
  const { messages, lowest } = messagesBelow(store, from, before, ROWS_A_STRETCH);
  const rows = messages.filter((row) => isHit(row, filter));
  const removals = lowest === null ? [] : removalsBetween(store, lowest, before - 1);
  return { rows, removals, next: lowest ?? from, cost: ROWS_A_STRETCH };
}

/** Between which rows the index must be asked; null: it holds nothing of that show or time. */
function boundsOf({ showId, filter }: Walk, index: ReadableDatabase): SeqBounds | null {
  const { fromTs, toTs } = filter;
  const all = { first: 0, last: Number.MAX_SAFE_INTEGER - 1 };
  const ofShow = showId === null ? all : boundsOfShow(index, showId);
  const ofTime =
    fromTs === null && toTs === null
      ? all
      : boundsOfTime(index, fromTs ?? 0, toTs ?? Number.MAX_SAFE_INTEGER);
  if (ofShow === undefined || ofTime === undefined) return null;
  const first = Math.max(ofShow.first, ofTime.first);
  const last = Math.min(ofShow.last, ofTime.last);
  return first > last ? null : { first, last };
}

/** Which of them were taken away, by what the index has seen and by what was read beside it. */
function withRemovals(
  { file }: Walk,
  rows: readonly MessageRow[],
  removals: readonly Removal[],
): readonly WalkedRow[] {
  if (rows.length === 0) return [];
  const known = file.db === null ? new Set<number>() : removedAmong(file.db, rows.map(keysOf));
  return rows.map((row) => {
    const isRemoved =
      row.body.includes('"isDeleted":true') ||
      known.has(row.seq) ||
      removals.some((removal) => takesAway(removal, row));
    return { ...row, isRemoved };
  });
}
/** The index knows messages by their keys alone. */
function keysOf({ seq, showId, platform, personId }: MessageRow): RemovableRow {
  return { seq, showId, platform, personId };
}

/** For a page that does not begin with the newest row: what stands above it and not in the index. */
function removalsAbove({ store, file, before }: Walk): readonly Removal[] {
  const newest = lastSeq(store);
  const from = Math.max(file.state.high + 1, before);
  return newest - from > ROWS_READ_MAX ? [] : removalsBetween(store, from, newest);
}

function takesAway(removal: Removal, row: MessageRow): boolean {
  const { targetSeq, showId, platform, personId, seq } = removal;
  if (targetSeq !== null) return targetSeq === row.seq;
  return (
    showId === row.showId &&
    platform === row.platform &&
    seq > row.seq &&
    (personId === null || personId === row.personId)
  );
}
