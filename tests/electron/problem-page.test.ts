import { expect, test } from 'vitest';

import { problemPage } from '#electron/problem-page.ts';
import { fail } from '#shared/contract/app-error.ts';

test('says in both languages who holds the store and what to do', () => {
  const { error } = fail('store_in_use', { folder: '/data/room' });
  const page = problemPage({ kind: 'refused', error, message: '' });
  expect(page).toContain('Another Cuedesk is using the data folder /data/room');
  expect(page).toContain('另一个场控台正在使用数据文件夹 /data/room');
});

test('says when the core died too often', () => {
  const page = problemPage({ kind: 'died_too_often' });
  expect(page).toContain('several times within a minute');
  expect(page).toContain('一分钟内多次停止');
});

test('what it quotes stays text', () => {
  const message = '<img src=x onerror=alert(1)> & more';
  const page = problemPage({ kind: 'refused', error: null, message });
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
  expect(page).not.toMatch(/<(img|script|style)/);
});
