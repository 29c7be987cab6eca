import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { paidByCode } from './shelf.queries.ts';
import { addSales, type Sales } from './shelf.rules.ts';

/** What was paid in a show so far, by the product it names. */
export class ShowSales {
  #sales = new Map<string, Sales>();

  reload(db: ReadableDatabase, showId: number | null): void {
    this.#sales = new Map();
    for (const row of showId === null ? [] : paidByCode(db, showId)) {
      this.#sales.set(row.code, addSales(this.#sales.get(row.code), row));
    }
  }

  of(code: string): Sales | undefined {
    return this.#sales.get(code);
  }

  /** Whether any paid order of a product is known: without one, nothing sold may be nothing told. */
  isKnown(): boolean {
    return this.#sales.size > 0;
  }

  /** A committed order; false where it changes nothing here. */
  count(event: RoomEventOf<'order'>): boolean {
    if (event.status !== 'paid' || event.productId === null) return false;
    const { productId: code, qty: units, money } = event;
    const paid = { currency: money?.currency ?? null, paidMinor: money?.amountMinor ?? 0 };
    this.#sales.set(code, addSales(this.#sales.get(code), { orders: 1, units, ...paid }));
    return true;
  }
}
