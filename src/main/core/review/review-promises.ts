import type { RoomEvent } from '#shared/contract/room-event.ts';
import { PromiseId } from '#shared/model/ids.ts';
import type { ReviewPromise } from '#shared/model/review.ts';
import { heldPromises } from '#shared/rules/promises/held-promises.ts';
import type { PaidOrders } from './paid-orders.ts';

type PromisedProduct = {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly linkNumber: number;
};

type Surroundings = {
  readonly productOf: (productId: number) => PromisedProduct | undefined;
  readonly orders: PaidOrders['byCode'];
  /** Whether any source tells orders. */
  readonly hasOrders: boolean;
  /** The show's currency, for what is of no product. */
  readonly currency: string;
  /** Show time; the end of what is still open. */
  readonly untilTs: number;
};

/** What was promised in a show, from its facts; pieces are those paid for while a promise was open. */
export function reviewPromises(
  facts: readonly RoomEvent[],
  { productOf, orders, hasOrders, currency, untilTs }: Surroundings,
): ReviewPromise[] {
  return heldPromises(facts).map(({ made, settled }) => {
    const { promiseKind, productId, units, priceMinor, text, eventTs: madeTs, dueTs } = made;
    const product = productId === null ? undefined : productOf(productId);
    const endTs = settled?.eventTs ?? untilTs;
    const own = product === undefined ? [] : (orders.get(product.code) ?? []);
    const sold = own.filter(({ ts }) => ts >= madeTs && ts <= endTs);
    return {
      id: PromiseId.parse(made.seq),
      promiseKind,
      productId,
      units,
      priceMinor,
      text,
      madeTs,
      dueTs,
      linkNumber: product?.linkNumber ?? null,
      name: product?.name ?? '',
      currency: product?.currency ?? currency,
      outcome: settled?.outcome ?? null,
      settledTs: settled?.eventTs ?? null,
      isByItself: settled?.isByItself ?? false,
      unitsSold:
        product === undefined || !hasOrders
          ? null
          : sold.reduce((sum, each) => sum + each.units, 0),
    };
  });
}
