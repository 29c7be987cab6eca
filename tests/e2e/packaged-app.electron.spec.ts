// The app as it is shipped: packed, started as a program of its own and asked what it is. Its fuses
// keep every debugger out, so it is asked by its command line and looked at from outside.
import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { lockedWebPreferences } from '#electron/window-options.ts';
import { appProcesses } from '#tests/support/electron-show.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** On Debian and on most others. */
const NOBODY = 65_534;
const IS_ROOT = process.getuid?.() === 0;

let folder: string;
let program: string;
const started: ChildProcess[] = [];

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-packaged-'));
  chmodSync(folder, 0o755);
  // The packager decides itself which Electron it packs, as a person's `npm run package` does.
  const { CUEDESK_ELECTRON: _tests, ...env } = process.env;
  const script = join(ROOT, 'scripts/package.mjs');
  const packed = await run(process.execPath, [script, '--as-built', '--out', folder, 'dir'], {
    env,
  });
  expect(packed.code, packed.stderr).toBe(0);
  program = join(folder, 'linux-unpacked', 'cuedesk');
});
test.afterEach(() => {
  // After a failed test only: one that went well has ended them.
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('answers what it is: page shown, core ready, store opened, locked', async () => {
  const switches = IS_ROOT ? ['--no-sandbox'] : [];
  const data = join(folder, 'probe-data');
  const { code, stdout, stderr } = await run(program, [...switches, `--data=${data}`, '--probe']);
  expect(code, stderr).toBe(0);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  expect(lines).toHaveLength(1);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    probe: 1,
    versions: { app: version },
    flags: { ...lockedWebPreferences, isPackaged: true },
    store: 'ok',
    page: 'ok',
    hasDesk: true,
  });
  expect(readFileSync(join(data, 'cuedesk.sqlite')).toString('latin1', 0, 15)).toBe(
    'SQLite format 3',
  );
});

test('is nothing but the app: no bare Node, no options, no debugger, no other code', async () => {
  const script = 'console.log("bare node")';
  const bare = await run(program, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
  });
  expect(bare.stdout).not.toContain('bare node');
  const switches = IS_ROOT ? ['--no-sandbox'] : [];
  const options = [...switches, `--data=${join(folder, 'fuse-data')}`, '--inspect=0', '--probe'];
  const inspected = await run(program, options, {
    env: {
      ...process.env,
      NODE_OPTIONS: '--require=/nowhere/planted.cjs',
      CUEDESK_SQLITE_BINDING: '/nowhere/planted.node',
    },
  });
  expect(inspected.code, inspected.stderr).toBe(0);
  expect(inspected.stderr).not.toMatch(/Debugger listening|planted/);
});

test('has its licences, desktop entry and file type beside it', () => {
  const unpacked = join(folder, 'linux-unpacked');
  const text = (...parts: string[]): string => readFileSync(join(unpacked, ...parts), 'utf8');
  expect(text('resources', 'LICENSE.txt')).toContain('MIT License');
  expect(text('resources', 'THIRD-PARTY-NOTICES.txt')).toMatch(/^react \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(text('LICENSE.electron.txt')).toContain('Electron');
  expect(text('LICENSES.chromium.html')).toContain('Chromium');
  expect(existsSync(join(unpacked, 'resources', 'icon.png'))).toBe(true);
  expect(text('share', 'cuedesk.desktop')).toContain('MimeType=application/x-cuedesk-export;');
  expect(text('share', 'cuedesk-mime.xml')).toContain('*.cuedesk');
});

test('a user’s app has its page in the sandbox, or does not start', async () => {
  const data = join(folder, 'user-data');
  mkdirSync(data);
  const user = asUser(data);
  const child = spawn(program, [`--data=${data}`, '--json'], { ...user, stdio: 'pipe' });
  started.push(child);
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const announced = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('"url"')) resolve(true);
    });
    child.once('exit', () => resolve(false));
  });
  const isStarted = await announced;
  expect(isStarted, stderr).toBe(canMakeSandboxes(user));
  // Where the machine gives no sandbox, ending is all it may do.
  if (!isStarted) return;
  const pages = appProcesses(child.pid ?? 0).filter(({ type }) => type === 'renderer');
  expect(pages).toHaveLength(1);
  for (const { pid } of pages) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'));
  }
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

type User = Required<Pick<SpawnOptions, 'env'>> & Pick<SpawnOptions, 'uid' | 'gid'>;

/** Chromium gives its sandbox to ordinary users only; as root the app is started as nobody. */
function asUser(home: string): User {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, XDG_CONFIG_HOME: home };
  if (!IS_ROOT) return { env };
  chownSync(home, NOBODY, NOBODY);
  const authority = process.env['XAUTHORITY'];
  if (authority !== undefined) {
    const copy = join(home, 'xauthority');
    copyFileSync(authority, copy);
    chownSync(copy, NOBODY, NOBODY);
    env['XAUTHORITY'] = copy;
  }
  return { env, uid: NOBODY, gid: NOBODY };
}

/** Whether the machine lets this user make the namespaces a sandbox needs. */
function canMakeSandboxes(user: User): boolean {
  return spawnSync('unshare', ['--user', 'true'], user).status === 0;
}

function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
