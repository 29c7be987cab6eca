import { currencyExponent } from './currency-exponent.ts';

export const MESSAGE_TEMPLATE_MAX = 300;

/** What a message may name of the product that is pushed. */
export const MESSAGE_VARIABLES = ['name', 'price', 'link', 'stock'] as const;
export type MessageVariable = (typeof MESSAGE_VARIABLES)[number];

/** What is known of a product; null where nobody knows. */
export type MessageValues = Readonly<Record<MessageVariable, string | null>>;

const VARIABLE = /\{([^{}]*)\}/g;

function isVariable(name: string): name is MessageVariable {
  return MESSAGE_VARIABLES.some((each) => each === name);
}

/** The first `{…}` of a template that is no variable; null when all are. */
export function unknownVariable(template: string): string | null {
  for (const [, name] of template.matchAll(VARIABLE)) {
    if (name !== undefined && !isVariable(name)) return name;
  }
  return null;
}

export type FilledMessage =
  | { readonly text: string; readonly missing: null }
  | { readonly text: null; readonly missing: MessageVariable };

/**
 * A template with its variables filled in: all of them, or none where one is not known. What a value
 * says in braces stays as it is.
 */
export function fillMessage(template: string, values: MessageValues): FilledMessage {
  const missing = MESSAGE_VARIABLES.find(
    (name) => values[name] === null && template.includes(`{${name}}`),
  );
  if (missing !== undefined) return { text: null, missing };
  const text = template.replace(VARIABLE, (whole, name: string) =>
    isVariable(name) ? (values[name] ?? whole) : whole,
  );
  return { text, missing: null };
}

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

/** A price as viewers read it everywhere: the sign or code, digits, no grouping, no needless zeros. */
export function messagePrice(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  const amount = (minor / 10 ** digits).toFixed(digits).replace(/\.0+$/, '');
  const sign = SIGNS[currency];
  return sign === undefined ? `${currency} ${amount}` : `${sign}${amount}`;
}

/** What a message can say of a product; `linkNumber` is the number of its link on the platforms. */
export function messageValues(product: {
  readonly name: string;
  readonly priceMinor: number | null;
  readonly currency: string;
  readonly linkNumber: number;
  readonly stock: number | null;
}): MessageValues {
  const { name, priceMinor, currency, linkNumber, stock } = product;
  return {
    name,
    price: priceMinor === null ? null : messagePrice(priceMinor, currency),
    link: String(linkNumber),
    stock: stock === null ? null : String(stock),
  };
}
