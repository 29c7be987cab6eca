/** What a column of the pasted table can be. */
export const PASTE_FIELDS = [
  'linkNumber',
  'group',
  'name',
  'shortName',
  'code',
  'role',
  'currency',
  'priceMinor',
  'couponPriceMinor',
  'memberPriceMinor',
  'listPriceMinor',
  'stock',
  'variants',
  'benefit',
  'say',
  'hook',
  'look',
  'story',
  'value',
  'callToAction',
  'benefits',
  'bannedClaims',
  'questions',
  'links',
  'tags',
  'swatch',
] as const;
export type PasteField = (typeof PASTE_FIELDS)[number];

export const PRICE_FIELDS = ['priceMinor', 'couponPriceMinor', 'listPriceMinor'] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

export const TEXT_FIELDS = [
  'benefit',
  'say',
  'hook',
  'look',
  'story',
  'value',
  'callToAction',
] as const;

/** Most rows that are taken in one command; a shelf has no more places. */
export const PASTE_MAX_ROWS = 1000;
/** Most products of one import into the catalogue. */
export const IMPORT_MAX_ROWS = 5000;

/** Full-width marks and digits count like plain ones; blanks of any kind are one blank. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Z}\s]+/gu, ' ')
    .trim();
}
