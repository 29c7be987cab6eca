// What the desktop app reads before it has asked for its core and its window.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

import { expect, test } from 'vitest';

import { repoRoot } from './planted-project.ts';

const ALIASES: Readonly<Record<string, string>> = {
  '#shared/': 'src/shared/',
  '#core/': 'src/main/core/',
  '#electron/': 'src/main/electron/',
};
// Types are gone in the built file, and what is imported by a call comes later.
const STATIC_IMPORT = /^(?:import|export)\s(?!type\b)[^;(]*?from\s+'([^']+)'/gm;

/** Every package and file that is read with the file, itself included. */
function readWith(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  found.add(file);
  const text = readFileSync(join(repoRoot, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(STATIC_IMPORT)) {
    const target = targetOf(file, specifier);
    if (!target.endsWith('.ts')) found.add(target);
    else if (!found.has(target)) readWith(target, found);
  }
  return found;
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const alias = Object.keys(ALIASES).find((each) => specifier.startsWith(each));
  return alias === undefined ? specifier : specifier.replace(alias, ALIASES[alias] ?? '');
}

test('the first steps of the desktop app read no schema', () => {
  const read = readWith('src/main/electron/main.ts');
  expect([...read]).toContain('src/main/electron/deny-by-default.ts');
  expect([...read].filter((each) => !each.startsWith('src/') && !each.startsWith('node:'))).toEqual(
    ['electron'],
  );
});

test('what comes after them does', () => {
  expect([...readWith('src/main/electron/desk-app.ts')]).toContain('zod');
});
