/** Colours for products without a photo, told apart in dark and light. */
const SWATCHES = [
  '#8fa3b8,#5f7286',
  '#d9c9ad,#a58f6d',
  '#b59f7d,#7d6748',
  '#d8cdb8,#9c8f78',
  '#8a8178,#4f4943',
  '#c08a70,#7c4f3a',
  '#c07a88,#84485a',
  '#7d9a86,#4c6655',
] as const;

/** The drawn picture of the n-th product, from 1: two colours, `#rrggbb,#rrggbb`. */
export function swatchFor(number: number): string {
  return SWATCHES[(number - 1) % SWATCHES.length] ?? SWATCHES[0];
}
