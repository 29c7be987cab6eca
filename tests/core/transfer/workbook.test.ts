// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sheetNames } from '#core/transfer/sheet-names.ts';
import { workbookOf } from '#core/transfer/workbook.ts';
import type { ReportSheet } from '#shared/model/report-sheet.ts';
import { readWorkbook } from '#tests/support/read-workbook.ts';

const SHANGHAI = { timeZone: 'Asia/Shanghai' };
const TS = Date.UTC(2026, 10, 22, 12, 0, 0);

function sheet(patch: Partial<ReportSheet>): ReportSheet {
  return { name: 'products', title: '商品', heads: ['a'], rows: [], ...patch };
}

describe('a workbook', () => {
  it('has one sheet for each table, with numbers, times, lengths, shares and money as such', async () => {
    const book = await readWorkbook(
      workbookOf(
        [
          sheet({
            heads: ['商品', '讲解', '占比', '成交额', '日元', '开始', '件'],
            rows: [
              [
                '亚麻衬衫 立领',
                { seconds: 5_400 },
                { fraction: 0.068 },
                { money: 31_290.5, currency: 'CNY' },
                { money: 1_200, currency: 'JPY' },
                { ts: TS },
                1_234,
              ],
              ['乐福鞋', null, null, null, null, null, 0.5],
            ],
          }),
          sheet({ title: 'Gaps', heads: ['From', 'To'], rows: [] }),
        ],
        SHANGHAI,
      ),
    );
    expect(book.map(({ name }) => name)).toEqual(['商品', 'Gaps']);
    const [head, first, second] = book[0]?.rows ?? [];
    expect(head?.map((cell) => cell?.value)).toEqual([
      '商品',
      '讲解',
      '占比',
      '成交额',
      '日元',
      '开始',
      '件',
    ]);
    expect(first).toEqual([
      { value: '亚麻衬衫 立领', format: 'General' },
      { value: 0.0625, format: '[h]:mm:ss' },
      { value: 0.068, format: '0.0%' },
      { value: 31_290.5, format: '[$¥]#,##0.00' },
      { value: 1_200, format: '[$¥]#,##0' },
      // 2026-11-22 20:00 in Shanghai, days since 1899-12-30.
      { value: 46_348 + 20 / 24, format: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
      { value: 1_234, format: '#,##0' },
    ]);
    expect(second?.filter((cell) => cell !== null).map((cell) => cell.value)).toEqual([
      '乐福鞋',
      0.5,
    ]);
    expect(book.every(({ isHeadFrozen }) => isHeadFrozen)).toBe(true);
    // Seven East Asian characters are as wide as fourteen letters.
    expect(book[0]?.widths[0]).toBe(15);
    expect(book[0]?.widths).toHaveLength(7);
  });

  it('never runs what a stranger wrote, and keeps every character', async () => {
    const strangers = fc.oneof(
      { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 3 },
      fc.constantFrom(
        '=1+1',
        '@SUM(A1)',
        '+49',
        '-5',
        '<b>&"\'',
        '_x0041_',
        'a\u0000b\uD800',
        '＝1',
      ),
    );
    const texts = fc.array(strangers, { minLength: 100, maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(texts, async (written) => {
        const rows = written.map((text) => ['x', text]);
        const [read] = await readWorkbook(
          workbookOf([sheet({ heads: ['', 'b'], rows })], SHANGHAI),
        );
        expect(read?.formulas).toBe(0);
        for (const [index, text] of written.entries()) {
          const cell = String(read?.rows[index + 1]?.[1]?.value ?? '');
          const said = cell.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          );
          expect([text, `'${text}`]).toContain(said);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('shows a length below zero as seconds, since no program shows it as a time', async () => {
    const rows = [[{ seconds: -90 }]];
    const [read] = await readWorkbook(workbookOf([sheet({ rows })], SHANGHAI));
    expect(read?.rows[1]?.[0]).toEqual({ value: -90, format: '#,##0' });
  });

  it('has the same bytes for the same tables', () => {
    const sheets = [sheet({ rows: [['a', 1]] })];
    expect(workbookOf(sheets, SHANGHAI)).toEqual(workbookOf(sheets, SHANGHAI));
  });
});

describe('names of sheets', () => {
  it('are what workbooks allow, each once', () => {
    expect(sheetNames(['a/b', 'A b', "'x'", '', 'History'])).toEqual([
      'a b',
      'A b 2',
      'x',
      'Sheet',
      'History 2',
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), (titles) => {
        const names = sheetNames(titles);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
          expect(encodeURIComponent(name)).not.toBe('');
        }
      }),
    );
  });
});
