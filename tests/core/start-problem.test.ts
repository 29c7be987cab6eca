import BetterSqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { CoreStartError } from '#core/core.ts';
import { writePrivateJson } from '#core/screens/private-file.ts';
import { runtimeFilePath } from '#core/screens/runtime-file.ts';
import { startFault } from '#core/start-fault.ts';
import { describeStartProblem, startProblem } from '#core/start-problem.ts';
import { fail } from '#shared/contract/app-error.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const HAN = /\p{Script=Han}/u;

describe('a start problem', () => {
  const problems = [
    fail('bad_request', { option: '--port', value: '70000' }),
    fail('bad_request', { option: '--data', value: '' }),
    fail('address_unavailable', { address: '127.0.0.1', port: 4180, reason: 'EADDRINUSE' }),
    fail('address_unavailable', { address: '127.0.0.1', port: 80, reason: 'EACCES' }),
    fail('address_unavailable', { address: '10.0.0.7', port: 4180, reason: 'EADDRNOTAVAIL' }),
    fail('store_in_use', { folder: '/data', pid: 4711, url: 'http://127.0.0.1:4180' }),
    fail('store_newer', { storeVersion: 9, programVersion: 3 }),
    fail('store_full', { folder: '/data' }),
    ...['EROFS', 'EACCES', 'ENOTDIR', 'EEXIST', 'ENOENT', 'SQLITE_NOTADB', 'EUNHEARDOF'].map(
      (reason) => fail('store_unwritable', { folder: '/data', reason }),
    ),
    fail('internal', {}),
  ];

  test.each(problems)(
    '$error.code $error.params says everything in both languages',
    ({ error }) => {
      const { en, zh } = startProblem(error);
      for (const value of Object.values(error.params)) {
        // `EADDRINUSE` and the like are said in words where there are words.
        if (/^E[A-Z]+$/.test(String(value)) && error.code === 'address_unavailable') continue;
        expect(en).toContain(String(value));
        expect(zh).toContain(String(value));
      }
      expect(HAN.test(en)).toBe(false);
      expect(HAN.test(zh)).toBe(true);
      expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]/u);
      expect(describeStartProblem(error)).toBe(`${en}\n${zh}`);
    },
  );
});

describe('why the core did not start', () => {
  const sqlite = (code: string): Error => new BetterSqlite.SqliteError('words', code);
  const system = (code: string): Error => Object.assign(new Error('words'), { code });

  test.each([
    [sqlite('SQLITE_FULL'), 'store_full'],
    [system('ENOSPC'), 'store_full'],
    [sqlite('SQLITE_CANTOPEN'), 'store_unwritable'],
    [sqlite('SQLITE_IOERR_WRITE'), 'store_unwritable'],
    [system('EROFS'), 'store_unwritable'],
  ])('%o is the folder’s fault', (error, code) => {
    const fault = startFault(error, '/data');
    expect(fault).toMatchObject({ code, params: { folder: '/data' } });
  });

  test('a bug has no code', () => {
    expect(startFault(new TypeError('x is not a function'), '/data')).toBeNull();
    expect(startFault(sqlite('SQLITE_ERROR'), '/data')).toBeNull();
  });

  test('who holds the folder is named where it says so', () => {
    const folder = temporaryFolder();
    const inUse = new CoreStartError(fail('store_in_use', { folder: folder.path }).error);
    expect(startFault(inUse, folder.path)?.params).toEqual({ folder: folder.path });
    const runtime = { pid: 4711, url: 'http://127.0.0.1:4180', port: 4180, token: 't' };
    writePrivateJson(runtimeFilePath(folder.path), { ...runtime, socketPath: '/s' });
    expect(startFault(inUse, folder.path)?.params).toEqual({
      folder: folder.path,
      pid: 4711,
      url: 'http://127.0.0.1:4180',
    });
    folder.clean();
  });
});
