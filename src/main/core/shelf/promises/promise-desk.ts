import { z } from 'zod';

import { ProductFields } from '#shared/model/product.ts';
import type { CatalogueService } from '../catalogue.service.ts';
import { stockLeft } from '../shelf.rules.ts';
import type { ShowSales } from '../show-sales.ts';
import type { PromiseDesk } from './promises.service.ts';

/** What a product has of its own: its place on a shelf, and all else, is left out. */
const ownFields = z.object(ProductFields.shape);

/** The shelf of a room as its promises see it. */
export function promiseDesk(catalogue: CatalogueService, sales: ShowSales): PromiseDesk {
  return {
    product(productId) {
      const item = catalogue.byId(productId);
      if (item === undefined) return null;
      const sold = sales.of(item.code);
      return {
        stock: stockLeft(item, sold),
        isSoldOut: item.isSoldOut,
        priceMinor: item.priceMinor,
        unitsPaid: sales.isKnown() ? (sold?.units ?? 0) : null,
      };
    },
    setPrice(productId, priceMinor) {
      const item = catalogue.byId(productId);
      if (item === undefined) return;
      const stock = stockLeft(item, sales.of(item.code));
      catalogue.put(ownFields.parse({ ...item, stock, priceMinor }), item.linkNumber);
    },
  };
}
