import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { rawHttp } from '#tests/support/raw-http.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

let desk: RunningDesk | null = null;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-start-'));
});
afterEach(async () => {
  await desk?.remove();
  desk = null;
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs `npm start` with these arguments until it ends by itself. */
function run(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Whether something accepts connections there. */
function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('npm start in the browser host', () => {
  it('serves on loopback only, and frees the port when it is interrupted', async () => {
    desk = await startDesk();
    const { port, url } = desk.announced;
    expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/desk/#code=`));
    const page = await rawHttp(port, 'GET /desk/', [`Host: 127.0.0.1:${port}`], '');
    expect(page.status).toBe(200);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4');
    for (const { address } of others) expect(await isOpen(address, port), address).toBe(false);
    expect(await desk.interrupt()).toBe(0);
    expect(await isOpen('127.0.0.1', port)).toBe(false);
  });

  it('takes the asked port, and a second start on the same folder finds the first', async () => {
    desk = await startDesk(['--demo']);
    const { port, pid } = desk.announced;
    const second = await run(['--browser', '--json', '--no-open', '--data', desk.dataFolder]);
    expect(second.code).toBe(0);
    const line: unknown = JSON.parse(second.stdout);
    expect(line).toMatchObject({ pid, port });
    expect(second.stdout.trim().split('\n')).toHaveLength(1);
    const taken = await run([
      '--browser',
      '--json',
      '--no-open',
      '--data',
      folder,
      '--port',
      String(port),
    ]);
    expect(taken.code).not.toBe(0);
    expect(taken.stdout).toBe('');
    expect(taken.stderr).toContain(String(port));
  });

  it('says what an unknown option is and starts nothing', async () => {
    const ended = await run(['--browser', '--nonsense']);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('--nonsense');
  });
});
