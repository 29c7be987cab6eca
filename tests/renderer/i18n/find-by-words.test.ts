import { expect, test } from 'vitest';

import { findLines } from '#renderer/i18n/find-by-words.ts';

const LINES = [
  { id: 'arm-3', texts: ['备品 3 亚麻西装外套', 'Arm 3 亚麻西装外套'], aliases: ['3'] },
  { id: 'arm-13', texts: ['备品 13 真丝方巾', 'Arm 13 真丝方巾'], aliases: ['13'] },
  { id: 'end', texts: ['结束本场', 'End the show'], aliases: [] },
  { id: 'bookmark', texts: ['标记此刻', 'Bookmark this moment'], aliases: ['b'] },
];

const found = (query: string): readonly string[] => findLines(LINES, query).map(({ id }) => id);

test('nothing typed lists everything in its own order', () => {
  expect(found('  ')).toEqual(['arm-3', 'arm-13', 'end', 'bookmark']);
});

test('finds in both languages whatever is on screen', () => {
  expect(found('结束')).toEqual(['end']);
  expect(found('END')).toEqual(['end']);
});

test('an alias comes before a part of a text', () => {
  expect(found('3')).toEqual(['arm-3', 'arm-13']);
});

test('every word must be found', () => {
  expect(found('备品 方巾')).toEqual(['arm-13']);
  expect(found('备品 外星')).toEqual([]);
});

test('latin letters in order are enough, full-width ones too', () => {
  expect(found('bkmk')).toEqual(['bookmark']);
  expect(found('ｅｎｄ')).toEqual(['end']);
});
