import type { ReadableDatabase } from '../database/database.ts';
import { TEN_MS } from '../room/chat-tens.ts';
import { chatsBetween, chatTensOf } from './airings.queries.ts';

/**
 * Chat lines of a show between any two moments, exactly: whole tens of seconds by their roll-up, what
 * is left of them at both ends by its rows, each moment once.
 */
export class ChatCounts {
  readonly #db: ReadableDatabase;
  readonly #showId: number;
  readonly #firstTen: number;
  /** How many came before each ten seconds since the first that had any. */
  readonly #before: readonly number[];
  readonly #known = new Map<number, number>();

  constructor(db: ReadableDatabase, showId: number) {
    this.#db = db;
    this.#showId = showId;
    const tens = chatTensOf(db, showId);
    this.#firstTen = tens[0]?.ten ?? 0;
    const before: number[] = [0];
    for (const { ten, chats } of tens) {
      const sum = before[before.length - 1] ?? 0;
      while (before.length <= ten - this.#firstTen) before.push(sum);
      before.push(sum + chats);
    }
    this.#before = before;
  }

  /** From a show time up to, not with, another. */
  between(fromTs: number, toTs: number): number {
    return toTs <= fromTs ? 0 : this.#until(toTs) - this.#until(fromTs);
  }

  #until(ts: number): number {
    const known = this.#known.get(ts);
    if (known !== undefined) return known;
    const ten = Math.floor(ts / TEN_MS);
    const place = Math.min(Math.max(0, ten - this.#firstTen), this.#before.length - 1);
    const counted = this.#nearest(ten, place, ts);
    this.#known.set(ts, counted);
    return counted;
  }

  /** From the nearer end of its ten seconds: half the rows to count. */
  #nearest(ten: number, place: number, ts: number): number {
    const before = this.#before[place] ?? 0;
    if (ten < this.#firstTen || ten >= this.#firstTen + this.#before.length) return before;
    const [startTs, endTs] = [ten * TEN_MS, (ten + 1) * TEN_MS];
    const after = this.#before[place + 1];
    if (after === undefined || ts - startTs <= TEN_MS / 2) {
      return before + chatsBetween(this.#db, this.#showId, startTs, ts);
    }
    return after - chatsBetween(this.#db, this.#showId, ts, endTs);
  }
}
