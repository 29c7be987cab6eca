import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  priceAsText,
  readLinkNumber,
  readPrice,
  readStock,
} from '#shared/rules/product-paste/paste-numbers.ts';

const value = (number: number) => ({ kind: 'value', value: number });
const unsure = (...readings: number[]) => ({ kind: 'unsure', readings });

describe('a price', () => {
  it.each([
    ['¥1,299.00', 129_900],
    ['￥１，２９９．００', 129_900],
    ['129元', 12_900],
    ['129.9 元/件', 12_990],
    ['RMB 129', 12_900],
    ['129 CNY', 12_900],
    ['19。9', 1_990],
    ['1.2万', 1_200_000],
    ['1 299.50', 129_950],
    ["1'299", 129_900],
    ['12.5000', 1_250],
    ['0', 0],
  ])('%s is read', (text, minor) => {
    expect(readPrice(text, 'CNY')).toEqual(value(minor));
  });

  it.each([
    ['1.299,00', [129_900]],
    ['12,5', [1_250]],
    ['129,00', [12_900]],
    ['1.299', [129_900]],
    ['12.999', [1_299_900]],
    ['1.290', [129_000, 129]],
    ['1.299.000', [129_900_000]],
  ])('%s is asked about, never guessed', (text, readings) => {
    expect(readPrice(text, 'CNY')).toEqual(unsure(...readings));
  });

  it.each([
    ['129-159', 'priceRange'],
    ['¥129 ~ ¥159', 'priceRange'],
    ['99元起', 'priceRange'],
    ['$129', 'otherCurrency'],
    ['129 USD', 'otherCurrency'],
    ['面议', 'priceForm'],
    ['NaN', 'priceForm'],
    ['abc', 'priceForm'],
    ['free', 'priceForm'],
    ['元', 'priceForm'],
    ['-5', 'priceForm'],
    ['12.9999', 'priceDecimals'],
    ['12,34,56', 'priceForm'],
    ['9999999999999', 'priceTooLarge'],
  ])('%s is refused as %s', (text, code) => {
    expect(readPrice(text, 'CNY')).toMatchObject({ kind: 'bad', code });
  });

  it('states nothing when the cell is empty, and that there is none by a dash or a word', () => {
    expect(readPrice('  ', 'CNY')).toEqual({ kind: 'empty' });
    for (const text of ['—', '-', '/', 'N/A', '暂无', 'TBD']) {
      expect(readPrice(text, 'CNY')).toEqual({ kind: 'none' });
    }
  });

  it('follows the currency: its mark and its decimals', () => {
    expect(readPrice('¥1,299', 'JPY')).toEqual(value(1_299));
    expect(readPrice('$1,299.50', 'USD')).toEqual(value(129_950));
    expect(readPrice('€12.50', 'EUR')).toEqual(value(1_250));
    expect(readPrice('1.299', 'KWD')).toEqual(value(1_299));
    expect(readPrice('12.5', 'JPY')).toMatchObject({ kind: 'bad', code: 'priceDecimals' });
  });

  it('as a spreadsheet writes it is read back to the cent', () => {
    const amount = fc.integer({ min: 0, max: 99_999_999_999 });
    const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'USD');
    const shape = fc.constantFrom('plain', 'grouped', 'full', 'suffixed');
    fc.assert(
      fc.property(amount, currency, shape, (minor, code, form) => {
        const text = priceAsText(minor, code);
        const [whole = '', decimals] = text.split('.');
        const grouped =
          whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
        const full = text.replace(/[\d.]/g, (char) =>
          String.fromCodePoint(char.codePointAt(0)! + 0xfee0),
        );
        const written = { plain: text, grouped, full, suffixed: `${grouped} ${code}` }[form];
        expect(readPrice(written, code)).toEqual(value(minor));
      }),
      { numRuns: 1_000 },
    );
  });

  it('of any text is read or refused, and no reading is beside its digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,¥元万 -'.split('')), maxLength: 12 }),
        (text) => {
          const found = readPrice(text, 'CNY');
          const digits = text.replace(/\D/g, '').replace(/^0+|0+$/g, '');
          const numbers =
            found.kind === 'value' ? [found.value] : found.kind === 'unsure' ? found.readings : [];
          for (const number of numbers) {
            expect(Number.isSafeInteger(number)).toBe(true);
            expect(String(number).replace(/^0+|0+$/g, '')).toBe(digits);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a stock', () => {
  it.each([
    ['120', 120],
    ['１２０件', 120],
    ['1,200', 1_200],
    ['1.2万', 12_000],
    ['0', 0],
    ['售罄', 0],
    ['Sold out', 0],
  ])('%s is a number', (text, pieces) => {
    expect(readStock(text)).toEqual(value(pieces));
  });

  it.each(['有货', '充足', '—', '100+', '>50', 'in stock'])(
    '%s is unknown, not a number',
    (text) => {
      expect(readStock(text)).toEqual({ kind: 'none' });
    },
  );

  it('that can be read in two ways is asked about; words are refused', () => {
    expect(readStock('1.200')).toEqual(unsure(1_200));
    expect(readStock('看情况')).toMatchObject({ kind: 'bad', code: 'stockForm' });
    expect(readStock('-3')).toMatchObject({ kind: 'bad', code: 'stockForm' });
  });
});

describe('a link number', () => {
  it.each([
    ['3', 3],
    ['３号', 3],
    ['#3', 3],
    ['No. 12', 12],
    ['3号链接', 3],
    ['003', 3],
    ['3.0', 3],
  ])('%s is read', (text, number) => {
    expect(readLinkNumber(text)).toEqual(value(number));
  });

  it.each(['0', '1000', '3.5', 'A3', '-1'])('%s is refused', (text) => {
    expect(readLinkNumber(text)).toMatchObject({ kind: 'bad', code: 'linkForm' });
  });
});
