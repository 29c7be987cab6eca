import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { startBrowserHost, type StartedHost } from '#tests/support/start-browser-host.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let host: StartedHost | null = null;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  if (host?.child.exitCode === null) await host.end('SIGKILL');
  host = null;
  folder.clean();
});

async function start(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<StartedHost> {
  host = await startBrowserHost([`--data=${dataFolder}`], { ...process.env, ...env });
  return host;
}

/** What it said when it ended instead of starting. */
async function lastWords(dataFolder: string): Promise<string> {
  const { message, exited } = await start(dataFolder);
  expect(await exited).toEqual({ code: 1, signal: null });
  return message.type === 'fatal' ? message.message : message.type;
}

describe('a browser host that cannot start says what, where and what to do', () => {
  test('a file where the folder should be stays as it is', async () => {
    const path = join(folder.path, 'data');
    writeFileSync(path, 'my notes');
    const words = await lastWords(path);
    expect(words).toContain(`${path} cannot be written: a file is in its place`);
    expect(words).toContain(`${path} 无法写入：这个位置上是一个文件`);
    expect(readFileSync(path, 'utf8')).toBe('my notes');
    expect(await lastWords(join(path, 'below'))).toContain('--data');
  });

  test.each(['cuedesk.sqlite', 'cuedesk.lock'])('a folder in the place of %s', async (name) => {
    mkdirSync(join(folder.path, name));
    expect(await lastWords(folder.path)).toContain(`${folder.path} cannot be written`);
  });

  test('a folder where none can be made, as its own or as the home folder', async () => {
    const nowhere = '/proc/cuedesk/below';
    const words = await lastWords(nowhere);
    expect(words).toContain(`${nowhere} cannot be written: it cannot be created`);
    expect(words).toContain(`${nowhere} 无法写入：无法创建`);
    host = await startBrowserHost([], { ...process.env, HOME: nowhere, XDG_CONFIG_HOME: nowhere });
    const { message, exited } = host;
    expect(await exited).toEqual({ code: 1, signal: null });
    expect(message).toMatchObject({ type: 'fatal' });
    expect(message.type === 'fatal' ? message.message : '').toContain(nowhere);
  });

  test('a relative folder is said by its whole path', async () => {
    const path = join(folder.path, 'data');
    writeFileSync(path, 'my notes');
    expect(await lastWords(relative('.', path))).toContain(`${path} cannot be written`);
  });

  test('a port that another program has is named', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    host = await startBrowserHost([`--data=${folder.path}`, `--port=${port}`]);
    const { message, exited } = host;
    expect(await exited).toEqual({ code: 1, signal: null });
    const words = message.type === 'fatal' ? message.message : '';
    expect(words).toContain(`Port ${port} on 127.0.0.1 is taken by another program`);
    expect(words).toContain(`127.0.0.1 的端口 ${port} 已被另一个程序占用`);
  });

  test('a store of a newer version is left byte for byte', async () => {
    const path = join(folder.path, 'cuedesk.sqlite');
    const newer = new BetterSqlite(path);
    newer.exec('CREATE TABLE later (x)');
    newer.pragma('user_version = 9999');
    newer.close();
    const before = readFileSync(path);
    const words = await lastWords(folder.path);
    expect(words).toContain('data version 9999');
    expect(words).toContain('数据版本 9999');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a browser host starts', () => {
  test.each([
    [
      'a zone and a language that do not exist',
      { TZ: 'No/Where', LANG: 'xx_YY.broken', LC_ALL: '' },
    ],
    ['no language at all', { LANG: '', LANGUAGE: '', LC_ALL: 'C' }],
  ])('with %s', async (_name, env) => {
    expect((await start(folder.path, env)).message.type).toBe('ready');
  });

  test('with a folder in the place of its log, and with damaged small files', async () => {
    writeFileSync(join(folder.path, 'logs'), 'not a folder');
    for (const name of ['settings.json', 'screens.json', 'window.json', 'runtime.json']) {
      writeFileSync(join(folder.path, name), '{"half":');
    }
    const started = await start(folder.path);
    expect(started.message.type).toBe('ready');
    const kept = readdirSync(folder.path).filter((name) => name.startsWith('settings.damaged-'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder.path, kept[0] ?? ''), 'utf8')).toBe('{"half":');
  });
});
