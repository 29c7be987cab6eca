import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ProductId } from '#shared/model/ids.ts';
import type { ProductFields } from '#shared/model/product.ts';
import type { NamedProduct } from '#shared/rules/shelf-talk/product-names.ts';
import type { RoomContext } from '../room/room-context.ts';
import { putProduct, shortNames } from './catalogue/product.queries.ts';
import { ProductsService } from './catalogue/products.service.ts';
import { GroupsService } from './groups/groups.service.ts';
import {
  itemsOf,
  putItem,
  removeItem,
  setLinkNumber,
  setSoldOut,
  setStock,
  type StoredItem,
} from './shelf.queries.ts';
import { nextLinkNumber, stockLeft } from './shelf.rules.ts';

/** Which products are on this show's shelf, under which numbers. */
export class CatalogueService {
  /** The room's products, on this shelf or not. */
  readonly products: ProductsService;
  readonly groups: GroupsService;
  readonly #room: RoomContext;
  readonly #unitsPaid: (code: string) => number;
  #items: readonly StoredItem[] = [];
  #names: readonly NamedProduct[] = [];

  /** @param unitsPaid units of a product that were paid in this show so far. */
  constructor(room: RoomContext, unitsPaid: (code: string) => number) {
    this.#room = room;
    this.#unitsPaid = unitsPaid;
    this.products = new ProductsService(room, {
      isOnShelf: (productId) => this.byId(productId) !== undefined,
      reload: () => this.reload(),
      unitsPaid,
    });
    this.groups = new GroupsService(room, {
      items: () => this.#items,
      reload: () => this.reload(),
    });
  }

  reload(): void {
    const show = this.#room.show();
    this.#items = show === null ? [] : itemsOf(this.#room.db, show.id);
    const short = new Map(show === null ? [] : shortNames(this.#room.db, show.id));
    this.#names = this.#items.map(({ productId, linkNumber, name }) => {
      return { linkNumber, name, shortName: short.get(productId) ?? '' };
    });
    this.groups.reload();
    this.#room.changed('shelf');
    // Answers stand on the cards, also under the question that the anchor has.
    this.#room.changed('answers');
    this.#room.changed('cues');
  }

  items(): readonly StoredItem[] {
    return this.#items;
  }

  /** What the products of this shelf are called; another array whenever they are others. */
  names(): readonly NamedProduct[] {
    return this.#names;
  }

  byNumber(linkNumber: number): StoredItem | undefined {
    return this.#items.find((item) => item.linkNumber === linkNumber);
  }

  byId(productId: number): StoredItem | undefined {
    return this.#items.find((item) => item.productId === productId);
  }

  byCode(code: string): StoredItem | undefined {
    return this.#items.find((item) => item.code === code);
  }

  put(
    fields: ProductFields,
    linkNumber: number | null,
  ): Result<{ productId: ProductId; linkNumber: number }> {
    const { db, roomId, ports } = this.#room;
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    const held = this.byCode(fields.code);
    const number = linkNumber ?? held?.linkNumber ?? nextLinkNumber(this.#items);
    const holder = this.byNumber(number);
    if (holder !== undefined && holder.code !== fields.code) {
      return fail('link_number_taken', { linkNumber: number, name: holder.name });
    }
    const put = { fields, details: null, nowTs: ports.clock.wallNow() };
    const productId = putProduct(db, roomId, { ...put, cause: 'edit' });
    putItem(db, show.id, productId, number, fields.stock, this.#unitsPaid(fields.code));
    this.reload();
    return ok({ productId: ProductId.parse(productId), linkNumber: number });
  }

  remove(productId: ProductId): Result<Record<string, never>> {
    return this.#change(productId, (showId) => removeItem(this.#room.db, showId, productId));
  }

  setSoldOut(productId: ProductId, isSoldOut: boolean): Result<Record<string, never>> {
    return this.#change(productId, (showId) =>
      setSoldOut(this.#room.db, showId, productId, isSoldOut),
    );
  }

  /**
   * Pieces more than are left (or, negative, fewer), as if the operator had typed the new number; null
   * where nobody knows how many are left.
   */
  addStock(
    productId: number,
    units: number,
  ): { readonly before: number; readonly after: number } | null {
    const item = this.byId(productId);
    if (item === undefined) return null;
    const unitsPaid = this.#unitsPaid(item.code);
    const before = stockLeft(item, { units: unitsPaid });
    if (before === null) return null;
    const after = Math.max(0, before + units);
    this.products.putStock(productId, after);
    this.#change(productId, (showId) =>
      setStock(this.#room.db, showId, productId, after, unitsPaid),
    );
    return { before, after };
  }

  /** What the platform says of a product of the shelf, when `unitsPaid` of it were paid. */
  setStockOf(code: string, stock: number | null, unitsPaid: number, isSoldOut: boolean): void {
    const item = this.byCode(code);
    if (item === undefined) return;
    this.#change(item.productId, (showId) => {
      if (stock !== null) setStock(this.#room.db, showId, item.productId, stock, unitsPaid);
      if (isSoldOut !== item.isSoldOut)
        setSoldOut(this.#room.db, showId, item.productId, isSoldOut);
    });
  }

  /** The whole new order: link numbers become 1..n. Refused when it is not exactly this shelf. */
  reorder(productIds: readonly ProductId[]): Result<Record<string, never>> {
    const show = this.#room.show();
    if (show === null) return fail('show_not_running', {});
    const known = new Set(this.#items.map((item) => item.productId));
    const isWhole = productIds.length === known.size && new Set(productIds).size === known.size;
    const stranger = productIds.find((id) => !known.has(id));
    if (stranger !== undefined) return fail('unknown_product', { productId: stranger });
    if (!isWhole) return fail('bad_request', { what: 'productIds' });
    for (const [index, id] of productIds.entries()) {
      setLinkNumber(this.#room.db, show.id, id, index + 1);
    }
    this.reload();
    return ok({});
  }

  #change(productId: number, work: (showId: number) => void): Result<Record<string, never>> {
    const show = this.#room.show();
    if (show === null || this.byId(productId) === undefined) {
      return fail('unknown_product', { productId });
    }
    work(show.id);
    this.reload();
    return ok({});
  }
}
