import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { loadCompiled } from '#electron/compiled-code.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let cache: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'core.cjs');
  cache = join(folder.path, 'data', 'compiled-code');
  writeFileSync(join(folder.path, 'beside.cjs'), 'exports.word = "beside";');
});
afterEach(() => folder.clean());

/** Runs the file; returns what keeps what it was compiled to. */
function runCompiled(): () => void {
  const code = loadCompiled(path, cache);
  code.run();
  return code.keep;
}

/** Text of a program that says what it has, on the global object. */
function program(word: string): string {
  return `'use strict';
    const { word } = require('./beside.cjs');
    globalThis.said = [${JSON.stringify(word)}, word, __dirname === require('node:path').dirname(__filename), this === exports];
    exports.done = true;
    //# sourceMappingURL=core.cjs.map`;
}

const said = (): unknown => Reflect.get(globalThis, 'said');

test('runs a file as require does, and keeps what it was compiled to for the next time', () => {
  writeFileSync(path, program('first'));
  const keep = runCompiled();
  expect(said()).toEqual(['first', 'beside', true, true]);
  keep();
  const kept = readdirSync(cache);
  expect(kept).toHaveLength(1);
  const before = readFileSync(join(cache, kept[0] ?? ''));
  Reflect.set(globalThis, 'said', null);
  runCompiled()();
  expect(said()).toEqual(['first', 'beside', true, true]);
  // It was there and good: nothing was written again.
  expect(readFileSync(join(cache, kept[0] ?? '')).equals(before)).toBe(true);
});

test('another text of the same length is compiled anew, and takes the place of the old one', () => {
  writeFileSync(path, program('first'));
  runCompiled()();
  const before = readdirSync(cache);
  writeFileSync(path, program('other'));
  runCompiled()();
  expect(said()).toEqual(['other', 'beside', true, true]);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(readdirSync(cache)).not.toEqual(before);
});

test('what is no compiled code at all is refused and made anew', () => {
  // V8 remembers what it compiled in this process: a text that it has not seen.
  const text = program('unseen');
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.bin`;
  writeFileSync(path, text);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), 'nonsense');
  runCompiled()();
  expect(said()).toEqual(['unseen', 'beside', true, true]);
  expect(readFileSync(join(cache, name)).length).toBeGreaterThan('nonsense'.length);
});

test('a place that cannot be written is done without', () => {
  writeFileSync(path, program('first'));
  mkdirSync(join(folder.path, 'data'));
  writeFileSync(cache, 'a file where the folder would be');
  chmodSync(cache, 0o400);
  expect(() => runCompiled()()).not.toThrow();
  expect(said()).toEqual(['first', 'beside', true, true]);
});
