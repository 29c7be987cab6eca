import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkNapi, checkNode, checkPort } from '#core/doctor/machine-checks.ts';
import { runChecks } from '#core/doctor/run-checks.ts';
import { checkLock, checkStore } from '#core/doctor/store-checks.ts';
import { openTestStore, temporaryFolder } from '#tests/support/test-store.ts';
import { testPorts } from '#tests/support/test-ports.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

test('an old runtime is told what it needs, and its engine is not touched', () => {
  expect(checkNode('18.20.0')).toMatchObject({ state: 'fail' });
  expect(checkNode('20.18.1')).toMatchObject({ state: 'ok' });
  expect(checkNapi('9', null)).toMatchObject({ state: 'fail' });
  expect(checkNapi('9', '/own/engine.node')).toMatchObject({ state: 'ok' });
  expect(checkNapi('10', null)).toMatchObject({ state: 'ok' });
});

test('a new folder is well', async () => {
  const checks = await runChecks(join(folder.path, 'new'), null, testPorts());
  expect(checks.filter((check) => check.state === 'fail')).toEqual([]);
  expect(checks).toContainEqual({ name: 'store', state: 'ok', detail: 'none yet', advice: null });
});

test('a store in use is seen and left alone', () => {
  const open = openTestStore();
  expect(checkLock(open.folder, null)).toMatchObject({ state: 'ok', detail: 'held' });
  expect(checkStore(open.folder, null, open.ports)[0]).toMatchObject({ state: 'ok' });
  open.close();
});

test('a store of a newer program and a file that is none are told apart', () => {
  const path = join(folder.path, 'cuedesk.sqlite');
  const raw = new BetterSqlite(path);
  raw.pragma('user_version = 999');
  raw.close();
  const [newer] = checkStore(folder.path, null, testPorts());
  expect(newer?.detail).toMatch(/^version 999, this program knows \d+$/);
  expect(newer?.advice?.zh).toContain('请更新场控台');
  writeFileSync(path, 'not a database, but long enough to be read as one'.repeat(100));
  const [broken] = checkStore(folder.path, null, testPorts());
  expect(broken).toMatchObject({ state: 'fail' });
  expect(broken?.advice?.en).toContain('backups');
});

test('a port that is taken is named', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = address !== null && typeof address !== 'string' ? address.port : 0;
  expect(await checkPort(port)).toMatchObject({ state: 'warn', name: 'port' });
  await new Promise((resolve) => void other.close(resolve));
  expect(await checkPort(port)).toMatchObject({ state: 'ok' });
});
