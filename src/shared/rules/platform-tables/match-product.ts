import type { ProductId } from '../../model/ids.ts';
import { plainText } from '../product-paste/paste-fields.ts';

/** A product of the show as a table may name it. */
export type ListedProduct = {
  readonly productId: ProductId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** On the show's shelf; null where it is not on it. */
  readonly linkNumber: number | null;
  /** Addresses at platforms, which hold the platform's own id of it. */
  readonly urls: readonly string[];
};

export type ProductWords = {
  readonly id: string;
  readonly link: number | null;
  readonly name: string;
};

export type ProductMatch =
  | {
      readonly kind: 'found';
      readonly productId: ProductId;
      readonly by: 'id' | 'link' | 'name' | 'near';
    }
  /** `candidates`: the likeliest first; empty where nothing is like it. */
  | { readonly kind: 'asked'; readonly candidates: readonly ProductId[] };

/** So much alike that no other is meant, and so far ahead of the next. */
const NEAR = 0.6;
const AHEAD = 0.15;
const MAYBE = 0.25;
const SHORTEST_ID = 4;

/**
 * Which product a row is of: by the platform's id, the link number, the whole name, and last by the
 * name that is nearest and alone; else it is asked.
 */
export function matchProduct(
  words: ProductWords,
  products: readonly ListedProduct[],
): ProductMatch {
  const id = key(words.id);
  if (id !== '') {
    const own = products.filter((product) => key(product.code) === id || hasId(product, id));
    const [only, more] = own;
    if (only !== undefined && more === undefined) return found(only, 'id');
  }
  const name = key(words.name);
  const linked = products.filter(
    ({ linkNumber }) => words.link !== null && linkNumber === words.link,
  );
  const [link, twice] = linked;
  // A link number alone may be another show's: a name beside it must not speak of another product.
  if (link !== undefined && twice === undefined) {
    const isOther =
      name !== '' && products.some((each) => each !== link && key(each.name) === name);
    if (!isOther) return found(link, 'link');
  }
  if (name === '') return { kind: 'asked', candidates: [] };
  const exact = products.filter((each) => key(each.name) === name || key(each.shortName) === name);
  const [first, second] = exact;
  if (first !== undefined && second === undefined) return found(first, 'name');
  const near = products
    .map((product) => ({ product, likeness: likenessOf(name, product) }))
    .filter(({ likeness }) => likeness >= MAYBE)
    .sort((a, b) => b.likeness - a.likeness || a.product.productId - b.product.productId);
  const [best, next] = near;
  if (
    best !== undefined &&
    best.likeness >= NEAR &&
    best.likeness - (next?.likeness ?? 0) >= AHEAD
  ) {
    return found(best.product, 'near');
  }
  return { kind: 'asked', candidates: near.slice(0, 5).map(({ product }) => product.productId) };
}

function found(product: ListedProduct, by: 'id' | 'link' | 'name' | 'near'): ProductMatch {
  return { kind: 'found', productId: product.productId, by };
}

function hasId(product: ListedProduct, id: string): boolean {
  if (id.length < SHORTEST_ID) return false;
  return product.urls.some((url) =>
    url
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(id),
  );
}

function likenessOf(name: string, product: ListedProduct): number {
  return Math.max(...[product.name, product.shortName].map((each) => likeness(name, key(each))));
}

/**
 * Dice's coefficient of pairs of characters; a name that holds the other whole is like it by at least
 * the share of its length above half.
 */
function likeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const left = pairs(a);
  const right = pairs(b);
  let shared = 0;
  const rest = [...right];
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  const dice = (2 * shared) / (left.length + right.length);
  const isHeld = b.length >= 4 && a.includes(b);
  return isHeld ? Math.max(dice, 0.5 + b.length / (2 * a.length)) : dice;
}

function key(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s【】[\]()（）·,，。.!！_-]+/g, '');
}
