import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { paidByCode, type PaidRow } from './shelf.queries.ts';
import { addSales, type Sales } from './shelf.rules.ts';

/** What was paid in a show so far, by the product it names. */
export class ShowSales {
  #sales = new Map<string, Sales>();
  /** Not read yet. */
  #read: (() => readonly PaidRow[]) | null = null;

  /** They are read when somebody first asks: the first picture of a start does without. */
  reload(db: ReadableDatabase, showId: number | null): void {
    this.#sales = new Map();
    this.#read = showId === null ? null : () => paidByCode(db, showId);
  }

  of(code: string): Sales | undefined {
    this.#readAll();
    return this.#sales.get(code);
  }

  /** Whether any paid order of a product is known: without one, nothing sold may be nothing told. */
  isKnown(): boolean {
    this.#readAll();
    return this.#sales.size > 0;
  }

  /** A committed order; false where it changes nothing here. */
  count(event: RoomEventOf<'order'>): boolean {
    if (event.status !== 'paid' || event.productId === null) return false;
    // What is not read yet will be read with it.
    if (this.#read !== null) return true;
    const { productId: code, qty: units, money } = event;
    const paid = { currency: money?.currency ?? null, paidMinor: money?.amountMinor ?? 0 };
    this.#sales.set(code, addSales(this.#sales.get(code), { orders: 1, units, ...paid }));
    return true;
  }

  #readAll(): void {
    const read = this.#read;
    this.#read = null;
    for (const row of read?.() ?? []) {
      this.#sales.set(row.code, addSales(this.#sales.get(row.code), row));
    }
  }
}
