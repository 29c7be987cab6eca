import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { PlatformCard } from '#shared/rules/card-mismatches.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { productsTold, type ToldRow } from './platform-cards.queries.ts';

type Told = Omit<ToldRow, 'code'>;

/** What the platforms of a show last said of its products, by code. */
export class PlatformCards {
  readonly #unitsPaid: (code: string) => number;
  /** By code, then by platform. */
  #told = new Map<string, Map<string, Told>>();
  /** Not read yet. */
  #read: (() => readonly ToldRow[]) | null = null;

  constructor(unitsPaid: (code: string) => number) {
    this.#unitsPaid = unitsPaid;
  }

  /** They are read when somebody first asks: a start waits for nothing that is only needed to arm. */
  reload(db: ReadableDatabase, showId: number | null): void {
    this.#told = new Map();
    this.#read = showId === null ? null : () => productsTold(db, showId);
  }

  /** A committed event of a platform's own shelf. */
  note(event: RoomEventOf<'product'>): void {
    // What is not read yet will be read with it.
    if (this.#read !== null) return;
    const { platform, productId: code, price, couponPrice, stock, state } = event;
    this.#put(code, {
      platform,
      priceMinor: price?.amountMinor ?? null,
      couponPriceMinor: couponPrice?.amountMinor ?? null,
      currency: price?.currency ?? couponPrice?.currency ?? null,
      stock: state === 'soldout' ? 0 : stock,
      unitsPaid: this.#unitsPaid(code),
    });
  }

  of(code: string): readonly PlatformCard[] {
    this.#readAll();
    const sold = this.#unitsPaid(code);
    return [...(this.#told.get(code)?.values() ?? [])].map(({ unitsPaid, stock, ...told }) => ({
      ...told,
      stock: stock === null ? null : Math.max(0, stock - Math.max(0, sold - unitsPaid)),
    }));
  }

  #readAll(): void {
    const read = this.#read;
    this.#read = null;
    for (const { code, ...told } of read?.() ?? []) this.#put(code, told);
  }

  #put(code: string, told: Told): void {
    const byPlatform = this.#told.get(code) ?? new Map<string, Told>();
    const before = byPlatform.get(told.platform);
    // One that says only what changed has not taken back the rest.
    byPlatform.set(told.platform, {
      ...told,
      priceMinor: told.priceMinor ?? before?.priceMinor ?? null,
      couponPriceMinor: told.couponPriceMinor ?? before?.couponPriceMinor ?? null,
      currency: told.currency ?? before?.currency ?? null,
    });
    this.#told.set(code, byPlatform);
  }
}
