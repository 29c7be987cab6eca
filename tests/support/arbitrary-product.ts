import fc from 'fast-check';

import { CURRENCIES } from '#shared/model/money.ts';
import { ProductDetails } from '#shared/model/product-details.ts';
import { ProductFields, ProductRole } from '#shared/model/product.ts';

type Product = { readonly fields: ProductFields; readonly details: ProductDetails };

/** What is awkward in a table: formulas, guards, quotes, separators, escapes, both scripts, wide signs. */
const PIECES = [
  '=1+1',
  "'=x",
  "''",
  '+',
  '-',
  '@',
  '"',
  '""',
  ',',
  '，',
  ';',
  '|',
  ' | ',
  '\\',
  '\\|',
  '_x000D_',
  '&amp;',
  '<b>',
  '衬衫',
  'Linen shirt',
  '0012',
  '１２',
  'é',
  '👗',
  '  ',
  '\u3000',
  '1.299,00',
  '#REF',
];

/** One tidy line, as forms and tables keep it. */
export function arbitraryLine(max: number, without = /$^/u): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
      maxLength: 5,
    })
    .map((pieces) =>
      [...pieces.join('').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '')]
        .filter((char) => !without.test(char))
        .join('')
        .slice(0, max)
        .replace(/\p{Cs}/gu, '')
        .trim(),
    );
}
/** What was cut may end in half a character, or in a blank. */
const tidyEnd = (text: string): string => text.replace(/\p{Cs}/gu, '').trim();
const filled = (max: number, without?: RegExp): fc.Arbitrary<string> =>
  arbitraryLine(max, without).map((text) =>
    isSaying(text) ? text : tidyEnd(`x${text}`.slice(0, max)),
  );

/** A dash alone says that there is nothing, and a failed formula is no text. */
const isSaying = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && !text.startsWith('#');
const said = (max: number): fc.Arbitrary<string> =>
  arbitraryLine(max).map((text) => (isSaying(text) ? text : ''));

const minor = fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: null });
const words = (max: number, without: RegExp): fc.Arbitrary<string[]> =>
  fc.uniqueArray(filled(max, without), { maxLength: 4 });

export function arbitraryProduct(code: string): fc.Arbitrary<Product> {
  const ladder = fc.tuple(minor, minor, minor).map(([list, live, coupon]) =>
    live === null
      ? { listPriceMinor: list, priceMinor: null, couponPriceMinor: coupon }
      : {
          listPriceMinor: list === null ? null : list + live,
          priceMinor: live,
          couponPriceMinor: coupon === null ? null : Math.min(coupon, live),
        },
  );
  const texts = fc.record({
    benefit: said(200),
    hook: said(200),
    look: said(200),
    story: said(200),
    value: said(200),
    callToAction: said(200),
    say: said(200),
    swatch: fc.constantFrom('', '#cbb994,#a58f6d'),
  });
  const fields = fc.record({
    name: filled(200),
    role: fc.constantFrom(...ProductRole.options),
    currency: fc.constantFrom(...CURRENCIES),
    stock: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
  });
  const variant = fc.record({
    name: filled(80),
    code: said(64),
    stock: fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }),
    priceMinor: minor,
  });
  const details = fc.record({
    shortName: said(40),
    memberPriceMinor: minor,
    variants: fc.array(variant, { maxLength: 4 }),
    benefits: words(200, /[;；|]/u),
    bannedClaims: words(100, /[,，、;；|]/u),
    questions: fc.array(fc.record({ question: filled(120), answer: said(300) }), { maxLength: 3 }),
    links: fc
      .uniqueArray(fc.constantFrom('taobao', 'douyin', 'shopee', 'other'), { maxLength: 4 })
      .map((platforms) =>
        platforms.map((platform) => ({ platform, url: `https://shop.example/${platform}?a=1|2` })),
      ),
    tags: words(30, /[,，、;；|]/u),
  });
  return fc.tuple(fields, ladder, texts, details).map(([card, prices, lines, more]) => ({
    fields: ProductFields.parse({ code, ...card, ...prices, ...lines }),
    details: ProductDetails.parse(more),
  }));
}
