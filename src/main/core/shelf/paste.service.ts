import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { imageOf } from '../images/product-images.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { CatalogueService } from './catalogue.service.ts';
import { StagedProducts, type StagedChunk } from './catalogue/staged-products.ts';
import { holderOfCode } from './catalogue/demo-products.queries.ts';
import {
  catalogueRow,
  deleteProduct,
  productById,
  putProduct,
  restoreProduct,
  type StoredProduct,
} from './catalogue/product.queries.ts';
import type { StoredGroup } from './groups/groups.queries.ts';
import {
  lastPushId,
  placeOf,
  restorePlace,
  usedProduct,
  type StoredPlace,
} from './paste.queries.ts';
import { putItem, removeItem, setLinkNumber, setStock } from './shelf.queries.ts';

/** A product as it was before the paste; null where there was none. */
type Before = {
  readonly productId: number;
  readonly product: StoredProduct | null;
  readonly place: StoredPlace | null;
  /** What the paste left in the catalogue. */
  readonly left: string;
  /** It was put on the shelf, not into the catalogue alone. */
  readonly isPlaced: boolean;
};

type Paste = {
  readonly id: number;
  /** The show on whose shelf it went; null for the catalogue alone. */
  readonly showId: number | null;
  /** The show that was on, whose places are put back. */
  readonly placesShowId: number | null;
  readonly before: readonly Before[];
  readonly groups: readonly StoredGroup[];
  readonly added: number;
  readonly changed: number;
  readonly pushId: number;
  /** The shelf as the paste left it. */
  readonly shelf: string;
};

type Put = { readonly pasteId: number; readonly added: number; readonly changed: number };

/**
 * Many products in one go, and back, onto the shelf or into the catalogue alone. The way back is kept
 * until the next paste, and in memory alone: it ends with the core, as the desk shows.
 */
export class PasteService {
  readonly #room: RoomContext;
  readonly #catalogue: CatalogueService;
  readonly #unitsPaid: (code: string) => number;
  readonly #staged = new StagedProducts();
  #last: Paste | null = null;
  #serial = 0;

  constructor(room: RoomContext, catalogue: CatalogueService, unitsPaid: (code: string) => number) {
    this.#room = room;
    this.#catalogue = catalogue;
    this.#unitsPaid = unitsPaid;
  }

  /** The last paste while it can be undone. */
  slice(): RoomSlices['shelf']['lastPaste'] {
    if (this.#last === null || this.#whyNot(this.#last) !== null) return null;
    const { id, added, changed } = this.#last;
    return { pasteId: id, added, changed };
  }

  /** Keeps a part of a large import until `putStaged`; nothing is changed by it. Refused: too_many, bad_request. */
  stage(chunk: StagedChunk): Result<{ staged: number }> {
    return this.#staged.add(chunk);
  }

  /** Puts what was staged under this name, when it is all there. Refused: bad_request, and as `put`. */
  putStaged(importId: string, count: number): Result<Put> {
    const products = this.#staged.whole(importId, count);
    if (products === null) return fail('bad_request', { what: 'importId' });
    const put = this.put(products);
    if (put.ok) this.#staged.clear();
    return put;
  }

  /** All or nothing. Refused: show_not_running, unknown_product, product_code_taken, link_number_taken. */
  put(products: readonly PastedProduct[]): Result<Put> {
    const show = this.#room.show();
    const isForShelf = products.some(({ linkNumber }) => linkNumber !== null);
    if (isForShelf && (show === null || show.state === 'ended')) {
      return fail('show_not_running', {});
    }
    const refusal = this.#refusal(products);
    if (refusal !== null) return refusal;
    const { db, ports } = this.#room;
    const nowTs = ports.clock.wallNow();
    const groups = this.#catalogue.groups.all();
    const before = products.map((product) => this.#putOne(product, show?.id ?? null, nowTs));
    this.#catalogue.groups.forgetHistory();
    this.#catalogue.reload();
    const added = before.filter(({ product, place }) =>
      isForShelf ? place === null : product === null,
    ).length;
    this.#serial += 1;
    const paste = {
      // Not the same after a restart either, for a desk that has not heard of it yet.
      id: nowTs + this.#serial,
      showId: isForShelf ? (show?.id ?? null) : null,
      placesShowId: show?.id ?? null,
      before,
      groups,
      added,
      changed: before.length - added,
      pushId: isForShelf && show !== null ? lastPushId(db, show.id) : 0,
    };
    this.#last = { ...paste, shelf: isForShelf ? this.#imageOf(before) : '' };
    return ok({ pasteId: paste.id, added, changed: paste.changed });
  }

  #putOne(pasted: PastedProduct, showId: number | null, nowTs: number): Before {
    const { db, roomId } = this.#room;
    const { productId, fields, details, linkNumber, groupName, isStockStated } = pasted;
    const product = productId === null ? null : (productById(db, roomId, productId) ?? null);
    const place =
      productId === null || showId === null ? null : (placeOf(db, showId, productId) ?? null);
    const id = putProduct(db, roomId, { fields, details, cause: 'import', nowTs });
    if (showId !== null && linkNumber !== null) {
      if (place !== null && !isStockStated) setLinkNumber(db, showId, id, linkNumber);
      else putItem(db, showId, id, linkNumber, fields.stock, this.#unitsPaid(fields.code));
    } else if (showId !== null && place !== null && isStockStated) {
      setStock(db, showId, id, fields.stock, this.#unitsPaid(fields.code));
    }
    if (showId !== null && linkNumber !== null && groupName !== null) {
      this.#catalogue.groups.put(showId, id, groupName);
    }
    const left = this.#imageOfProduct(id);
    return { productId: id, product, place, left, isPlaced: linkNumber !== null };
  }

  /** Refused: nothing_to_undo, paste_changed, paste_pushed, paste_in_use. */
  undo(pasteId: number): Result<Record<string, never>> {
    const paste = this.#last;
    if (paste === null || paste.id !== pasteId) return fail('nothing_to_undo', {});
    const refusal = this.#whyNot(paste);
    if (refusal !== null) return refusal;
    // Looked at now alone: a slice is not to read thousands of products.
    if (paste.before.some(({ productId, left }) => this.#imageOfProduct(productId) !== left)) {
      return fail('paste_changed', {});
    }
    const { db, ports } = this.#room;
    for (const { productId, product, place, isPlaced } of paste.before) {
      if (paste.placesShowId !== null) {
        // What went into the catalogue alone changed its pieces on the shelf and nothing else there.
        if (place !== null && !isPlaced) {
          setStock(db, paste.placesShowId, productId, place.stock, place.stockUnits);
        } else if (place !== null) restorePlace(db, paste.placesShowId, productId, place);
        else if (isPlaced) removeItem(db, paste.placesShowId, productId);
      }
      if (product === null) deleteProduct(db, productId);
      else restoreProduct(db, product, ports.clock.wallNow());
    }
    if (paste.showId !== null) this.#catalogue.groups.removeAllBut(paste.groups);
    // Should the commit fail, all is as the paste left it and it can be undone still.
    this.#catalogue.reload();
    return ok({});
  }

  #refusal(products: readonly PastedProduct[]): ReturnType<typeof fail> | null {
    const { db, roomId } = this.#room;
    const pasted = new Set(products.flatMap(({ productId }) => productId ?? []));
    const codes = new Set(products.map(({ fields }) => fields.code));
    const placed = products.flatMap(({ linkNumber }) => linkNumber ?? []);
    const numbers = new Set(placed);
    const names = products.flatMap(({ linkNumber, groupName }) =>
      linkNumber === null || groupName === null || groupName === '' ? [] : [groupName],
    );
    const changedCount = products.filter(({ productId }) => productId !== null).length;
    if (pasted.size !== changedCount || codes.size !== products.length) {
      return fail('bad_request', { what: 'products' });
    }
    if (numbers.size !== placed.length) return fail('bad_request', { what: 'linkNumber' });
    const origin = this.#room.show()?.origin ?? null;
    for (const { productId, fields } of products) {
      const stored = productId === null ? undefined : productById(db, roomId, productId);
      if (productId !== null && stored?.code !== fields.code) {
        return fail('unknown_product', { productId });
      }
      const holder = productId === null ? holderOfCode(db, roomId, fields.code, origin) : undefined;
      if (holder !== undefined) {
        const { name } = catalogueRow(holder).fields;
        return fail('product_code_taken', { code: fields.code, name });
      }
    }
    const unnamed = this.#catalogue.groups.refusalOf(names);
    if (unnamed !== null) return unnamed;
    const staying = this.#catalogue
      .items()
      .find((item) => numbers.has(item.linkNumber) && !isIn(pasted, item.productId));
    if (staying === undefined) return null;
    return fail('link_number_taken', { linkNumber: staying.linkNumber, name: staying.name });
  }

  /** Why a paste cannot be undone any more; null while it can. */
  #whyNot(paste: Paste): ReturnType<typeof fail> | null {
    const { db } = this.#room;
    const { showId } = paste;
    if (showId !== null) {
      const show = this.#room.show();
      if (show?.id !== showId || show.state === 'ended') return fail('nothing_to_undo', {});
      if (lastPushId(db, showId) !== paste.pushId) return fail('paste_pushed', {});
      if (this.#imageOf(paste.before) !== paste.shelf) return fail('paste_changed', {});
    }
    const used = this.#usedNew(paste);
    if (used === null) return null;
    return fail('paste_in_use', { name: used });
  }

  /** Name of a product that the paste made and something else has by now. */
  #usedNew({ before, showId }: Paste): string | null {
    const ids = before.flatMap(({ productId, product }) => (product === null ? productId : []));
    const [fromId] = ids;
    const toId = ids.at(-1);
    if (fromId === undefined || toId === undefined) return null;
    // They were added one after the other, so that no other product lies between them.
    const { db, roomId } = this.#room;
    const used = usedProduct(db, { fromId, toId, exceptShowId: showId });
    const product = used === undefined ? undefined : productById(db, roomId, used.id);
    return product === undefined ? null : catalogueRow(product).fields.name;
  }

  /** What of a product an undo must find as the paste left it. */
  #imageOfProduct(productId: number): string {
    const { db, roomId } = this.#room;
    const product = productById(db, roomId, productId);
    if (product === undefined) return '';
    return `${product.fields}\n${product.details}\n${imageOf(db, productId) ?? ''}`;
  }

  /** What must be as it was for an undo: the whole shelf, stocks only of what the paste brought. */
  #imageOf(pasted: readonly Before[]): string {
    const ids = new Set(pasted.map(({ productId }) => productId));
    return JSON.stringify([
      this.#catalogue.groups.all(),
      this.#catalogue.items().map((item) => {
        if (ids.has(item.productId)) return item;
        const { stock: _stock, stockUnits: _units, isSoldOut: _isSoldOut, ...rest } = item;
        return { ...rest, imageId: null };
      }),
    ]);
  }
}

function isIn(ids: ReadonlySet<number>, productId: number): boolean {
  return ids.has(productId);
}
