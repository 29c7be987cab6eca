import type { ProductFields } from '#shared/model/product.ts';

export const DEMO_CODES = [
  'LN-01',
  'LN-02',
  'LN-03',
  'LN-04',
  'LN-05',
  'LN-06',
  'LN-07',
  'LN-08',
] as const;
export type DemoCode = (typeof DEMO_CODES)[number];

type DemoProduct = Pick<ProductFields, 'role' | 'stock' | 'swatch'> & { readonly code: DemoCode };

/** What an edition of the demo says of a product, and asks for it in its currency's minor units. */
export type DemoProductText = Omit<
  ProductFields,
  'code' | 'role' | 'stock' | 'swatch' | 'currency'
> & {
  /** What people in the chat call it. */
  readonly shortName: string;
};

/** The eight products of the demo show, in order of link number. */
export const demoProducts: readonly DemoProduct[] = [
  { code: 'LN-01', role: 'traffic', stock: 900, swatch: '#8fa3b8,#d7dfe8' },
  { code: 'LN-02', role: 'hero', stock: 640, swatch: '#cbb994,#efe6d2' },
  { code: 'LN-03', role: 'margin', stock: 160, swatch: '#b59f7d,#e0d3bb' },
  { code: 'LN-04', role: 'benefit', stock: 80, swatch: '#d8cdb8,#f4efe4' },
  { code: 'LN-05', role: 'encore', stock: 300, swatch: '#6f6a63,#a9a39a' },
  { code: 'LN-06', role: 'encore', stock: 140, swatch: '#9a6f58,#d9b9a6' },
  { code: 'LN-07', role: 'none', stock: 300, swatch: '#a7606f,#e3b7c0' },
  { code: 'LN-08', role: 'margin', stock: 61, swatch: '#4c3d33,#8a7364' },
];
