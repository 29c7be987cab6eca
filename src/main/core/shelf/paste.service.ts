import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { ProductId } from '#shared/model/ids.ts';
import { ProductFields } from '#shared/model/product.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { CatalogueService } from './catalogue.service.ts';
import {
  deleteProduct,
  lastPushId,
  placeOf,
  productByCode,
  productById,
  productsOffShelf,
  restorePlace,
  setProductFields,
  isProductUsed,
  type CatalogueRow,
  type StoredPlace,
} from './paste.queries.ts';
import {
  putItem,
  putProduct,
  removeItem,
  setLinkNumber,
  type StoredItem,
} from './shelf.queries.ts';

/** A product as it was before the paste; null where there was none. */
type Before = {
  readonly productId: number;
  readonly fields: string | null;
  readonly place: StoredPlace | null;
};

type Paste = {
  readonly id: number;
  readonly showId: number;
  readonly before: readonly Before[];
  readonly added: number;
  readonly changed: number;
  readonly pushId: number;
  /** The shelf as the paste left it. */
  readonly shelf: string;
};

/**
 * Many products in one go, and back. The way back is kept until the next paste, and in memory alone:
 * it ends with the core, as the desk shows.
 */
export class PasteService {
  readonly #room: RoomContext;
  readonly #catalogue: CatalogueService;
  readonly #unitsPaid: (code: string) => number;
  #last: Paste | null = null;
  #serial = 0;

  constructor(room: RoomContext, catalogue: CatalogueService, unitsPaid: (code: string) => number) {
    this.#room = room;
    this.#catalogue = catalogue;
    this.#unitsPaid = unitsPaid;
  }

  /** Products of the room that are not on this show's shelf. */
  catalogue(): { products: { productId: ProductId; fields: CatalogueRow['fields'] }[] } {
    const { db, roomId } = this.#room;
    const rows = productsOffShelf(db, roomId, this.#room.show()?.id ?? 0);
    return {
      products: rows.map(({ productId, fields }) => ({
        productId: ProductId.parse(productId),
        fields,
      })),
    };
  }

  /** The last paste while it can be undone. */
  slice(): RoomSlices['shelf']['lastPaste'] {
    if (this.#last === null || this.#whyNot(this.#last) !== null) return null;
    const { id, added, changed } = this.#last;
    return { pasteId: id, added, changed };
  }

  /** All or nothing. Refused: show_not_running, unknown_product, product_code_taken, link_number_taken. */
  put(
    products: readonly PastedProduct[],
  ): Result<{ pasteId: number; added: number; changed: number }> {
    const { db, roomId, ports } = this.#room;
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const refusal = this.#refusal(products);
    if (refusal !== null) return refusal;
    const before = products.map(({ productId }): Before | null =>
      productId === null
        ? null
        : {
            productId,
            fields: productById(db, roomId, productId)?.fields ?? null,
            place: placeOf(db, show.id, productId) ?? null,
          },
    );
    const put = products.map((product, index): Before => {
      const { fields, linkNumber, isStockStated } = product;
      const productId = putProduct(db, roomId, fields, ports.clock.wallNow());
      const place = before[index]?.place ?? null;
      if (place !== null && !isStockStated) {
        setLinkNumber(db, show.id, productId, linkNumber);
      } else {
        putItem(db, show.id, productId, linkNumber, fields.stock, this.#unitsPaid(fields.code));
      }
      return before[index] ?? { productId, fields: null, place: null };
    });
    this.#catalogue.reload();
    const added = put.filter(({ place }) => place === null).length;
    this.#serial += 1;
    const paste = {
      // Not the same after a restart either, for a desk that has not heard of it yet.
      id: ports.clock.wallNow() + this.#serial,
      showId: show.id,
      before: put,
      added,
      changed: put.length - added,
      pushId: lastPushId(db, show.id),
    };
    this.#last = { ...paste, shelf: this.#imageOf(put) };
    return ok({ pasteId: paste.id, added, changed: paste.changed });
  }

  /** Refused: nothing_to_undo, paste_changed, paste_pushed, paste_in_use. */
  undo(pasteId: number): Result<Record<string, never>> {
    const paste = this.#last;
    if (paste === null || paste.id !== pasteId) return fail('nothing_to_undo', {});
    const refusal = this.#whyNot(paste);
    if (refusal !== null) return refusal;
    const { db } = this.#room;
    for (const { productId, fields, place } of paste.before) {
      if (place === null) removeItem(db, paste.showId, productId);
      else restorePlace(db, paste.showId, productId, place);
      if (fields === null) deleteProduct(db, productId);
      else setProductFields(db, productId, fields);
    }
    // Should the commit fail, the shelf is as the paste left it and it can be undone still.
    this.#catalogue.reload();
    return ok({});
  }

  #refusal(products: readonly PastedProduct[]): ReturnType<typeof fail> | null {
    const { db, roomId } = this.#room;
    const pasted = new Set(products.flatMap(({ productId }) => productId ?? []));
    const codes = new Set(products.map(({ fields }) => fields.code));
    const numbers = new Set(products.map(({ linkNumber }) => linkNumber));
    const changedCount = products.filter(({ productId }) => productId !== null).length;
    if (pasted.size !== changedCount || codes.size !== products.length) {
      return fail('bad_request', { what: 'products' });
    }
    if (numbers.size !== products.length) return fail('bad_request', { what: 'linkNumber' });
    for (const { productId, fields } of products) {
      const stored = productId === null ? undefined : productById(db, roomId, productId);
      if (productId !== null && stored?.code !== fields.code) {
        return fail('unknown_product', { productId });
      }
      const holder = productId === null ? productByCode(db, roomId, fields.code) : undefined;
      if (holder !== undefined) {
        const { name } = ProductFields.parse(JSON.parse(holder.fields));
        return fail('product_code_taken', { code: fields.code, name });
      }
    }
    const staying = this.#catalogue
      .items()
      .find((item) => numbers.has(item.linkNumber) && !isIn(pasted, item.productId));
    if (staying === undefined) return null;
    return fail('link_number_taken', { linkNumber: staying.linkNumber, name: staying.name });
  }

  /** Why a paste cannot be undone any more; null while it can. */
  #whyNot(paste: Paste): ReturnType<typeof fail> | null {
    const { db } = this.#room;
    const show = this.#room.show();
    if (show?.id !== paste.showId || show.state === 'ended') return fail('nothing_to_undo', {});
    if (lastPushId(db, show.id) !== paste.pushId) return fail('paste_pushed', {});
    if (this.#imageOf(paste.before) !== paste.shelf) return fail('paste_changed', {});
    const used = this.#usedNew(paste);
    return used === undefined ? null : fail('paste_in_use', { name: used.name });
  }

  /** A product that the paste made and something else has by now. */
  #usedNew(paste: Paste): StoredItem | undefined {
    const used = paste.before.find(
      ({ productId, fields }) =>
        fields === null && isProductUsed(this.#room.db, paste.showId, productId),
    );
    return used === undefined ? undefined : this.#catalogue.byId(used.productId);
  }

  /** What must be as it was for an undo: the whole shelf, stocks only of what the paste brought. */
  #imageOf(pasted: readonly Before[]): string {
    const ids = new Set(pasted.map(({ productId }) => productId));
    return JSON.stringify(
      this.#catalogue.items().map((item) => {
        if (ids.has(item.productId)) return item;
        const { stock: _stock, stockUnits: _units, isSoldOut: _isSoldOut, ...rest } = item;
        return rest;
      }),
    );
  }
}

function isIn(ids: ReadonlySet<number>, productId: number): boolean {
  return ids.has(productId);
}
