import fc from 'fast-check';
import { expect, test } from 'vitest';

import { CARD_LANGUAGES, CUE_KINDS, CUE_TONES } from '#shared/model/cue.ts';
import { cueTable } from '#shared/rules/cue-table/cue-table.ts';
import { readCues, rowsOfLines } from '#shared/rules/cue-table/read-cues.ts';

const DEFAULTS = { kind: 'free', language: 'any' } as const;

test('lines become cards of the chosen kind; empty lines are none', () => {
  const rows = readCues(
    rowsOfLines('欢迎新来的\r\n\n  再看一眼面料  '),
    { kind: 'welcome', language: 'zh' },
    [],
  );
  expect(
    rows.map(({ line, text, kind, language, fault }) => ({ line, text, kind, language, fault })),
  ).toEqual([
    { line: 1, text: '欢迎新来的', kind: 'welcome', language: 'zh', fault: null },
    { line: 3, text: '再看一眼面料', kind: 'welcome', language: 'zh', fault: null },
  ]);
});

test('columns are known by their headings in either language, in any order', () => {
  const zh = readCues(rowsOfLines('内容\t口吻\t类型\n到手{价格}\t紧迫\t报价'), DEFAULTS, []);
  const en = readCues(rowsOfLines('Kind\tText\tTone\nprice\t到手{价格}\tUrgent'), DEFAULTS, []);
  for (const [row] of [zh, en]) {
    expect(row).toMatchObject({ kind: 'price', text: '到手{价格}', tone: 'urgent', fault: null });
  }
});

test('without headings, kinds in the first column are kinds; else the text comes first', () => {
  expect(readCues(rowsOfLines('欢迎\t大家好\n感谢\t谢谢'), DEFAULTS, [])).toMatchObject([
    { kind: 'welcome', text: '大家好' },
    { kind: 'thanks', text: '谢谢' },
  ]);
  expect(readCues(rowsOfLines('大家好\t欢迎'), DEFAULTS, [])).toMatchObject([
    { kind: 'welcome', text: '大家好' },
  ]);
});

test('each row that is no card says why', () => {
  const rows = readCues(
    rowsOfLines(
      `内容\t类型\t语言\t口吻\n\t欢迎\n${'长'.repeat(121)}\t欢迎\na\t唱歌\nb\t欢迎\t法文\nc\t欢迎\t中文\t凶`,
    ),
    DEFAULTS,
    [],
  );
  expect(rows.map(({ line, fault, given }) => [line, fault, given])).toEqual([
    [2, 'textMissing', ''],
    [3, 'textTooLong', '121'],
    [4, 'kindUnknown', '唱歌'],
    [5, 'languageUnknown', '法文'],
    [6, 'toneUnknown', '凶'],
  ]);
});

test('what the deck has, or an earlier row, is marked; braces that are no variable are told', () => {
  const rows = readCues(rowsOfLines('a\na\nb {优惠}'), DEFAULTS, [
    { kind: 'free', text: 'b {优惠}' },
  ]);
  expect(rows.map(({ isKnown }) => isKnown)).toEqual([false, true, true]);
  expect(rows[2]?.unknownVariables).toEqual(['{优惠}']);
});

test('a deck that was written as a table reads back as it was, in both languages', () => {
  const card = fc.record({
    kind: fc.constantFrom(...CUE_KINDS),
    text: fc.stringMatching(/^[a-z{}一二三，。!?]{1,60}$/u),
    language: fc.constantFrom(...CARD_LANGUAGES),
    tone: fc.constantFrom(...CUE_TONES),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(card, { selector: ({ kind, text }) => `${kind} ${text}`, maxLength: 20 }),
      fc.constantFrom('zh-CN' as const, 'en' as const),
      (deck, language) => {
        const rows = cueTable(deck, language).map((cells, index) => ({ line: index + 1, cells }));
        const read = readCues(rows, DEFAULTS, []);
        expect(read.every(({ fault, isKnown }) => fault === null && !isKnown)).toBe(true);
        expect(
          read.map(({ kind, text, language: of, tone }) => ({ kind, text, language: of, tone })),
        ).toEqual(deck);
      },
    ),
  );
});
