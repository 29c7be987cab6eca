import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import { IMPORT_MAX_ROWS } from '#shared/rules/product-paste/paste-fields.ts';

export type StagedChunk = {
  readonly importId: string;
  /** Place of the first product of this part in the whole import. */
  readonly from: number;
  readonly products: readonly PastedProduct[];
};

/** Parts of one import that is too large for one command, in memory until it is put or another begins. */
export class StagedProducts {
  #importId: string | null = null;
  #products: PastedProduct[] = [];

  /** Refused: bad_request when a part before it is missing, too_many. */
  add({ importId, from, products }: StagedChunk): Result<{ staged: number }> {
    if (importId !== this.#importId) {
      this.#importId = importId;
      this.#products = [];
    }
    if (from > this.#products.length) return fail('bad_request', { what: 'from' });
    if (from + products.length > IMPORT_MAX_ROWS) {
      const given = from + products.length;
      return fail('too_many', { what: 'products', max: IMPORT_MAX_ROWS, given });
    }
    this.#products.splice(from, products.length, ...products);
    return ok({ staged: this.#products.length });
  }

  /** All of it; null unless exactly so many products were staged under this name. */
  whole(importId: string, count: number): readonly PastedProduct[] | null {
    const isWhole = importId === this.#importId && this.#products.length === count;
    return isWhole ? this.#products : null;
  }

  clear(): void {
    this.#importId = null;
    this.#products = [];
  }
}
