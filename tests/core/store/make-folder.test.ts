import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { makeFolder } from '#core/store/make-folder.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

test('makes what is missing above it too, and leaves what is there', () => {
  const path = join(folder.path, 'a', 'b', 'c');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('says what the system says, and comes back, where none can be made', () => {
  writeFileSync(join(folder.path, 'file'), '');
  expect(() => makeFolder(join(folder.path, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(folder.path, 'file', 'below'))).toThrow('ENOTDIR');
});

test.runIf(process.platform === 'linux')('comes back where nothing can be made', () => {
  expect(() => makeFolder('/proc/cuedesk/below')).toThrow('ENOENT');
});
