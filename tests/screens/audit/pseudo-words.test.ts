import { expect, test } from 'vitest';

import { hasOwnHan } from '#tests/screens/audit/pseudo-words.ts';

test('Chinese that people wrote, and the name of the language, is none of the desk’s own', () => {
  const written = ['客服没人理', '客服', 'free shipping?'];
  expect(hasOwnHan('Most asked: “客服没人理”', written)).toBe(false);
  expect(hasOwnHan('简体中文', written)).toBe(false);
  expect(hasOwnHan('Open the review', written)).toBe(false);
});

test('Chinese of the desk is seen, also beside what people wrote', () => {
  expect(hasOwnHan('复盘', [])).toBe(true);
  expect(hasOwnHan('最多人问：“客服没人理”', ['客服没人理'])).toBe(true);
});
