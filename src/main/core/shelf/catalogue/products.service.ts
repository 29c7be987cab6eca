import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { commands, type CommandInput, type CommandOutput } from '#shared/contract/contract.ts';
import { ProductId } from '#shared/model/ids.ts';
import type { ProductDetails } from '#shared/model/product-details.ts';
import { imageOf, putImage } from '../../images/product-images.queries.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { usedProduct } from '../paste.queries.ts';
import { setStock } from '../shelf.queries.ts';
import { holderOfCode, productsNotOffered } from './demo-products.queries.ts';
import { layoutOf, putLayout } from './import-layouts.queries.ts';
import { resultsOf } from './product-results.queries.ts';
import {
  catalogueRow,
  deleteProduct,
  pricesOf,
  productById,
  productsAfter,
  putProduct,
} from './product.queries.ts';

/** As many as anybody reads; older ones stay in the store. */
const PRICES_SHOWN = 200;
const SHOWS_SHOWN = 100;

/** What the catalogue needs of the shelf of the show that is on. */
type ShelfOfShow = {
  isOnShelf(productId: number): boolean;
  /** A product has changed. */
  reload(): void;
  /** Units of a product that were paid in this show so far. */
  unitsPaid(code: string): number;
};

/** The products of a room across its shows: read, changed one by one, with their history. */
export class ProductsService {
  readonly #room: RoomContext;
  readonly #shelf: ShelfOfShow;

  constructor(room: RoomContext, shelf: ShelfOfShow) {
    this.#room = room;
    this.#shelf = shelf;
  }

  page(input: CommandInput<'catalogue.page'>): Result<CommandOutput<'catalogue.page'>> {
    const { db, roomId } = this.#room;
    const { afterId, limit } = input;
    const without = productsNotOffered(db, roomId, this.#room.show()?.origin ?? null);
    const asked = { afterId: afterId ?? 0, limit: limit + 1, without };
    const rows = productsAfter(db, roomId, asked);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return ok({
      products: shown.map((row) => {
        const { productId, ...product } = catalogueRow(row);
        return { productId: ProductId.parse(productId), ...product, imageId: row.imageId };
      }),
      nextAfterId: hasMore ? ProductId.parse(last.id) : null,
    });
  }

  /** Refused: unknown_product, product_code_taken. */
  put(input: CommandInput<'catalogue.put'>): Result<{ productId: ProductId }> {
    const { db, roomId, ports } = this.#room;
    const { productId, fields, details } = input;
    const held = productId === null ? undefined : productById(db, roomId, productId);
    // A code names a product for good: orders of past shows know it by that alone.
    if (productId !== null && held?.code !== fields.code) {
      return fail('unknown_product', { productId });
    }
    const origin = this.#room.show()?.origin ?? null;
    const holder = productId === null ? holderOfCode(db, roomId, fields.code, origin) : undefined;
    if (holder !== undefined) {
      const { name } = catalogueRow(holder).fields;
      return fail('product_code_taken', { code: fields.code, name });
    }
    const nowTs = ports.clock.wallNow();
    const id = putProduct(db, roomId, { fields, details, cause: 'edit', nowTs });
    const show = this.#room.show();
    const before = held === undefined ? null : catalogueRow(held).fields.stock;
    if (show !== null && fields.stock !== before && this.#shelf.isOnShelf(id)) {
      setStock(db, show.id, id, fields.stock, this.#shelf.unitsPaid(fields.code));
    }
    this.#shelf.reload();
    return ok({ productId: ProductId.parse(id) });
  }

  /** Another stock of a product of the catalogue; one that is gone stays so. */
  putStock(productId: number, stock: number): void {
    const { db, roomId, ports } = this.#room;
    const held = productById(db, roomId, productId);
    if (held === undefined) return;
    const fields = { ...catalogueRow(held).fields, stock };
    putProduct(db, roomId, { fields, details: null, cause: 'edit', nowTs: ports.clock.wallNow() });
  }

  /** Another text of a product's details; its card and prices stay. Refused: unknown_product. */
  putDetails(productId: ProductId, details: ProductDetails): Result<Record<string, never>> {
    const { db, roomId, ports } = this.#room;
    const held = productById(db, roomId, productId);
    if (held === undefined) return fail('unknown_product', { productId });
    const { fields } = catalogueRow(held);
    putProduct(db, roomId, { fields, details, cause: 'edit', nowTs: ports.clock.wallNow() });
    this.#shelf.reload();
    return ok({});
  }

  /** Refused: unknown_product, product_in_use. */
  remove(productId: ProductId): Result<Record<string, never>> {
    const { db, roomId } = this.#room;
    const held = productById(db, roomId, productId);
    if (held === undefined) return fail('unknown_product', { productId });
    if (usedProduct(db, { fromId: productId, toId: productId, exceptShowId: null }) !== undefined) {
      return fail('product_in_use', { name: catalogueRow(held).fields.name });
    }
    deleteProduct(db, productId);
    this.#shelf.reload();
    return ok({});
  }

  /** The name of a product; null when the room has no such product. */
  nameOf(productId: ProductId): string | null {
    const held = productById(this.#room.db, this.#room.roomId, productId);
    return held === undefined ? null : catalogueRow(held).fields.name;
  }

  /** The picture of a product; null where it has none. */
  imageOf(productId: ProductId): string | null {
    return imageOf(this.#room.db, productId);
  }

  /** Refused: unknown_product. `imageId`: a picture that is on disk already; null takes it away. */
  setImage(
    productId: ProductId,
    imageId: string | null,
  ): Result<CommandOutput<'catalogue.setImage'>> {
    if (this.nameOf(productId) === null) return fail('unknown_product', { productId });
    const before = this.imageOf(productId);
    putImage(this.#room.db, productId, imageId);
    this.#shelf.reload();
    return ok({ imageId, before });
  }

  layout(headings: readonly string[]): Result<CommandOutput<'catalogue.layout'>> {
    const stored = layoutOf(this.#room.db, this.#room.roomId, JSON.stringify(headings));
    const { columns } = commands['catalogue.layout'].output.shape;
    // What an earlier version could be told and this one knows no more is as if it were new.
    const parsed = columns.safeParse(stored === undefined ? null : JSON.parse(stored));
    return ok({ columns: parsed.success ? parsed.data : null });
  }

  /** Refused: bad_request. */
  keepLayout(
    headings: readonly string[],
    columns: CommandInput<'catalogue.keepLayout'>['columns'],
  ): Result<Record<string, never>> {
    if (headings.length !== columns.length) return fail('bad_request', { what: 'columns' });
    const { db, roomId, ports } = this.#room;
    putLayout(db, roomId, {
      headings: JSON.stringify(headings),
      columns: JSON.stringify(columns),
      usedTs: ports.clock.wallNow(),
    });
    return ok({});
  }

  history(productId: ProductId): Result<CommandOutput<'catalogue.history'>> {
    const { db, roomId } = this.#room;
    const held = productById(db, roomId, productId);
    if (held === undefined) return fail('unknown_product', { productId });
    const running = { showId: this.#room.show()?.id ?? null, nowTs: this.#room.showNow() };
    const product = { productId, code: held.code };
    return ok({
      prices: [...pricesOf(db, productId, PRICES_SHOWN)],
      shows: [...resultsOf(db, roomId, product, running, SHOWS_SHOWN)],
    });
  }
}
