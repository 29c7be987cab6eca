import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backoffMs } from '../../scripts/lib/supervise-host.mjs';

// A host that does on each of its starts what the plan says, and keeps a diary.
const HOST = `
import { appendFileSync, readFileSync } from 'node:fs';
const [plan, diary, port] = process.argv.slice(2);
const note = (line) => appendFileSync(diary, line + '\\n');
const starts = readFileSync(diary, 'utf8').split('\\n').filter((line) => line.startsWith('start')).length;
note('start ' + port);
const step = plan.split(',')[starts];
const stay = () => setInterval(() => undefined, 1000);
const ready = (then) => process.send({ type: 'ready', url: 'http://x/', pid: process.pid, port: 4711 }, then);
if (step !== 'mute') process.on('message', () => { note('asked'); process.send({ type: 'alive' }); });
process.on('SIGTERM', () => { note('ordered end'); process.exit(0); });
process.on('disconnect', () => { note('parent gone'); process.exit(0); });
if (step === 'stay' || step === 'mute') { stay(); ready(); }
if (step === 'killed') { stay(); ready(() => process.kill(process.pid, 'SIGKILL')); }
if (step === 'code7') ready(() => process.exit(7));
if (step === 'again') ready(() => process.exit(75));
if (step === 'end') ready(() => process.exit(0));
if (step === 'fatal') process.send({ type: 'fatal', message: 'the folder is in use', exitCode: 3 }, () => process.exit(3));
`;

const supervisor = new URL('../../scripts/lib/supervise-host.mjs', import.meta.url);
const DRIVER = `
const { superviseHost } = await import('${supervisor.href}');
const [host, plan, diary, askEveryMs] = process.argv.slice(2);
process.exitCode = await superviseHost({
  command: process.execPath,
  argsFor: (port) => [host, plan, diary, String(port)],
  port: 0,
  askEveryMs: Number(askEveryMs),
  onFirstAddress: (address) => process.stdout.write(JSON.stringify(address) + '\\n'),
});
`;

describe('the supervisor of the browser host', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cuedesk-host-'));
    writeFileSync(join(folder, 'host.mjs'), HOST);
    writeFileSync(join(folder, 'driver.mjs'), DRIVER);
    writeFileSync(join(folder, 'diary'), '');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const inFolder = (name: string): string => join(folder, name);
  const diary = (): string[] => readFileSync(inFolder('diary'), 'utf8').trim().split('\n');

  function drive(
    plan: string,
    askEveryMs: number = 2_000,
  ): {
    driver: ChildProcess;
    lines: string[];
    ended: Promise<unknown[]>;
  } {
    const args = [
      inFolder('driver.mjs'),
      inFolder('host.mjs'),
      plan,
      inFolder('diary'),
      String(askEveryMs),
    ];
    const driver = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    if (driver.stdout) createInterface(driver.stdout).on('line', (line) => lines.push(line));
    return { driver, lines, ended: once(driver, 'close') };
  }

  test('starts it again after a crash, on the same port, and says its address once', async () => {
    const { lines, ended } = drive('killed,code7,end');
    expect(await ended).toEqual([0, null]);
    expect(diary()).toEqual(['start 0', 'start 4711', 'start 4711']);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ url: 'http://x/', port: 4711 });
  });

  test('starts it again at once when it asks for it, however often', async () => {
    const { driver, lines, ended } = drive('again,again,again,again,again,again,end');
    let said = '';
    driver.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await ended).toEqual([0, null]);
    expect(diary()).toEqual(['start 0', ...Array.from({ length: 6 }, () => 'start 4711')]);
    expect(lines).toHaveLength(1);
    expect(said).not.toContain('starting it again in');
  });

  test('kills one that hangs and starts it again', async () => {
    const { ended } = drive('mute,end', 10);
    expect(await ended).toEqual([0, null]);
    expect(diary()).toEqual(['start 0', 'start 4711']);
  });

  test('leaves one alone that answers, however often it is asked', async () => {
    // Fifteen unanswered ones in a row are a hang: a busy machine has a second and a half for one answer.
    const { driver, ended } = drive('stay', 100);
    if (driver.stdout) await once(driver.stdout, 'data');
    let questions = 0;
    while (questions < 20) questions = await asked();
    driver.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(diary().filter((line) => line.startsWith('start'))).toEqual(['start 0']);

    async function asked(): Promise<number> {
      await changeOf(inFolder('diary'));
      return diary().filter((line) => line === 'asked').length;
    }
  });

  test('passes a fatal end on and does not try again', async () => {
    const { ended } = drive('fatal,end');
    expect(await ended).toEqual([3, null]);
    expect(diary()).toEqual(['start 0']);
  });

  test('a signal ends the host in order', async () => {
    const { driver, ended } = drive('stay');
    if (driver.stdout) await once(driver.stdout, 'data');
    driver.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(diary().filter((line) => line !== 'asked')).toEqual(['start 0', 'ordered end']);
  });
});

describe('the wait before a restart', () => {
  test('is none at first, then lies between nothing and a limit that doubles up to five seconds', () => {
    expect(backoffMs(0, 1)).toBe(0);
    expect(backoffMs(1, 1)).toBe(0);
    expect(backoffMs(2, 0)).toBe(0);
    expect(backoffMs(2, 1)).toBe(400);
    expect(backoffMs(3, 1)).toBe(800);
    expect(backoffMs(20, 1)).toBe(5000);
  });
});

function changeOf(file: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(file, () => {
      watcher.close();
      resolve();
    });
  });
}
