import { execFileSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { V8_LATER, V8_START } from '#electron/start-pace.ts';

/** The engine's own word for each flag as it is where nobody sets it. */
function defaults(): ReadonlySet<string> {
  const text = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  return new Set([...text.matchAll(/default: (--\S+)/g)].map(([, flag = '']) => flag));
}

const nameOf = (flag: string): string => flag.replace(/^--(?:no-)?/, '').replace(/=.*/, '');

test('what a start changes of V8 is afterwards what V8 has by itself', () => {
  expect(V8_LATER.filter((flag) => !defaults().has(flag))).toEqual([]);
  expect(V8_LATER.map(nameOf).toSorted()).toEqual(V8_START.map(nameOf).toSorted());
  expect(V8_START.filter((flag) => V8_LATER.includes(flag))).toEqual([]);
});
