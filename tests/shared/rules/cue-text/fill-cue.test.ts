import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  CUE_VARIABLES,
  variableNamed,
  writtenVariable,
} from '#shared/rules/cue-text/cue-variables.ts';
import { cueParts, cueVariablesOf, fillCue, isReadyCue } from '#shared/rules/cue-text/fill-cue.ts';

const values = { product: '亚麻衬衫', price: '¥129', stock: null, link: '3' };

test('names of both languages, however they are typed, are the same variable', () => {
  for (const text of [
    '{商品}到手{价格}',
    '{product}到手{price}',
    '｛商品｝到手{ Price }',
    '{品名}到手{到手价}',
  ]) {
    expect(fillCue(text, values)).toEqual({ text: '亚麻衬衫到手¥129', missing: [], unknown: [] });
  }
  expect(variableNamed('ＰＲＩＣＥ')).toBe('price');
  expect(variableNamed('list price')).toBe('listPrice');
});

test('what nobody knows stays as it was written and is named, never 0 and never empty', () => {
  const cue = fillCue('只剩 {库存} 件，{商品} {stock}', values);
  expect(cue).toEqual({
    text: '只剩 {库存} 件，亚麻衬衫 {stock}',
    missing: ['stock'],
    unknown: [],
  });
  expect(isReadyCue(cue)).toBe(false);
  expect(fillCue('{benefit}', { benefit: '  ' }).missing).toEqual(['benefit']);
  expect(fillCue('{likes}', {}).missing).toEqual(['likes']);
});

test('a value of 0 that is known is said', () => {
  expect(fillCue('{stock} left', { stock: '0' })).toEqual({
    text: '0 left',
    missing: [],
    unknown: [],
  });
});

test('braces around anything else are told as they stand', () => {
  const cue = fillCue('{优惠券} {} {product}', values);
  expect(cue).toEqual({ text: '{优惠券} {} 亚麻衬衫', missing: [], unknown: ['{优惠券}'] });
  expect(fillCue('{{a.b()}} :-{ {1+1}', {}).unknown).toEqual([]);
  expect(isReadyCue(cue)).toBe(false);
});

test('braces in a value are words', () => {
  expect(fillCue('{product}!', { product: '{price}', price: '1' }).text).toBe('{price}!');
});

test('the variables of a cue are told once each, in order', () => {
  expect(cueVariablesOf('{price} {商品} {到手价} {x}')).toEqual(['price', 'product']);
});

test('each variable is written and read back in both languages, and no name leads to two', () => {
  for (const variable of CUE_VARIABLES) {
    for (const language of ['zh', 'en'] as const) {
      expect(cueVariablesOf(writtenVariable(variable, language))).toEqual([variable]);
    }
  }
});

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom('{', '}', '｛', '｝', '{商品}', '{price}', '{nothing}', '{}'),
);

test('whatever is written: the parts are the text again, and nothing is filled but what is known', () => {
  fc.assert(
    fc.property(fc.array(piece), fc.option(fc.string()), (pieces, price) => {
      const text = pieces.join('');
      expect(
        cueParts(text)
          .map(({ written }) => written)
          .join(''),
      ).toBe(text);
      expect(fillCue(text, {}).text).toBe(text);
      const { missing } = fillCue(text, { price, product: 'x' });
      const isSaid = price !== null && price.trim() !== '';
      expect(missing).toEqual(!isSaid && cueVariablesOf(text).includes('price') ? ['price'] : []);
    }),
  );
});
