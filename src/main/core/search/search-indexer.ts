import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { searchForm } from '#shared/rules/search-text.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { lastSeq } from '../room/room.queries.ts';
import { isDamage } from '../store/engine.ts';
import { indexGrams } from './grams.rules.ts';
import { removalsBetween, rowsAbove, rowsBelow, type RowToIndex } from './search-events.queries.ts';
import type { SearchFile } from './search-file.ts';
import {
  addGrowing,
  addRemoval,
  addSpan,
  addTimes,
  addWords,
  blockOf,
  mergeSome,
  type Removal,
  type SeqBounds,
  type TimeBlock,
} from './search-file.queries.ts';
import { kindToken, personToken } from './search-tokens.rules.ts';

/** Rows that are taken in at a stretch: some milliseconds, in which nothing else has its turn. */
const ROWS_A_SLICE = 150;
/** After a start others come first. */
const BEGIN_AFTER_MS = 3_000;
/** While events come in, a slice is one part in fifteen of the time. */
const REST_BESIDE_EVENTS_MS = 60;
const REST_ALONE_MS = 10;
const LOOK_AGAIN_MS = 1_000;
const RETRY_MS = 60_000;
/** From so many a second on, ingest has everything there is. */
const BUSY_ROWS_A_SECOND = 1_500;

export type IndexerDeps = {
  readonly store: ReadableDatabase;
  readonly file: SearchFile;
  readonly ports: Pick<Ports, 'clock' | 'logger'>;
};

/**
 * Takes messages into the search index behind the committed log, in short slices: what is new first,
 * then what was there before, from the newest back. While many events come in it waits; what it has
 * not come to is read line by line by whoever searches.
 */
export class SearchIndexer {
  readonly #deps: IndexerDeps;
  #cancel: (() => void) | null = null;
  #isClosed = false;
  /** The newest row and when it was looked for: how fast they come. */
  #looked = { seq: 0, atMs: 0 };
  #rowsASecond = 0;

  constructor(deps: IndexerDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { store, ports } = this.#deps;
    this.#looked = { seq: lastSeq(store), atMs: ports.clock.monotonicNow() };
    this.#later(BEGIN_AFTER_MS);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Takes in one slice; false when nothing was there to take. Throws SqliteError. */
  slice(): boolean {
    const { store, file } = this.#deps;
    const { db } = file;
    if (db === null) return false;
    const { low, high } = file.state;
    const above = rowsAbove(store, high, ROWS_A_SLICE);
    // A running show always has something new: what is older has its part in every slice.
    const below = rowsBelow(store, low, ROWS_A_SLICE - above.length).toReversed();
    // The engine takes them quickest in order.
    const rows = [...below, ...above];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return false;
    const removals = [below, above].flatMap((part) => removalsAmong(store, part));
    db.transaction(() => {
      for (const row of rows) addRow(db, row);
      for (const block of timesOf(rows)) addTimes(db, block);
      for (const [showId, bounds] of spansOf(rows)) addSpan(db, showId, bounds);
      for (const removal of removals) addRemoval(db, removal);
      mergeSome(db);
      // An empty index has no ends yet.
      const isFirst = low > high;
      file.putState(
        below.length > 0 || isFirst ? first.seq : low,
        above.length > 0 || isFirst ? last.seq : high,
      );
    });
    file.readState();
    return true;
  }

  #later(delayMs: number): void {
    if (this.#isClosed) return;
    this.#cancel = this.#deps.ports.clock.after(delayMs, () => this.#turn());
  }

  #turn(): void {
    if (this.#isBusy()) return this.#later(LOOK_AGAIN_MS);
    try {
      const rest = this.#rowsASecond > 0 ? REST_BESIDE_EVENTS_MS : REST_ALONE_MS;
      this.#later(this.slice() ? rest : LOOK_AGAIN_MS);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** A full disk or a damaged index is nothing to stop a show for: the search reads line by line. */
  #failed(error: unknown): void {
    const { file, ports } = this.#deps;
    if (!(error instanceof Error) || !('code' in error)) throw error;
    ports.logger.log('warn', 'search_index_waits', { code: String(error.code) });
    file.readState();
    if (isDamage(error)) this.#startOver();
    this.#later(RETRY_MS);
  }

  #startOver(): void {
    try {
      this.#deps.file.startOver();
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      this.#deps.ports.logger.log('warn', 'search_index_away', { code: String(error.code) });
    }
  }

  #isBusy(): boolean {
    const { store, ports } = this.#deps;
    const atMs = ports.clock.monotonicNow();
    const elapsedMs = atMs - this.#looked.atMs;
    if (elapsedMs >= LOOK_AGAIN_MS) {
      const seq = lastSeq(store);
      this.#rowsASecond = ((seq - this.#looked.seq) * 1000) / elapsedMs;
      this.#looked = { seq, atMs };
    }
    return this.#rowsASecond > BUSY_ROWS_A_SECOND;
  }
}

function removalsAmong(store: ReadableDatabase, rows: readonly RowToIndex[]): readonly Removal[] {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === undefined || last === undefined
    ? []
    : removalsBetween(store, first.seq, last.seq);
}

function addRow(db: WritableDatabase, { seq, kind, personId, text, isGrowing }: RowToIndex): void {
  if (text === null) return;
  const tokens = [...indexGrams(searchForm(text))];
  if (personId !== null) tokens.push(personToken(personId));
  // Nearly all are chat: a token for it would be long and tell nothing.
  if (kind !== EVENT_KIND_CODES.chat) tokens.push(kindToken(kind));
  if (tokens.length > 0) addWords(db, seq, tokens.join(' '));
  if (isGrowing === 1) addGrowing(db, seq);
}

function timesOf(rows: readonly RowToIndex[]): readonly TimeBlock[] {
  const blocks = new Map<number, TimeBlock>();
  for (const { seq, ts } of rows) {
    const block = blockOf(seq);
    const held = blocks.get(block) ?? { block, fromTs: ts, toTs: ts };
    blocks.set(block, {
      block,
      fromTs: Math.min(held.fromTs, ts),
      toTs: Math.max(held.toTs, ts),
    });
  }
  return [...blocks.values()];
}

function spansOf(rows: readonly RowToIndex[]): ReadonlyMap<number, SeqBounds> {
  const spans = new Map<number, SeqBounds>();
  for (const { seq, showId } of rows) {
    spans.set(showId, { first: spans.get(showId)?.first ?? seq, last: seq });
  }
  return spans;
}
