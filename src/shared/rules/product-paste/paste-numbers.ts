import { currencyExponent } from '../currency-exponent.ts';
import { plainText } from './paste-fields.ts';

/** What a cell says: nothing, that there is none, a number, one that can be read in several ways, or no number. */
export type ReadNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number }
  /** The likeliest reading first. */
  | { readonly kind: 'unsure'; readonly readings: readonly number[] }
  | { readonly kind: 'bad'; readonly code: NumberFault; readonly found: string };

export type NumberFault =
  | 'priceForm'
  | 'priceRange'
  | 'priceDecimals'
  | 'priceTooLarge'
  | 'otherCurrency'
  | 'stockForm'
  | 'stockTooLarge'
  | 'linkForm';

/** Largest price: a hundred thousand million minor units, far inside exact integers. */
export const MAX_PRICE_MINOR = 100_000_000_000;
export const MAX_STOCK = 1_000_000_000;
export const MAX_LINK_NUMBER = 999;

/** What people write where there is no number. */
const NO_NUMBER =
  /^(?:[-\u2010-\u2015\u2212_/\\~]+|n\/?a|none|null|nil|tb[ad]|无|没有|暂无|未知|未定|待定|空)$/i;
const SIGN = /^(?:人民币|us\$|hk\$|nt\$|rm(?![a-z])|[¥$€£₩₫฿]|[a-z]{3})\s*/i;
const UNIT =
  /\s*(?:(?:元|块钱|块|圆|円|人民币|[¥$€£₩₫฿]|[a-z]{3})(?:整)?)?(?:\s*\/?\s*(?:件|个|瓶|盒|份|套|双|只|条|包|箱|袋|支|台|ea|pcs?))?$/i;
const CURRENCIES_OF: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  块: ['CNY', 'TWD', 'HKD'],
  块钱: ['CNY', 'TWD', 'HKD'],
  圆: ['CNY', 'JPY', 'TWD', 'HKD'],
  円: ['JPY'],
  人民币: ['CNY'],
  rmb: ['CNY'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'BRL', 'CLP', 'COP', 'ARS'],
  us$: ['USD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  rm: ['MYR'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP'],
  '₩': ['KRW'],
  '₫': ['VND'],
  '฿': ['THB'],
};

/**
 * A price in minor units of `currency`, as spreadsheets and people write it: `¥1,299.00`, `129元`,
 * `１９９`, `1.2万`. Digits are moved, never multiplied. Marks whose meaning differs from country to
 * country (`1.299,00`, `12,5`) give readings to choose from, never a guess.
 */
export function readPrice(text: string, currency: string): ReadNumber {
  const plain = plainText(text).replaceAll('。', '.').replaceAll('、', ',');
  if (plain === '') return { kind: 'empty' };
  if (NO_NUMBER.test(plain)) return { kind: 'none' };
  if (/\d\s*(?:[-~\u2010-\u2015]|至|到|to)\s*\D{0,4}\d/i.test(plain) || /\d.*起$/.test(plain)) {
    return { kind: 'bad', code: 'priceRange', found: plain };
  }
  // Any word, and what a program writes for a number that is none, looks like the code of a currency.
  if (!/\d/.test(plain)) return { kind: 'bad', code: 'priceForm', found: plain };
  const sign = SIGN.exec(plain)?.[0] ?? '';
  const unit = UNIT.exec(plain.slice(sign.length))?.[0] ?? '';
  for (const found of [sign, unit.replace(/\/.*/, '').replace(/整$/, '')]) {
    if (!isOf(found, currency)) return { kind: 'bad', code: 'otherCurrency', found: found.trim() };
  }
  const bare = plain.slice(sign.length, plain.length - unit.length).trim();
  return limited(readDecimal(bare, currencyExponent(currency)), MAX_PRICE_MINOR, 'priceTooLarge');
}

function isOf(found: string, currency: string): boolean {
  const name = found
    .trim()
    .toLowerCase()
    .replace(/(?:件|个|瓶|盒|份|套|双|只|条|包|箱|袋|支|台|ea|pcs?)$/, '');
  if (name === '') return true;
  return CURRENCIES_OF[name]?.includes(currency) ?? name === currency.toLowerCase();
}

/** A decimal as integer of its smallest unit, `digits` places behind the mark. */
export function readDecimal(bare: string, digits: number): ReadNumber {
  const tenThousands = /^(\d+)(?:\.(\d+))?\s*[万w]$/i.exec(bare);
  if (tenThousands !== null) {
    const [, whole = '', decimals = ''] = tenThousands;
    return exact(whole, decimals, digits + 4, digits);
  }
  // Blanks and apostrophes group digits in some countries, and mean nothing else there.
  const joined = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/.test(bare)
    ? bare.replace(/[ '’]/g, '')
    : bare;
  const grouped = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(joined);
  const commaDecimal = /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2}|\d{4,})$/.exec(joined);
  const dotGroups = /^(\d{1,3}(?:\.\d{3})+)$/.exec(joined);
  if (dotGroups !== null && digits !== 3) {
    // 1.299 is a thousand in one country and a price with three decimals in another.
    const thousands = exact(joined.replaceAll('.', ''), '', digits, digits);
    const decimal =
      grouped === null ? null : exact(grouped[1] ?? '', grouped[2] ?? '', digits, digits);
    return unsure([thousands, ...(decimal === null ? [] : [decimal])]);
  }
  if (grouped !== null) {
    return exact((grouped[1] ?? '').replaceAll(',', ''), grouped[2] ?? '', digits, digits);
  }
  if (commaDecimal !== null) {
    const [, whole = '', decimals = ''] = commaDecimal;
    return unsure([exact(whole.replaceAll('.', ''), decimals, digits, digits)]);
  }
  return { kind: 'bad', code: 'priceForm', found: bare };
}

/** `whole.decimals` moved by `move` places; more decimals than `digits` are no such price. */
function exact(whole: string, decimals: string, move: number, digits: number): ReadNumber {
  const needed = decimals.replace(/0+$/, '');
  if (needed.length > move) {
    return { kind: 'bad', code: 'priceDecimals', found: String(digits) };
  }
  const value = Number(whole + decimals.slice(0, move).padEnd(move, '0'));
  return { kind: 'value', value };
}

function unsure(candidates: readonly ReadNumber[]): ReadNumber {
  const readings = candidates.flatMap((found) => (found.kind === 'value' ? [found.value] : []));
  const [first] = candidates;
  if (readings.length > 0) return { kind: 'unsure', readings };
  return first ?? { kind: 'bad', code: 'priceForm', found: '' };
}

function limited(found: ReadNumber, max: number, code: NumberFault): ReadNumber {
  const values =
    found.kind === 'value' ? [found.value] : found.kind === 'unsure' ? found.readings : [];
  return values.some((value) => value > max) ? { kind: 'bad', code, found: String(max) } : found;
}

const PLENTY =
  /^(?:有货|有|现货|充足|大量|不限|不限量|无限|足量|若干|in stock|available|plenty|yes|unlimited|∞|\d+\s*\+|(?:>|>=|≥|约|大约|~)\s*\d+)$/i;
const SOLD_OUT =
  /^(?:无货|没货|缺货|断货|售罄|售完|卖完|抢光|sold out|out of stock|oos|no stock)$/i;
const PIECES = /\s*(?:件|个|瓶|盒|份|套|双|只|条|包|箱|袋|支|台|pcs?|pieces?|units?|ea)\.?$/i;

/** Pieces left. Words for plenty are no number, so the stock stays unknown. */
export function readStock(text: string): ReadNumber {
  const plain = plainText(text);
  if (plain === '') return { kind: 'empty' };
  if (SOLD_OUT.test(plain)) return { kind: 'value', value: 0 };
  if (PLENTY.test(plain) || NO_NUMBER.test(plain)) return { kind: 'none' };
  const bare = plain.replace(PIECES, '').trim();
  const found = readDecimal(bare.replaceAll('、', ','), 0);
  if (found.kind === 'bad') return { kind: 'bad', code: 'stockForm', found: plain };
  return limited(found, MAX_STOCK, 'stockTooLarge');
}

/** A link number: `3`, `3号`, `#3`, `No. 3`, `3号链接`. */
export function readLinkNumber(text: string): ReadNumber {
  const plain = plainText(text);
  if (plain === '') return { kind: 'empty' };
  if (NO_NUMBER.test(plain)) return { kind: 'none' };
  const match =
    /^(?:no\.?|#|链接|小黄车|link|第)?\s*0*(\d{1,3})(?:\.0+)?\s*(?:号链接|号|链接)?$/i.exec(plain);
  const value = Number(match?.[1] ?? Number.NaN);
  if (!(value >= 1 && value <= MAX_LINK_NUMBER)) {
    return { kind: 'bad', code: 'linkForm', found: plain };
  }
  return { kind: 'value', value };
}

/** Minor units as typed text that reads back as the same: 25900 CNY is `259`, 1990 is `19.90`. */
export function priceAsText(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  const padded = String(minor).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const decimals = padded.slice(padded.length - digits);
  return /^0*$/.test(decimals) ? whole : `${whole}.${decimals}`;
}
