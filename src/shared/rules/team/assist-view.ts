import type { AssistantProduct, AssistSlice } from '../../model/assistant.ts';
import type { Armed, Push, ShelfItem } from '../../model/product.ts';
import type { Rotation } from '../../model/rotation.ts';
import type { Block } from '../../model/run-of-show.ts';

type Shelf = {
  readonly items: readonly ShelfItem[];
  readonly armed: Armed | null;
  readonly current: Push | null;
  readonly rotation: Rotation | null;
};

/** What an assistant may see of a product: the way from the desk's own to it, field by field. */
export function assistantProduct(item: ShelfItem): AssistantProduct {
  const { productId, linkNumber, name, isSoldOut, currency, stock } = item;
  const { priceMinor, listPriceMinor, couponPriceMinor } = item;
  const prices = { currency, priceMinor, listPriceMinor, couponPriceMinor };
  return { productId, linkNumber, isSoldOut, name, ...prices, stock };
}

/** What is on, and what comes next: the armed product before the one a rotation has in turn. */
export function assistView(
  shelf: Shelf,
  block: Block | null,
): Pick<AssistSlice, 'onShelf' | 'next' | 'block'> {
  const find = (productId: number | undefined): AssistantProduct | null => {
    const item = shelf.items.find((each) => each.productId === productId);
    return item === undefined ? null : assistantProduct(item);
  };
  const armed = find(shelf.armed?.productId);
  const rotating = shelf.rotation?.state === 'paused' ? null : find(shelf.rotation?.nextProductId);
  return {
    onShelf: find(shelf.current?.productId),
    next:
      armed !== null
        ? { product: armed, why: 'armed' }
        : rotating !== null
          ? { product: rotating, why: 'rotation' }
          : null,
    block: block === null ? null : { role: block.role, title: block.title },
  };
}
