import type { ProductFields, ShelfItem } from '#shared/model/product.ts';
import { swatchFor } from '#shared/rules/product-swatch.ts';
import { parsePrice, parseStock, priceText } from '#renderer/ui/price-input.ts';
import type { InputFault, Parsed } from '#renderer/ui/price-input.ts';

const PRICE_FIELDS = ['priceMinor', 'listPriceMinor', 'couponPriceMinor'] as const;
export const SCRIPT_FIELDS = [
  'benefit',
  'say',
  'hook',
  'look',
  'story',
  'value',
  'callToAction',
] as const;
const TEXT_MAX = 200;
const CODE_MAX = 64;

export type TypedField =
  | 'name'
  | 'code'
  | 'stock'
  | (typeof PRICE_FIELDS)[number]
  | (typeof SCRIPT_FIELDS)[number];

/** The product as it is being typed: every field is text until it is saved. */
export type ProductDraft = Readonly<Record<TypedField, string>> & {
  readonly role: ProductFields['role'];
  readonly currency: string;
  readonly swatch: string;
};

export type DraftFaults = Partial<Readonly<Record<TypedField, InputFault>>>;

/** An empty draft for the next link number. */
export function newDraft(items: readonly ShelfItem[], currency: string): ProductDraft {
  const codes = new Set(items.map((item) => item.code));
  let number = items.length + 1;
  while (codes.has(`P${number}`)) number += 1;
  return {
    name: '',
    code: `P${number}`,
    role: 'none',
    currency,
    stock: '',
    priceMinor: '',
    listPriceMinor: '',
    couponPriceMinor: '',
    benefit: '',
    say: '',
    hook: '',
    look: '',
    story: '',
    value: '',
    callToAction: '',
    swatch: swatchFor(number),
  };
}

export function draftOf(item: ShelfItem): ProductDraft {
  return {
    name: item.name,
    code: item.code,
    role: item.role,
    currency: item.currency,
    stock: item.stock === null ? '' : String(item.stock),
    priceMinor: priceText(item.priceMinor, item.currency),
    listPriceMinor: priceText(item.listPriceMinor, item.currency),
    couponPriceMinor: priceText(item.couponPriceMinor, item.currency),
    benefit: item.benefit,
    say: item.say,
    hook: item.hook,
    look: item.look,
    story: item.story,
    value: item.value,
    callToAction: item.callToAction,
    swatch: item.swatch,
  };
}

export type CheckedDraft =
  | { readonly isValid: true; readonly fields: ProductFields }
  | { readonly isValid: false; readonly faults: DraftFaults };

/**
 * The draft as product fields, or what is wrong with it. `others` are the products whose code is
 * taken: saving under a known code would change that product instead of adding one.
 */
export function checkDraft(draft: ProductDraft, others: readonly ShelfItem[]): CheckedDraft {
  const faults: Partial<Record<TypedField, InputFault>> = {};
  const keep = <T>(field: TypedField, parsed: Parsed<T>): T | null => {
    if (parsed.isValid) return parsed.value;
    faults[field] = parsed.fault;
    return null;
  };
  const text = (field: TypedField, max: number, isRequired: boolean): string => {
    const value = draft[field].trim();
    if (isRequired && value === '') faults[field] = { key: 'product.error.required', params: {} };
    if (value.length > max) faults[field] = { key: 'product.error.tooLong', params: { max } };
    return value;
  };

  const price = keep('priceMinor', parsePrice(draft.priceMinor, draft.currency));
  const list = keep('listPriceMinor', parsePrice(draft.listPriceMinor, draft.currency));
  const coupon = keep('couponPriceMinor', parsePrice(draft.couponPriceMinor, draft.currency));
  if (price !== null && list !== null && list < price) {
    faults.listPriceMinor = { key: 'product.error.listBelowPrice', params: {} };
  }
  if (price !== null && coupon !== null && coupon > price) {
    faults.couponPriceMinor = { key: 'product.error.couponAbovePrice', params: {} };
  }
  const code = text('code', CODE_MAX, true);
  const holder = others.find((item) => item.code === code);
  if (holder !== undefined) {
    faults.code = { key: 'product.error.codeTaken', params: { name: holder.name } };
  }
  const fields: ProductFields = {
    name: text('name', TEXT_MAX, true),
    code,
    role: draft.role,
    currency: draft.currency,
    priceMinor: price,
    listPriceMinor: list,
    couponPriceMinor: coupon,
    stock: keep('stock', parseStock(draft.stock)),
    benefit: text('benefit', TEXT_MAX, false),
    say: text('say', TEXT_MAX, false),
    hook: text('hook', TEXT_MAX, false),
    look: text('look', TEXT_MAX, false),
    story: text('story', TEXT_MAX, false),
    value: text('value', TEXT_MAX, false),
    callToAction: text('callToAction', TEXT_MAX, false),
    swatch: draft.swatch,
  };
  return Object.keys(faults).length === 0 ? { isValid: true, fields } : { isValid: false, faults };
}
