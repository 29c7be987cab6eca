import type { ChatRow } from '#renderer/store/chat-row.ts';

import { foldKey } from './fold-key.ts';

/** A row as it is drawn: one message, or a flood of the same line counted into one row. */
export interface FoldedRow {
  /** The first of the flood, in whose place it stands. */
  readonly row: ChatRow;
  /** How often the line came; 1 when it did not repeat. */
  readonly repeats: number;
  /** How many people sent it. */
  readonly people: number;
}

/** A flood that goes on longer begins a new row, so that the newest is always near the end. */
const FLOOD_MS = 10_000;
/** The same line much further down is another flood. */
const ROWS_BETWEEN = 40;
type Flood = {
  /** How many rows were drawn before it, of all there ever were. */
  readonly ordinal: number;
  readonly startTs: number;
  /** Most lines have no second person: then it is who sent it. */
  people: string | Set<string>;
  repeats: number;
};

function personOf({ event, key }: ChatRow): string {
  return event.actor?.platformUserId ?? event.actor?.name ?? key;
}

/** How many people sent the line, this person among them. */
function countPerson(flood: Flood, person: string): number {
  if (flood.people === person) return 1;
  if (typeof flood.people === 'string') flood.people = new Set([flood.people]);
  return flood.people.add(person).size;
}

function begin(row: ChatRow, ordinal: number): Flood {
  return { ordinal, startTs: row.ts, people: personOf(row), repeats: 1 };
}

/**
 * Folds floods of the same line (1, 扣1, 哈哈哈, a repeated advertisement) into the place of their first
 * message. One that is fed the rows of a log as they grow looks at the new ones alone, and gives rows
 * that stay as they are as the same objects.
 */
export class RowFolder {
  readonly #matches: (row: ChatRow) => boolean;
  #folded: FoldedRow[] = [];
  /** How many folded rows have left at the front. */
  #dropped = 0;
  #floods = new Map<string, Flood>();
  #lastSeq = 0;
  #edits = -1;

  constructor(matches: (row: ChatRow) => boolean) {
    this.#matches = matches;
  }

  /** `edits` grows when rows that were given before have changed; otherwise only new ones came. */
  fold(rows: readonly ChatRow[], edits: number): readonly FoldedRow[] {
    if (edits !== this.#edits) return this.#foldAnew(rows, edits);
    this.#dropBefore(rows[0]?.seq ?? 0);
    for (const row of rows.slice(firstAfter(rows, this.#lastSeq))) {
      if (this.#matches(row)) this.#add(row);
    }
    this.#lastSeq = rows.at(-1)?.seq ?? this.#lastSeq;
    return [...this.#folded];
  }

  #foldAnew(rows: readonly ChatRow[], edits: number): readonly FoldedRow[] {
    const before = new Map(this.#folded.map((folded) => [folded.row, folded]));
    this.#edits = edits;
    this.#folded = [];
    this.#floods.clear();
    this.#dropped = 0;
    this.#lastSeq = 0;
    this.fold(rows, edits);
    this.#folded = this.#folded.map((folded) => {
      const same = before.get(folded.row);
      return same?.repeats === folded.repeats && same.people === folded.people ? same : folded;
    });
    return [...this.#folded];
  }

  #dropBefore(seq: number): void {
    let gone = 0;
    while ((this.#folded[gone]?.row.seq ?? Infinity) < seq) gone += 1;
    if (gone === 0) return;
    this.#folded.splice(0, gone);
    this.#dropped += gone;
    for (const [key, { ordinal }] of this.#floods) {
      if (ordinal < this.#dropped) this.#floods.delete(key);
    }
  }

  #add(row: ChatRow): void {
    const key = foldKey(row);
    const ordinal = this.#dropped + this.#folded.length;
    const flood = key === null ? undefined : this.#floods.get(key);
    if (flood !== undefined && continues(flood, row, ordinal)) {
      flood.repeats += 1;
      const people = countPerson(flood, personOf(row));
      const at = flood.ordinal - this.#dropped;
      const first = this.#folded[at];
      if (first !== undefined) {
        this.#folded[at] = { row: first.row, repeats: flood.repeats, people };
      }
      return;
    }
    if (key !== null) this.#floods.set(key, begin(row, ordinal));
    this.#folded.push({ row, repeats: 1, people: 1 });
  }
}

function continues(flood: Flood, row: ChatRow, ordinal: number): boolean {
  return row.ts - flood.startTs <= FLOOD_MS && ordinal - flood.ordinal <= ROWS_BETWEEN;
}

/** Index of the first row after `seq`; the rows stand in the order of their seqs. */
function firstAfter(rows: readonly ChatRow[], seq: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.seq ?? Infinity) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All of them at once. */
export function foldRows(rows: readonly ChatRow[]): readonly FoldedRow[] {
  return new RowFolder(() => true).fold(rows, 0);
}
