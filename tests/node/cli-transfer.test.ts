import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { openStore, type Store } from '#core/database/open-store.ts';
import { runExport, runImport } from '#node/cli-transfer.ts';
import { rowsOf } from '#tests/support/store-rows.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let from: ReturnType<typeof temporaryFolder>;
let to: ReturnType<typeof temporaryFolder>;
let said = '';
const stderr = { write: (text: string) => (said += text) };

beforeEach(() => {
  from = temporaryFolder();
  to = temporaryFolder();
  said = '';
  const store = open(from.path);
  store.db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES ('main', '直播间', 'Asia/Shanghai', 'CNY', 1)`);
  store.close();
});
afterEach(() => {
  from.clean();
  to.clean();
});

function open(folder: string): Store {
  const opened = openStore({ dataFolder: folder, sqliteBinding: null }, testPorts());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

test('export --all and import carry a closed store into another folder', async () => {
  const file = join(to.path, 'all.jsonl.gz');
  expect(await runExport(['--all', file, '--data', from.path], '0.0.0', stderr)).toBe(0);
  expect(await runImport([file, '--data', to.path], stderr)).toBe(0);
  expect(rowsOf(join(to.path, 'cuedesk.sqlite'))).toEqual(
    rowsOf(join(from.path, 'cuedesk.sqlite')),
  );
  // An export never replaces a file.
  expect(await runExport(['--all', file, '--data', from.path], '0.0.0', stderr)).toBe(1);
  expect(said).toMatch(/already there|is there already/);
});

test('a store that a running desk holds is left alone, and said in both languages', async () => {
  const store = open(from.path);
  const file = join(to.path, 'all.jsonl.gz');
  expect(await runExport(['--all', file, '--data', from.path], '0.0.0', stderr)).toBe(1);
  expect(await runImport([file, '--data', from.path], stderr)).toBe(1);
  expect(said).toContain('Another Cuedesk is using');
  expect(said).toContain('或关闭它后重新启动');
  store.close();
});

test('a damaged file changes nothing and every problem has its line', async () => {
  const file = join(to.path, 'all.jsonl.gz');
  await runExport(['--all', file, '--data', from.path], '0.0.0', stderr);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 30));
  open(to.path).close();
  const before = rowsOf(join(to.path, 'cuedesk.sqlite'));
  expect(await runImport([file, '--data', to.path], stderr)).toBe(1);
  expect(said).toMatch(/ends too early.*文件不完整/);
  expect(rowsOf(join(to.path, 'cuedesk.sqlite'))).toEqual(before);
});

test.each([[[]], [['--all']], [['a', 'b']], [['--speed', '2', 'a']]])(
  'wrong arguments %j are answered with the right ones',
  async (args) => {
    expect(await runExport(args, '0.0.0', stderr)).toBe(2);
    expect(said).toContain('export --all FILE');
  },
);
