import { FIGURE_UNITS, type FigureName } from '../../model/entered-figure.ts';
import { plainText } from '../product-paste/paste-fields.ts';
import { readDecimal, readPrice, type ReadNumber } from '../product-paste/paste-numbers.ts';

/** What is wrong with a figure as it was written; translated as `figures.problem.<problem>`. */
export type FigureProblem =
  /** No number at all, or a range, or one below zero. */
  | 'form'
  /** A part of a person or an order. */
  | 'whole'
  /** Finer than the currency goes. */
  | 'decimals'
  | 'large'
  /** More than a hundred percent. */
  | 'share'
  | 'currency'
  /** Reads differently from country to country: `1.299`. */
  | 'unsure';

export type ReadFigure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'bad'; readonly problem: FigureProblem };

const MAX_COUNT = 1_000_000_000_000;
/** A share is read to the hundredth of a percent. */
const SHARE_DIGITS = 2;
const SHARE_SCALE = 10_000;
const COUNTED = /\s*(?:人次|人|次|单|件|个|名|people|orders?|views?|clicks?)$/i;
const NOTHING = /^(?:[-\u2010-\u2015/]+|n\/?a|无|暂无)$/i;

/**
 * A figure as a person or a platform's table writes it: `12,345`, `1.2万`, `3.4k`, `42%`,
 * `¥1,299.00`. A share is in percent, with the sign or without. Money in minor units of `currency`.
 */
export function readFigure(name: FigureName, text: string, currency: string): ReadFigure {
  const plain = plainText(text);
  if (plain === '' || NOTHING.test(plain)) return { kind: 'empty' };
  switch (FIGURE_UNITS[name]) {
    case 'count':
      return readCount(plain);
    case 'share':
      return readShare(plain);
    case 'seconds':
      return readSeconds(plain);
    case 'money':
      return readMoney(plain, currency);
  }
}

/** A sum in minor units of `currency`. */
export function readMoney(plain: string, currency: string): ReadFigure {
  return figureOf(readPrice(plain, currency), 'decimals');
}

/** `12,345`, `1.2万`, `3.4k`, `800单`. */
export function readCount(text: string): ReadFigure {
  const plain = text.replace(COUNTED, '');
  const thousands = /^(\d+)(?:\.(\d{1,3}))?\s*k$/i.exec(plain);
  if (thousands !== null) {
    const [, whole = '', decimals = ''] = thousands;
    return limited(Number(whole + decimals.padEnd(3, '0')));
  }
  const found = figureOf(readDecimal(plain, 0), 'whole');
  return found.kind === 'value' ? limited(found.value) : found;
}

function limited(value: number): ReadFigure {
  return value > MAX_COUNT ? { kind: 'bad', problem: 'large' } : { kind: 'value', value };
}

/** `1:25`, `1分25秒`, `85秒`, `85`. */
export function readSeconds(plain: string): ReadFigure {
  const spoken = /^(?:(\d+)\s*(?:分钟?|m(?:in)?|:)\s*)?(?:(\d+)\s*(?:秒|s(?:ec)?)?)?$/i.exec(plain);
  if (spoken === null) return figureOf(readDecimal(plain, 0), 'whole');
  const [, minutes = '0', seconds = '0'] = spoken;
  return limited(Number(minutes) * 60 + Number(seconds));
}

function readShare(plain: string): ReadFigure {
  const found = figureOf(readDecimal(plain.replace(/\s*%$/, ''), SHARE_DIGITS), 'decimals');
  if (found.kind !== 'value') return found;
  if (found.value > SHARE_SCALE) return { kind: 'bad', problem: 'share' };
  return { kind: 'value', value: found.value / SHARE_SCALE };
}

function figureOf(found: ReadNumber, finer: 'whole' | 'decimals'): ReadFigure {
  switch (found.kind) {
    case 'value':
      return found;
    case 'empty':
    case 'none':
      return { kind: 'empty' };
    case 'unsure':
      return { kind: 'bad', problem: 'unsure' };
    case 'bad':
      break;
  }
  switch (found.code) {
    case 'priceDecimals':
      return { kind: 'bad', problem: finer };
    case 'priceTooLarge':
      return { kind: 'bad', problem: 'large' };
    case 'otherCurrency':
      return { kind: 'bad', problem: 'currency' };
    default:
      return { kind: 'bad', problem: 'form' };
  }
}
