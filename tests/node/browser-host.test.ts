import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { codeOf, cookieOf, outcome, postPair, screenSocket } from '#tests/support/screen-client.ts';
import {
  readyMessage,
  startBrowserHost,
  type StartedHost,
} from '#tests/support/start-browser-host.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let hosts: StartedHost[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  hosts = [];
});
afterEach(async () => {
  for (const host of hosts) if (host.child.exitCode === null) await host.end('SIGKILL');
  folder.clean();
});

async function start(...args: readonly string[]): Promise<StartedHost> {
  const host = await startBrowserHost([`--data=${folder.path}`, ...args]);
  hosts.push(host);
  return host;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('the browser host', () => {
  test('serves a desk whose link lets in once, and SIGINT frees port and files', async () => {
    const host = await start('--port=0');
    const { url, pid, port } = readyMessage(host);
    expect(pid).toBe(host.child.pid);
    expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/desk/#code=[\\w-]{22}$`));
    const cookie = cookieOf(await postPair(port, { code: codeOf(url), name: '' }));
    const desk = screenSocket(port, 'desk', cookie);
    expect(await outcome(desk)).toBe('connected');
    expect(existsSync(join(folder.path, 'runtime.json'))).toBe(true);
    expect(await host.end('SIGINT')).toEqual({ code: 0, signal: null });
    desk.disconnect();
    expect(await isListening(port)).toBe(false);
    expect(existsSync(join(folder.path, 'runtime.json'))).toBe(false);
  });

  test('started a second time gives a new link to the first', async () => {
    const first = readyMessage(await start());
    const second = await start();
    expect(second.message).toMatchObject({
      type: 'already-running',
      pid: first.pid,
      port: first.port,
    });
    expect(await second.exited).toEqual({ code: 0, signal: null });
    const { message } = second;
    if (message.type !== 'already-running') throw new Error(message.type);
    expect(message.url).not.toBe(first.url);
    const paired = await postPair(first.port, { code: codeOf(message.url), name: '' });
    expect(paired.status).toBe(204);
  });

  test('comes back on its port after being killed, with its desk let in', async () => {
    const host = await start();
    const { url, port } = readyMessage(host);
    const cookie = cookieOf(await postPair(port, { code: codeOf(url), name: '' }));
    await host.end('SIGKILL');
    const again = readyMessage(await start());
    expect(again.port).toBe(port);
    const desk = screenSocket(port, 'desk', cookie);
    expect(await outcome(desk)).toBe('connected');
    desk.disconnect();
  });

  test('says which port is taken and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = address !== null && typeof address !== 'string' ? address.port : 0;
    const host = await start(`--port=${port}`);
    other.close();
    const { message } = host;
    expect(message).toMatchObject({ type: 'fatal', exitCode: 1 });
    const words = message.type === 'fatal' ? message.message : '';
    expect(words).toContain(String(port));
    expect(words).toContain('--port');
    expect(words).toContain('已被另一个程序占用');
    expect(await host.exited).toEqual({ code: 1, signal: null });
  });

  test('refuses a wrong option', async () => {
    const host = await start('--port=70000');
    expect(host.message).toMatchObject({ type: 'fatal', exitCode: 2 });
    expect(await host.exited).toEqual({ code: 2, signal: null });
  });

  test('ends when the process that started it is gone', async () => {
    const host = await start();
    const { port } = readyMessage(host);
    host.child.disconnect();
    expect(await host.exited).toEqual({ code: 0, signal: null });
    expect(await isListening(port)).toBe(false);
  });

  test('without a parent prints one JSON line', async () => {
    const path = fileURLToPath(new URL('../../src/main/node/browser-host.ts', import.meta.url));
    const child = spawn(process.execPath, [path, `--data=${folder.path}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => void child.once('exit', resolve));
    const text = await new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').once('data', resolve);
    });
    expect(JSON.parse(text)).toEqual({
      url: expect.stringContaining('/desk/#code='),
      pid: child.pid,
      port: expect.any(Number),
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the command line', () => {
  const cli = fileURLToPath(new URL('../../src/main/node/cli.ts', import.meta.url));
  const run = promisify(execFile);

  test('checks machine and store', async () => {
    const { stdout } = await run(process.execPath, [
      cli,
      'doctor',
      `--data=${folder.path}`,
      '--json',
    ]);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ ok: true });
    for (const name of ['node', 'n-api', 'engine', 'folder', 'space', 'store', 'port']) {
      expect(report).toMatchObject({
        checks: expect.arrayContaining([expect.objectContaining({ name, state: 'ok' })]),
      });
    }
  });

  test('sees who holds the store', async () => {
    const { pid, url } = readyMessage(await start());
    const { stdout } = await run(process.execPath, [cli, 'doctor', `--data=${folder.path}`]);
    expect(stdout).toContain(`held by process ${pid}, ${new URL(url).origin}`);
    expect(stdout).toMatch(/^ok {4}store {5}version \d+$/m);
  });

  test('refuses an unknown verb', async () => {
    const failed = run(process.execPath, [cli, 'xyz']);
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('未知命令“xyz”'),
    });
  });
});
