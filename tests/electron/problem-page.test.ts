import { expect, test } from 'vitest';

import type { CoreProblem } from '#electron/core-supervisor.ts';
import { problemPage } from '#electron/problem-page.ts';
import { fail } from '#shared/contract/app-error.ts';
import { readPayloads } from '#tests/support/payloads.ts';

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

test('says that the core goes on when the window died too often, and offers to load it again', () => {
  const page = problemPage({ kind: 'window_died' });
  expect(page).toContain('everything that comes in is received and stored');
  expect(page).toContain('数据照常接收并保存');
  expect(page).toContain('<a href="cuedesk://app/desk/" autofocus>重新载入 · Reload</a>');
  expect(problemPage({ kind: 'died_too_often' })).not.toContain('<a ');
});

test('what it quotes stays text', () => {
  const message = '<img src=x onerror=alert(1)> & more';
  const page = problemPage({ kind: 'refused', error: null, message });
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
  expect(page).not.toMatch(/<(img|script|style)/);
});

test('no payload in what it quotes becomes part of the page', () => {
  const empty = problemPage(hostile(''));
  const tags = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];
  for (const { id, text } of readPayloads()) {
    expect(tags(problemPage(hostile(text))), id).toEqual(tags(empty));
    const message = { kind: 'refused', error: null, message: text } as const;
    expect(tags(problemPage(message)), id).toEqual(tags(empty));
  }
});

function hostile(text: string): CoreProblem {
  const { error } = fail('store_unwritable', { folder: text, reason: text });
  return { kind: 'refused', error, message: text };
}
