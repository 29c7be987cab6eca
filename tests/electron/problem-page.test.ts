import { expect, test } from 'vitest';

import type { CoreProblem } from '#electron/core-supervisor.ts';
import { problemActionOf, problemPage as pageOf, problemText } from '#electron/problem-page.ts';
import { fail } from '#shared/contract/app-error.ts';
import { readPayloads } from '#tests/support/payloads.ts';

const PLACE = {
  dataFolder: '/data/room',
  version: '0.1.0',
  language: 'en',
  theme: 'light',
  isCopied: false,
} as const;
const problemPage = (problem: CoreProblem): string => pageOf(problem, PLACE);

const inChinese = (problem: CoreProblem): string => pageOf(problem, { ...PLACE, language: 'zh' });

test('says in its language who holds the store and what to do', () => {
  const { error } = fail('store_in_use', { folder: '/data/room' });
  const page = problemPage({ kind: 'refused', error, message: '' });
  expect(page).toContain('Another Cuedesk is using the data folder /data/room');
  expect(page).not.toMatch(/\p{Script=Han}/u);
  const chinese = inChinese({ kind: 'refused', error, message: '' });
  expect(chinese).toContain('另一个场控台正在使用数据文件夹 /data/room');
});

test('says when the core died too often', () => {
  const page = problemPage({ kind: 'died_too_often' });
  expect(page).toContain('several times within a minute');
  expect(inChinese({ kind: 'died_too_often' })).toContain('一分钟内多次停止');
});

test('says that the core goes on when the window died too often, and offers to load it again', () => {
  const page = problemPage({ kind: 'window_died' });
  expect(page).toContain('everything that comes in is received and stored');
  expect(inChinese({ kind: 'window_died' })).toContain('数据照常接收并保存');
  expect(page).toMatch(/href="\/problem\/retry"[^>]* autofocus[^>]*>Reload</);
});

test('what it quotes stays text', () => {
  const message = '<img src=x onerror=alert(1)> & more';
  const page = problemPage({ kind: 'refused', error: null, message });
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
  expect(page).not.toMatch(/<(img|script|style)| style=/);
});

test('the chosen language is spoken, and three links are all it can do', () => {
  const problem: CoreProblem = { kind: 'died_too_often' };
  const chinese = pageOf(problem, { ...PLACE, language: 'zh', theme: 'dark', isCopied: true });
  expect(chinese).toContain('后台在');
  expect(chinese).not.toContain('The core stopped');
  expect(chinese).toContain('<html lang="zh-CN" data-theme="dark">');
  expect(chinese).toContain('已复制');
  const links = [...problemPage(problem).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual([
    '/problem/problem.css',
    '/problem/retry',
    '/problem/copy',
    '/problem/quit',
  ]);
  expect(problemActionOf('cuedesk://app/problem/quit')).toBe('quit');
  expect(problemActionOf('cuedesk://app/problem/')).toBeNull();
  expect(problemActionOf('cuedesk://app/problem/format')).toBeNull();
  expect(problemText(problem).split('\n')).toHaveLength(2);
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
