// The host's screen opens on old tablets, the overlay in the Chromium 87 of an older OBS. The desk
// does not: it comes with its own browser, or a new one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { scriptFaults, styleFaults } from './old-browser-rules.ts';
import { repoRoot } from './planted-project.ts';

/** What is used only where it is there, by the words of the built script that ask for it. */
const ASKED_FIRST: ReadonlyMap<string, RegExp> = new Map([
  ['navigator.wakeLock (84 and https only, 16.4)', /[`"']wakeLock[`"']in navigator/],
  ['Intl.Segmenter (87, 14.1)', /[`"']Segmenter[`"']in Intl/],
  // React's own, in a try, and only for a component that the pages do not have.
  ['.startViewTransition() (111, 18)', /try\{var \w+=\w+\.startViewTransition\(/],
  // Made when the desk sends that a person was erased, which it sends to neither page.
  ['look-behind (?<!\\\\w in a text', /`\(\?<!\\\\w\)`/],
]);

function assets(page: string, extension: string): readonly string[] {
  const folder = join(repoRoot, 'out/renderer', page, 'assets');
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe.each(['anchor', 'overlay', 'assistant'])('the built page %s', (page) => {
  test('has scripts that Chromium 87 and Safari 14 parse, and asks only for what they have', () => {
    const scripts = assets(page, '.js');
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const unasked = scriptFaults(script).filter(
        (fault) => ASKED_FIRST.get(fault)?.test(script) !== true,
      );
      expect(unasked).toEqual([]);
    }
  });

  test('has style sheets of what they know', () => {
    const sheets = assets(page, '.css');
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.flatMap(styleFaults)).toEqual([]);
  });
});

test.each([
  ['class A { #x = 1 }', 'does not parse'],
  ['class A { static {} }', 'does not parse'],
  ['await open();', 'does not parse'],
  ['/(?<=a)b/u.test(x)', 'look-behind (?<=a in a literal'],
  ['RegExp("(?<!a)b")', 'look-behind (?<!a in a text'],
  ['[1].at(-1)', '.at()'],
  ['new WeakRef(x)', 'WeakRef'],
  ['structuredClone(x)', 'structuredClone'],
  ['crypto.randomUUID()', '.randomUUID()'],
  ['navigator.wakeLock.request("screen")', 'navigator.wakeLock'],
  ['navigator.clipboard.writeText("x")', 'navigator.clipboard'],
  ['AbortSignal.timeout(5)', 'AbortSignal.timeout'],
])('a planted %s is seen', (script, fault) => {
  expect(scriptFaults(script)).toEqual([expect.stringContaining(fault)]);
});

test('what both have is none', () => {
  expect(scriptFaults('a?.b ?? (c ||= 1_000); x.replaceAll("a", "b"); y.at; z.timeout(5)')).toEqual(
    [],
  );
});

test.each([
  ['p:has(b) {}', ':has()'],
  ['p { &:hover { color: red } }', 'nesting'],
  ['@container (width > 3px) {}', '@container'],
  ['@layer a {}', '@layer'],
  ['p { aspect-ratio: 1 }', 'aspect-ratio'],
  ['p { inset: 0 }', 'inset'],
  ['p { display: flex; gap: 4px }', 'gap'],
  ['p { translate: 1px }', 'single transforms'],
  ['p { height: 100dvh }', 'viewport units'],
  ['p { color: color-mix(in srgb, red, blue) }', 'colour functions'],
  ['@media (width >= 3px) {}', 'range'],
])('a planted %s is seen', (sheet, fault) => {
  expect(styleFaults(sheet)).toEqual([expect.stringContaining(fault)]);
});

test('a style that both know is none', () => {
  const sheet = '/* & */ p:not(.a) { grid-gap: 1px; width: min(4px, 5%); content: "&" }';
  expect(styleFaults(sheet)).toEqual([]);
});
