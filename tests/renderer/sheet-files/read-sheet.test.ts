import { describe, expect, test, vi } from 'vitest';

import { openSheet } from '#renderer/sheet-files/open-sheet.ts';
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { makeZip, workbookOf, workbookParts } from '#tests/support/make-zip.ts';
import { residentBytes } from '#tests/support/resident-bytes.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
/** 商品名称,价格 / 羽绒服,399 as Chinese Excel writes it. */
const GBK = new Uint8Array(
  Buffer.from('c9ccc6b7c3fbb3c62cbcdbb8f10d0ad3f0c8deb7fe2c333939', 'hex'),
);
const workbook = (sheet: string, strings: string | null = null): Uint8Array<ArrayBuffer> =>
  makeZip(workbookParts(sheet, strings));

async function rows(file: Uint8Array<ArrayBuffer>, name = 'goods'): Promise<unknown> {
  const reading = await readSheet(file, name);
  return reading.isRead ? reading.table.rows.map(({ line, cells }) => [line, ...cells]) : reading;
}
const refused = (fault: string) => ({ isRead: false, fault });

describe('text', () => {
  test.each([
    ['UTF-8', bytes('商品名称,价格\r\n羽绒服,399')],
    ['UTF-8 with its mark', bytes('\uFEFF商品名称,价格\r\n羽绒服,399')],
    ['GBK', GBK],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFF商品名称\t价格\n羽绒服\t399', 'utf16le'))],
    ['semicolons', bytes('"商品名称";"价格"\n"羽绒服";"399"\n\n')],
    ['quotes', bytes('商品名称,价格\n"羽绒服","399"\n')],
  ])('in %s', async (_what, file) => {
    expect(await rows(file)).toEqual([
      [1, '商品名称', '价格'],
      [2, '羽绒服', '399'],
    ]);
  });

  test('with a title above, quoted line breaks and commas, keeps rows and their numbers', async () => {
    const file = bytes('春夏货盘\n\nname,variants\n"a ""b""","x\ny, z"\n');
    expect(await rows(file)).toEqual([
      [1, '春夏货盘', ''],
      [3, 'name', 'variants'],
      [4, 'a "b"', 'x\ny, z'],
    ]);
  });

  test('that is none, or nothing, is refused', async () => {
    expect(await rows(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toEqual(
      refused('encoding'),
    );
    expect(await rows(bytes('\n\n , \n'))).toEqual(refused('empty'));
    expect(await rows(bytes(''))).toEqual(refused('empty'));
  });

  test.each(['goods.xlsx', '货盘.XLSM', 'a.xlsb'])(
    'under the name of a workbook is refused (%s)',
    async (name) => {
      expect(await rows(bytes('this is no workbook'), name)).toEqual(refused('notWorkbook'));
      expect(await rows(bytes(''), name)).toEqual(refused('empty'));
    },
  );

  test('under the old name is a table, as consoles write it; a page under any name is none', async () => {
    expect(await rows(bytes('name\tprice\nBag\t9'), 'goods.xls')).toEqual([
      [1, 'name', 'price'],
      [2, 'Bag', '9'],
    ]);
    for (const page of ['<html><table><tr><td>Bag', '\n<?xml version="1.0"?>', '<!DOCTYPE html>']) {
      expect(await rows(bytes(page), 'goods.xls')).toEqual(refused('markup'));
    }
    expect(await rows(bytes('<3 heart bag,9\n'), 'goods.csv')).toEqual([[1, '<3 heart bag', '9']]);
  });

  test('beyond the limits is refused', async () => {
    expect(await rows(bytes('a,b\n'.repeat(5011)))).toEqual(refused('tooManyRows'));
    expect(await rows(bytes(`${'a,'.repeat(100)}b`))).toEqual(refused('tooManyColumns'));
    expect(await rows(bytes(`${'长'.repeat(4000)},b\n`.repeat(4500)))).toEqual(
      refused('tooMuchText'),
    );
  });
});

describe('a workbook', () => {
  test('is its first sheet that can be seen, with every kind of cell', async () => {
    const strings =
      '<sst><si><t>名称</t></si><si><r><t>羽</t></r><r><t>绒&amp;</t></r><rPh><t>yu</t></rPh></si></sst>';
    const sheet = `<worksheet><sheetData>
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>a &lt;b&gt; _x000D_</t></is></c></row>
      <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>19.899999999999999</v></c><c r="C4" t="b"><v>1</v></c></row>
      <row r="5"><c r="A5" t="str"><f>A1&amp;"x"</f><v>sum</v></c><c r="B5"><v>6901234567890</v></c><c r="C5" t="e"><v>#REF!</v></c></row>
      <row r="6"/><row r="7"><c r="A7" s="1"/></row></sheetData></worksheet>`;
    const reading = await readSheet(workbook(sheet, strings), 'goods.xlsx');
    expect(reading).toEqual({
      isRead: true,
      sheets: { names: ['a'], index: 0 },
      table: {
        rows: [
          { line: 2, cells: ['名称', '', 'a <b> \r'] },
          { line: 4, cells: ['羽绒&', '19.9', 'TRUE'] },
          { line: 5, cells: ['sum', '6901234567890', '#REF!'] },
        ],
        formulas: ['5:0'],
      },
    });
  });

  test('of programs that write a prefix is read the same', async () => {
    const rowsOfIt = '<x:row><x:c t="inlineStr"><x:is><x:t>x:a</x:t></x:is></x:c></x:row>'.repeat(
      3000,
    );
    const read = await rows(workbook(`<x:worksheet>${rowsOfIt}</x:worksheet>`));
    expect(read).toHaveLength(3000);
    expect(read).toContainEqual([3000, 'x:a']);
  });

  test.each([
    [
      'a file that is cut off',
      workbook('<worksheet><row><c><v>1</v></c></row></worksheet>').slice(0, -30),
    ],
    [
      'an archive without a workbook',
      makeZip([{ name: 'a.txt', data: Buffer.from('a'), claimedBytes: null }]),
    ],
    ['an archive of nothing', makeZip([])],
    ['two letters', bytes('PK')],
  ])('%s is refused', async (_what, file) => {
    expect(await rows(file)).toEqual(refused('damaged'));
  });

  test('whose bytes are garbled anywhere is read or refused, never more', async () => {
    const whole = workbook('<worksheet><row><c><v>1</v></c></row></worksheet>');
    for (let at = 0; at < whole.length; at += 3) {
      const garbled = whole.slice();
      garbled[at] = (garbled[at] ?? 0) ^ 0x5a;
      const reading = await readSheet(garbled, 'goods.xlsx');
      expect(
        reading.isRead ||
          ['notWorkbook', 'damaged', 'empty', 'protected', 'encoding', 'unpacksTooLarge'].includes(
            reading.fault,
          ),
      ).toBe(true);
    }
  });

  test('of old or behind a password is refused', async () => {
    expect(await rows(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(
      refused('oldWorkbook'),
    );
  });

  test('beyond the limits is refused', async () => {
    const row = '<row><c><v>1</v></c></row>';
    expect(await rows(workbook(`<worksheet>${row.repeat(5011)}</worksheet>`))).toEqual(
      refused('tooManyRows'),
    );
    const wide = '<worksheet><row><c r="CW1"><v>1</v></c></row></worksheet>';
    expect(await rows(workbook(wide))).toEqual(refused('tooManyColumns'));
    const cell = '<c t="s"><v>0</v></c>'.repeat(90);
    const many = `<worksheet>${`<row>${cell}</row>`.repeat(50)}</worksheet>`;
    const strings = `<sst><si><t>${'长'.repeat(32_000)}</t></si></sst>`;
    expect(await rows(workbook(many, strings))).toEqual(refused('tooMuchText'));
  });
});

describe('a workbook of several sheets', () => {
  const sheet = (value: number) => `<worksheet><row r="1"><c><v>${value}</v></c></row></worksheet>`;
  const sheets = { '说明 &amp; 封面': '<worksheet/>', '6.18': sheet(618), '11.11': sheet(1111) };
  const file = makeZip(workbookOf(sheets));
  const names = ['说明 & 封面', '6.18', '11.11'];

  test('is read from the first with something in it, and says which there are', async () => {
    expect(await readSheet(file, 'a.xlsx')).toEqual({
      isRead: true,
      table: { rows: [{ line: 1, cells: ['618'] }], formulas: [] },
      sheets: { names, index: 1 },
    });
  });

  test('is read from the one that is wanted', async () => {
    expect(await readSheet(file, 'a.xlsx', 2)).toMatchObject({
      table: { rows: [{ cells: ['1111'] }] },
      sheets: { names, index: 2 },
    });
    expect(await readSheet(file, 'a.xlsx', 0)).toEqual(refused('empty'));
    expect(await readSheet(file, 'a.xlsx', 9)).toEqual(refused('empty'));
  });

  test('a file of text has none', async () => {
    expect(await readSheet(bytes('a,b\n1,2'), 'a.csv', 2)).toMatchObject({ sheets: null });
  });
});

describe('a bomb', () => {
  const bomb = Buffer.alloc(200 * 1024 * 1024, ' ');

  test('that says what it unpacks to is left unopened; one that lies is left when it is found', async () => {
    const before = residentBytes(process.pid);
    const [workbookXml, relations, sheet] = workbookParts(bomb, null);
    const honest = makeZip([workbookXml!, relations!, sheet!]);
    const lying = makeZip([workbookXml!, relations!, { ...sheet!, claimedBytes: 1000 }]);
    expect(honest.byteLength).toBeLessThan(2_000_000);
    expect(await rows(honest)).toEqual(refused('unpacksTooLarge'));
    // Blanks hold no row: the element's own limit, or that of what is unpacked, ends it.
    expect(await rows(lying)).toEqual(refused('unpacksTooLarge'));
    expect(residentBytes(process.pid) - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('of 200 MB is not opened: not a byte of it is read', async () => {
    const file = new File([], 'large.xlsx');
    Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
    const read = vi.spyOn(file, 'arrayBuffer');
    expect(await openSheet(file)).toEqual(refused('tooLarge'));
    expect(read).not.toHaveBeenCalled();
  });
});
