import { NO_DETAILS, type ProductDetails } from '../../model/product-details.ts';
import type { ProductFields } from '../../model/product.ts';
import { NO_EDIT, readRow, type PasteFault, type RowEdit } from './paste-row.ts';

/** What stands in a form of one product, read by the rules that tables are read by. */
export type ReadProduct =
  | {
      readonly isRead: true;
      readonly product: { readonly fields: ProductFields; readonly details: ProductDetails };
    }
  | { readonly isRead: false; readonly faults: readonly PasteFault[] };

const NO_FIELDS = {
  name: '',
  role: 'none',
  priceMinor: null,
  listPriceMinor: null,
  couponPriceMinor: null,
  stock: null,
  benefit: '',
  hook: '',
  look: '',
  story: '',
  value: '',
  callToAction: '',
  say: '',
  swatch: '',
} as const satisfies Omit<ProductFields, 'code' | 'currency'>;

/** Unlike a row of a table, a form is the whole product: what is empty in it is none. */
export function readProductCells(cells: RowEdit['cells'], currency: string): ReadProduct {
  const row = readRow(
    { line: 1, cells: [] },
    [],
    { ...NO_EDIT, cells },
    {
      currency,
      formulas: new Set(),
    },
  );
  const { said, more, code } = row;
  const faults = [...row.faults];
  const need = (field: 'name' | 'code'): void => {
    faults.push({ code: 'nameMissing', field, params: {}, fixes: [] });
  };
  if (said.name === undefined) need('name');
  if (code === null) need('code');
  const { priceMinor, listPriceMinor, couponPriceMinor } = said;
  if (typeof priceMinor === 'number') {
    if (typeof listPriceMinor === 'number' && listPriceMinor < priceMinor) {
      faults.push({ code: 'listBelowPrice', field: 'listPriceMinor', params: {}, fixes: [] });
    }
    if (typeof couponPriceMinor === 'number' && couponPriceMinor > priceMinor) {
      faults.push({ code: 'couponAbovePrice', field: 'couponPriceMinor', params: {}, fixes: [] });
    }
  }
  if (faults.length > 0 || code === null) return { isRead: false, faults };
  const fields = { ...NO_FIELDS, ...said, code, currency: row.currency };
  return { isRead: true, product: { fields, details: { ...NO_DETAILS, ...more } } };
}
