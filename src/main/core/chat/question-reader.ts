import type { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { lastSeq } from '../room/room.queries.ts';
import type { AskedListener } from './questions.service.ts';
import { applyRow } from './question-reading.ts';
import { removeLines, removingRow } from './removed-lines.ts';
import {
  chatStartTs,
  chattersByMinute,
  newerQuestionRows,
  questionRows,
  type QuestionRow,
} from './questions.queries.ts';

/** Chats of a stored show that are read, the newest; a show of a usual evening is read whole. */
export const CHATS_READ = 50_000;
const ROWS_A_STEP = 1_000;
const MINUTE_MS = 60_000;

/** Reads what is stored of a show into its question debt, a short step at a time. */
export class QuestionReader {
  readonly #db: ReadableDatabase;
  readonly #showId: number;
  readonly #debt: QuestionDebt;
  readonly #listener: Pick<AskedListener, 'asked'>;
  readonly #untilSeq: number;
  readonly #chatters: ReadonlyMap<number, number>;
  /** Show time from which on it reads; null: from the show's first line. */
  readonly fromTs: number | null;
  #after: { ts: number; seq: number };
  #newerAfter: number | null = null;

  constructor(
    db: ReadableDatabase,
    showId: number,
    debt: QuestionDebt,
    listener: Pick<AskedListener, 'asked'>,
  ) {
    this.#db = db;
    this.#showId = showId;
    this.#debt = debt;
    this.#listener = listener;
    this.#untilSeq = lastSeq(db);
    this.#chatters = chattersByMinute(db, showId);
    this.fromTs = chatStartTs(db, showId, CHATS_READ);
    this.#after = { ts: this.fromTs ?? 0, seq: 0 };
  }

  /** True when all is read: every event that is committed from here on is news. */
  step(): boolean {
    if (this.#newerAfter === null) {
      const rows = questionRows(this.#db, this.#showId, this.#after, this.#untilSeq, ROWS_A_STEP);
      this.#apply(rows);
      const last = rows.at(-1);
      if (last !== undefined) this.#after = { ts: last.ts, seq: last.seq };
      if (rows.length === ROWS_A_STEP) return false;
      this.#newerAfter = this.#untilSeq;
    }
    const rows = newerQuestionRows(this.#db, this.#showId, this.#newerAfter, ROWS_A_STEP);
    this.#apply(rows);
    this.#newerAfter = rows.at(-1)?.seq ?? this.#newerAfter;
    return rows.length < ROWS_A_STEP;
  }

  #apply(rows: readonly QuestionRow[]): void {
    for (const row of rows) {
      const removing = removingRow(row);
      if (removing !== null && row.sourceId !== null) {
        const place = { db: this.#db, showId: this.#showId, sourceId: row.sourceId };
        removeLines(place, this.#debt, removing);
        continue;
      }
      const chatters = (): number => this.#chatters.get(Math.floor(row.ts / MINUTE_MS)) ?? 0;
      const isAsking = applyRow(this.#debt, row, chatters);
      if (isAsking && row.sourceId !== null) this.#listener.asked(row.sourceId, row.ts);
    }
  }
}
