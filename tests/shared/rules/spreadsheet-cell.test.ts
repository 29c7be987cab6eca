import fc from 'fast-check';
import { expect, test } from 'vitest';

import { guardCell, unguardCell } from '#shared/rules/spreadsheet-cell.ts';
import { toTsv, type TsvCell } from '#shared/rules/tsv.ts';
import { readPayloads } from '#tests/support/payloads.ts';
import { readCells, wouldRun } from '#tests/support/spreadsheet-reader.ts';

const payloads = readPayloads();
/** As a paste is read, and as people open files whose separator they do not know. */
const SEPARATORS = ['\t', '\t,;', '\t,;|'];

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'=+-@\t\r\n\0"\',;| \uFF1D\uFF0B\u3000\u200B\uFEFF'.split('')),
      fc.constantFrom('SUM(1,1)', "cmd|' /C calc'!A0", 'a', '1'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('there are at least 200 payloads, each with its own id and text', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200);
  expect(new Set(payloads.map(({ id }) => id)).size).toBe(payloads.length);
  expect(new Set(payloads.map(({ text }) => text)).size).toBe(payloads.length);
});

test('the reader would run every formula of the corpus that is not guarded', () => {
  // What the signs in the text itself would start; the rest of the group are near misses.
  const runnable = payloads.filter(({ group, text }) => group === 'formulas' && wouldRun(text));
  expect(runnable.length).toBeGreaterThan(40);
});

test.each(SEPARATORS)('no payload runs as a formula where cells end at %j', (separators) => {
  for (const { id, text } of payloads) {
    for (const row of [[text], ['a', text, 'b'], [text, text], ['"', text]]) {
      const ran = readCells(toTsv([row]), separators)
        .flat()
        .filter(wouldRun);
      expect(ran, id).toEqual([]);
    }
  }
});

test('no text at all runs as a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(hostileText, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      fc.constantFrom(...SEPARATORS),
      (rows, separators) => {
        expect(readCells(toTsv(rows), separators).flat().filter(wouldRun)).toEqual([]);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a paste gives every cell back, but for its controls', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(hostileText, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const read = readCells(toTsv(rows), '\t').map((row) => row.map(unguardCell));
        expect(read).toEqual(rows.map((row) => row.map(asPasted)));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('guarding can be undone', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(unguardCell(guardCell(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test.each(["'\ta", "''\n", "'\0", "'=1", "''=1", "' '"])(
  'an apostrophe of its own stays: %j',
  (text) => {
    expect(unguardCell(guardCell(text))).toBe(text);
  },
);

test('numbers of ours stay numbers, negative ones too; the same in a text is guarded', () => {
  const row: readonly TsvCell[] = [-5, 1.5, '-5', '5'];
  expect(toTsv([row])).toBe("-5\t1.5\t'-5\t5");
});

test('everyday text is left alone', () => {
  for (const text of ['亚麻衬衫 XL', 'a-b', "it's", '2 = 2', 'me@example.org', '3, 2, 1']) {
    expect(toTsv([[text]])).toBe(text);
  }
});

/** What guarding and the paste leave of a text: its runs of controls are one blank each. */
function asPasted(text: string): string {
  const guarded = guardCell(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return unguardCell(guarded);
}
