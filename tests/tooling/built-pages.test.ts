// The policy allows nothing inline; a built page that needs it would come up blank.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { repoRoot } from './planted-project.ts';

const PAGES = join(repoRoot, 'out/renderer');

/** Everything in a page's HTML that the content policy would refuse. */
function inlineFaults(html: string): string[] {
  const faults: string[] = [];
  for (const [tag, attributes = '', body = ''] of html.matchAll(
    /<script\b([^>]*)>([\s\S]*?)<\/script>/gi,
  )) {
    if (!/\bsrc=/.test(attributes) || body.trim() !== '') faults.push(tag);
  }
  faults.push(...(html.match(/<style\b/gi) ?? []));
  faults.push(...(html.match(/<[^>]*\sstyle=/gi) ?? []));
  faults.push(...(html.match(/<[^>]*\son[a-z]+=/gi) ?? []));
  faults.push(...(html.match(/javascript:/gi) ?? []));
  faults.push(...(html.match(/<(?:script|link|img|iframe)\b[^>]*(?:https?:)?\/\/[^>]*>/gi) ?? []));
  faults.push(...(html.match(/<base\b/gi) ?? []));
  return faults;
}

describe('the built pages', () => {
  test.each(['desk', 'anchor', 'overlay', 'assistant'])(
    '%s has nothing inline and nothing foreign',
    (name) => {
      const html = readFileSync(join(PAGES, name, 'index.html'), 'utf8');
      expect(html).toContain('<script');
      expect(inlineFaults(html)).toEqual([]);
    },
  );

  test('bring no script that makes code out of text', () => {
    const names = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
    const scripts = names.filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    const eager = scripts.filter((name) =>
      /\beval\(/.test(readFileSync(join(PAGES, name), 'utf8')),
    );
    expect(eager).toEqual([]);
  });
});

test.each([
  '<script>1</script>',
  '<script src="./a.js">1</script>',
  '<style>p {}</style>',
  '<p style="color: red">',
  '<img src="./a.png" onerror="x()">',
  '<a href="javascript:x()">',
  '<script src="https://evil.example/a.js"></script>',
  '<link rel="stylesheet" href="//evil.example/a.css">',
  '<base href="/">',
])('a planted %s is seen', (html) => {
  expect(inlineFaults(html).length).toBeGreaterThan(0);
});
