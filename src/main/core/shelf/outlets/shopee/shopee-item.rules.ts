/** Which item a product is: its shop is null where nothing says it. */
export type ShopeeRef = { readonly itemId: number; readonly shopId: number | null };
/** One that is shown, as Shopee calls it. */
export type ShownItem = ShopeeItemId & { readonly name: string };
export type ShopeeItemId = { readonly itemId: number; readonly shopId: number };

/** Product pages end in `/product/<shop>/<item>` or `-i.<shop>.<item>`. */
const PAGES = [/\/product\/(\d+)\/(\d+)\/?$/, /(?:-|\/)i\.(\d+)\.(\d+)\/?$/];
const PAIR = /^(?:i\.)?(\d+)\.(\d+)$/;
const ITEM = /^\d+$/;

/** The item a product's page of Shopee names; null where it names none. */
export function itemOfLink(url: string): ShopeeRef | null {
  if (!URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  for (const page of PAGES) {
    const found = page.exec(pathname);
    if (found !== null) return pair(found[1], found[2]);
  }
  return null;
}

/** A code that is `<item>` or `<shop>.<item>`; null for a seller's own. */
export function itemOfCode(code: string): ShopeeRef | null {
  const found = PAIR.exec(code);
  if (found !== null) return pair(found[1], found[2]);
  const itemId = ITEM.test(code) ? wholeId(code) : null;
  return itemId === null ? null : { itemId, shopId: null };
}

function pair(shop: string | undefined, item: string | undefined): ShopeeRef | null {
  const [shopId, itemId] = [wholeId(shop ?? ''), wholeId(item ?? '')];
  return shopId === null || itemId === null ? null : { itemId, shopId };
}

function wholeId(digits: string): number | null {
  const id = Number(digits);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
