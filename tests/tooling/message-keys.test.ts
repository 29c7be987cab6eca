import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { repoRoot } from './planted-project.ts';

const WORDS = 'src/renderer/i18n/zh-cn';
const KEY = /^ {2}'([\w.]+)':/gm;
/** A key put together from its parts: `cues.kindOf.${kind}`. */
const TEMPLATE = /`([\w.]+(?:\$\{[^`]*?\}[\w.]*)+)`/g;

function textsBelow(folder: string): readonly string[] {
  return readdirSync(join(repoRoot, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => !file.startsWith(WORDS) && !file.includes('/i18n/en/'))
    .map((file) => readFileSync(join(repoRoot, file), 'utf8'));
}

/** Keys that no source names, whole or by a template; a plural form is named by what goes before it. */
function unusedKeys(keys: readonly string[], sources: readonly string[]): readonly string[] {
  const source = sources.join('\n');
  const templates = [...source.matchAll(TEMPLATE)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`));
    return new RegExp(`^${parts.join('.+')}$`);
  });
  const quoted = new Set([...source.matchAll(/'([\w.]+)'/g)].map(([, name]) => name));
  return keys.filter((key) => {
    const names = [key, key.replace(/\.(one|other)$/, '')];
    return !names.some(
      (name) => quoted.has(name) || templates.some((template) => template.test(name)),
    );
  });
}

test('a key that nobody names is seen, one of a template or a plural is not', () => {
  const sources = ["t('a.title')", "tn('a.count', n)", 't(`a.kind.${kind}`)'];
  const keys = ['a.title', 'a.count.one', 'a.count.other', 'a.kind.card', 'a.gone', 'a.gone.one'];
  expect(unusedKeys(keys, sources)).toEqual(['a.gone', 'a.gone.one']);
});

test('every text is said somewhere', () => {
  const keys = readdirSync(join(repoRoot, WORDS)).flatMap((name) =>
    [...readFileSync(join(repoRoot, WORDS, name), 'utf8').matchAll(KEY)].map(([, key = '']) => key),
  );
  expect(keys.length).toBeGreaterThan(3_000);
  expect(unusedKeys(keys, textsBelow('src'))).toEqual([]);
});
