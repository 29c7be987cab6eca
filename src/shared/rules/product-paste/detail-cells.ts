import type {
  ProductDetails,
  ProductLink,
  ProductQuestion,
  Variant,
} from '../../model/product-details.ts';
import { plainText } from './paste-fields.ts';
import { priceAsText, readPrice, readStock } from './paste-numbers.ts';

/**
 * What stands in one cell of a table for the parts of a product that are lists. Lines are the list's
 * entries; where an entry has parts, ` | ` stands between them, and `\|`, `\\` for these signs
 * themselves. Words (tags, claims) may also stand in one line with commas between them, benefits with
 * semicolons. What is written here is read back as it was.
 */
export const DETAIL_FIELDS = [
  'variants',
  'benefits',
  'bannedClaims',
  'questions',
  'links',
  'tags',
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** Places of platforms' shops, to tell from a bare link whose it is. */
const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:taobao|tmall)\.com$/, 'taobao'],
  [/(?:^|\.)(?:jinritemai|douyin)\.com$/, 'douyin'],
  [/(?:^|\.)(?:kwaixiaodian|kuaishou)\.com$/, 'kuaishou'],
  [/(?:^|\.)xiaohongshu\.com$/, 'xiaohongshu'],
  [/(?:^|\.)jd\.com$/, 'jd'],
  [/(?:^|\.)weixin\.qq\.com$/, 'wechat'],
  [/(?:^|\.)shopee\.[a-z.]+$/, 'shopee'],
  [/(?:^|\.)lazada\.[a-z.]+$/, 'lazada'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok'],
  [/(?:^|\.)amazon\.[a-z.]+$/, 'amazon'],
];

/** The cell of a list; empty for none. */
export function detailCell(field: DetailField, details: ProductDetails, currency: string): string {
  switch (field) {
    case 'variants':
      return details.variants
        .map(({ name, code, stock, priceMinor }) =>
          joined([
            name,
            code,
            stock === null ? '' : String(stock),
            priceMinor === null ? '' : priceAsText(priceMinor, currency),
          ]),
        )
        .join('\n');
    case 'questions':
      return details.questions.map(({ question, answer }) => joined([question, answer])).join('\n');
    case 'links':
      return details.links.map(({ platform, url }) => joined([platform, url])).join('\n');
    case 'benefits':
    case 'bannedClaims':
    case 'tags':
      return details[field].join('\n');
  }
}

/** The entries a cell states; null: one of them cannot be read. Whether they fit is the schema's. */
export function readDetailCell(
  field: DetailField,
  text: string,
  currency: string,
): readonly (string | Variant | ProductQuestion | ProductLink)[] | null {
  switch (field) {
    case 'variants':
      return whole(linesOf(text).map((line) => readVariant(partsOf(line), currency)));
    case 'questions':
      return whole(linesOf(text).map(readQuestion));
    case 'links':
      return whole(linesOf(text).map(readLink));
    case 'benefits':
      return wordsOf(text, /[\n;；|]+/);
    case 'bannedClaims':
    case 'tags':
      return wordsOf(text, /[\n,，、;；|]+/);
  }
}

function whole<T>(entries: readonly (T | null)[]): readonly T[] | null {
  const read = entries.flatMap((entry) => (entry === null ? [] : [entry]));
  return read.length === entries.length ? read : null;
}

function readVariant(parts: readonly string[], currency: string): Variant | null {
  const [name = '', code = '', stock = '', price = ''] = parts;
  const pieces = readStock(stock);
  const amount = readPrice(price, currency);
  const isRead = name !== '' && parts.length <= 4 && isSure(pieces.kind) && isSure(amount.kind);
  if (!isRead) return null;
  return {
    name,
    code,
    stock: pieces.kind === 'value' ? pieces.value : null,
    priceMinor: amount.kind === 'value' ? amount.value : null,
  };
}

function isSure(kind: ReturnType<typeof readStock>['kind']): boolean {
  return kind === 'empty' || kind === 'none' || kind === 'value';
}

function readQuestion(line: string): ProductQuestion | null {
  const [question = '', answer = '', ...rest] = partsOf(line);
  return question === '' || rest.length > 0 ? null : { question, answer };
}

function readLink(line: string): ProductLink | null {
  const [first = '', second, ...rest] = partsOf(line);
  if (rest.length > 0) return null;
  if (second !== undefined) return { platform: plainText(first).toLowerCase(), url: second };
  const host = /^https:\/\/([^/?#:]+)/.exec(first)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  return { platform: HOSTS.find(([shop]) => shop.test(host))?.[1] ?? 'other', url: first };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
}

function wordsOf(text: string, between: RegExp): string[] {
  const words = text.replace(/\r/g, '\n').split(between);
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** Parts with the sign between them; the last ones are left out while they say nothing. */
function joined(parts: readonly string[]): string {
  const last = parts.findLastIndex((part) => part !== '');
  return parts
    .slice(0, Math.max(last, 0) + 1)
    .map((part) => part.replace(/[\\|]/g, '\\$&'))
    .join(' | ');
}

function partsOf(line: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    const next = line.charAt(at + 1);
    if (char === '\\' && (next === '|' || next === '\\')) {
      part += next;
      at += 1;
    } else if (char === '|') {
      parts.push(part.trim());
      part = '';
    } else {
      part += char;
    }
  }
  return [...parts, part.trim()];
}
