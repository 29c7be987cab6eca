import { IMPORTED_UNITS, type ImportedFigure } from '../../model/platform-import.ts';
import { currencyExponent } from '../currency-exponent.ts';
import { readCount, readMoney, readSeconds, type FigureProblem } from '../figures/figure-text.ts';
import { plainText } from '../product-paste/paste-fields.ts';

/** What is wrong with a cell; translated as `imported.cell.<problem>`. */
export type CellProblem =
  | FigureProblem
  | 'negative'
  | 'percent'
  /** Less than the row before, of a figure that is summed from the start. */
  | 'falls';

export type ReadFigureCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number; readonly isRounded: boolean }
  | { readonly kind: 'bad'; readonly problem: CellProblem };

const NOTHING = /^(?:[-\u2010-\u2015\u2212/\\_]+|n\/?a|null|none|nan|无|暂无|#n\/a)$/i;
const SIGNED = /^[-\u2212](?=\s*[^\s\d]{0,4}\s*\d)|^\((.+)\)$/;
/** Rounded by whoever wrote it; `readDecimal` knows 万 and w, `readCount` knows k. */
const ROUNDED = /[万亿wkm]\s*(?:元|次|人|单|件|\+)?$/i;

/**
 * A figure as an export has it: `¥1,234.50`, `1.2万`, `3.4k`, `1分25秒`, `00:01:25`. Money in minor
 * units of `currency`; refunds that are written below nothing count as what they are.
 */
export function readFigureCell(
  figure: ImportedFigure,
  text: string,
  currency: string,
): ReadFigureCell {
  const plain = plainText(text);
  if (plain === '' || NOTHING.test(plain)) return { kind: 'empty' };
  if (plain.endsWith('%')) return { kind: 'bad', problem: 'percent' };
  const sign = SIGNED.exec(plain);
  const bare = sign === null ? plain : (sign[1] ?? plain.slice(sign[0].length)).trim();
  const isTime = IMPORTED_UNITS[figure] === 'seconds';
  const found = valueOf(figure, isTime ? bare : withoutLarge(bare), currency);
  if (found.kind !== 'value') return found;
  const isBelow = sign !== null && found.value !== 0;
  if (isBelow && figure !== 'gmvNet' && figure !== 'refundMoney' && figure !== 'refunds') {
    return { kind: 'bad', problem: 'negative' };
  }
  const value = isBelow && figure === 'gmvNet' ? -found.value : found.value;
  return { kind: 'value', value, isRounded: !isTime && ROUNDED.test(bare) };
}

function valueOf(figure: ImportedFigure, plain: string, currency: string) {
  switch (IMPORTED_UNITS[figure]) {
    case 'count':
      return readCount(plain);
    case 'money':
      return readMoney(toCents(plain, currency), currency);
    case 'seconds':
      return readTime(plain);
  }
}

const LARGE: Readonly<Record<string, readonly [number, string]>> = {
  亿: [4, '万'],
  k: [3, ''],
  m: [6, ''],
};

/** `1.2亿` is `12000万`, `1.2m` is `1200000`: digits are moved. */
function withoutLarge(plain: string): string {
  const found = /^(\D{0,4})(\d+)(?:\.(\d{1,6}))?\s*([亿km])(?![a-z])(.*)$/i.exec(plain);
  if (found === null) return plain;
  const [, sign = '', whole = '', decimals = '', unit = '', rest = ''] = found;
  const [places, smaller] = LARGE[unit.toLowerCase()] ?? [0, unit];
  if (decimals.length > places) return plain;
  return `${sign}${whole}${decimals.padEnd(places, '0')}${smaller}${rest}`;
}

/** Means and shares are written finer than money goes: `12.3456` is `12.35`. */
function toCents(plain: string, currency: string): string {
  const found = /^(\D{0,4}[\d,]*)\.(\d{3,9})(\D{0,4})$/.exec(plain);
  const digits = currencyExponent(currency);
  if (found === null || /[万亿wkm]/i.test(plain)) return plain;
  const [, whole = '', decimals = '', unit = ''] = found;
  if (decimals.length <= digits || !/\d/.test(whole)) return plain;
  const sign = whole.replace(/[\d,].*$/, '');
  const number = Number(`${whole.slice(sign.length).replaceAll(',', '')}.${decimals}`);
  return `${sign}${number.toFixed(digits)}${unit}`;
}

/** `h:mm:ss` beside what a person writes; parts of a second are dropped. */
function readTime(plain: string) {
  const clock = /^(\d{1,4}):(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(plain);
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    const value = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    return { kind: 'value', value } as const;
  }
  const spoken =
    /^(?:(\d+)\s*(?:小时|时|h(?:ours?)?)\s*)?(?:(\d+)\s*(?:分钟?|m(?:in(?:utes?)?)?)\s*)?(?:(\d+)(?:\.\d+)?\s*(?:秒|s(?:ec(?:onds?)?)?))?$/i.exec(
      plain,
    );
  if (spoken !== null && plain !== '') {
    const [, hours = '0', minutes = '0', seconds = '0'] = spoken;
    const value = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    return { kind: 'value', value } as const;
  }
  const decimal = /^(\d[\d,]*)\.\d+$/.exec(plain)?.[1];
  return readSeconds(decimal ?? plain);
}
