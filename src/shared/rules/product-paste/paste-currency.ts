import { plainText } from './paste-fields.ts';

export type ReadCurrency =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly currency: string }
  | { readonly kind: 'bad' };

const NAMES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  元: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  港币: 'HKD',
  港元: 'HKD',
  新台币: 'TWD',
  马币: 'MYR',
  林吉特: 'MYR',
  新币: 'SGD',
  新加坡元: 'SGD',
  泰铢: 'THB',
  越南盾: 'VND',
  印尼盾: 'IDR',
};

/** A currency by its three letters or its Chinese name. */
export function readCurrency(text: string): ReadCurrency {
  const word = plainText(text).toUpperCase();
  if (word === '') return { kind: 'empty' };
  const named = NAMES[word];
  if (named !== undefined) return { kind: 'value', currency: named };
  return /^[A-Z]{3}$/.test(word) ? { kind: 'value', currency: word } : { kind: 'bad' };
}
