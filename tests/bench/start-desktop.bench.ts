/**
 * From the spawn of the desktop app on a store of 1 GB, with a show on air, to its first usable frame:
 * the room's chat is drawn and a key was taken and its answer drawn. Against a window of the same
 * Electron with nothing in it, a key taken and drawn, in rounds between.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { attachToPage, DEVTOOLS_SWITCH } from '#tests/support/devtools.ts';
import { fillLargeStore } from '#tests/support/large-store.ts';
import { electronCommand } from '#tests/support/launch-electron.ts';

import { printBench } from './bench-line.ts';

const ROUNDS = 9;
const STORE_BYTES = 2 ** 30;
const ALLOWANCE_MS = 400;
const BLANK_APP = join(import.meta.dirname, 'blank-window');

type Program = {
  readonly command: string;
  readonly args: readonly string[];
  /** How its page's address begins. */
  readonly address: string;
  /** Matches once what it is for is drawn. */
  readonly ready: string;
  readonly key: string;
  /** Matches once the key's answer is drawn. */
  readonly answered: string;
};

const data = mkdtempSync(join(tmpdir(), 'cuedesk-start-desktop-'));

function blankProgram(): Program {
  const own = join(data, 'blank');
  mkdirSync(own);
  const { appArgs } = electronCommand();
  return {
    command: process.env['CUEDESK_ELECTRON_BLANK'] ?? '',
    args: [...appArgs.slice(0, -1), BLANK_APP, DEVTOOLS_SWITCH, `--data=${own}`],
    address: 'file:',
    ready: '[data-ready]',
    key: '?',
    answered: '[data-key]',
  };
}

function deskProgram(): Program {
  const own = join(data, 'desk');
  mkdirSync(own);
  const startedMs = performance.now();
  fillLargeStore(own, STORE_BYTES, Date.now());
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
  process.stderr.write(`start.desktop: a store of 1 GB made in ${seconds} s\n`);
  const { executablePath, appArgs } = electronCommand();
  return {
    command: executablePath,
    args: [...appArgs, DEVTOOLS_SWITCH, `--data=${own}`],
    address: 'cuedesk://app/desk/',
    ready: '[data-row-key]',
    key: '?',
    answered: 'section[class*="_help_"]',
  };
}

/** Milliseconds of the wall at which the selector matches and has been drawn. */
function drawn(selector: string): string {
  return `new Promise((resolve) => {
    const look = () => document.querySelector(${JSON.stringify(selector)}) === null
      ? requestAnimationFrame(look)
      : requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
    look();
  })`;
}

type Times = {
  readonly drawnMs: number;
  readonly usableMs: number;
  /** What the desk told of its steps, with milliseconds since the spawn; empty for the blank window. */
  readonly steps: readonly string[];
};

async function start(program: Program): Promise<Times> {
  const spawnedAt = Date.now();
  const child = spawn(program.command, program.args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CUEDESK_TIMELINE: '1' },
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const page = await attachToPage(child, program.address);
  const drawnAt = Number(await page.evaluate(drawn(program.ready)));
  await page.pressKey(program.key);
  const usableAt = Number(await page.evaluate(drawn(program.answered)));
  page.close();
  await end(child);
  const steps = [...told.matchAll(/^timeline (\d+) (.*)$/gm)]
    .map(([, atMs, step]) => ({ sinceMs: Number(atMs) - spawnedAt, step }))
    .toSorted((a, b) => a.sinceMs - b.sinceMs)
    .map(({ sinceMs, step }) => `${String(sinceMs).padStart(6)} ${step}`);
  return { drawnMs: drawnAt - spawnedAt, usableMs: usableAt - spawnedAt, steps };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

try {
  const [blank, desk] = [blankProgram(), deskProgram()];
  // Files of both are in the system's cache from here on.
  await start(blank);
  await start(desk);
  const rounds: { readonly ours: Times; readonly bare: Times }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ bare: await start(blank), ours: await start(desk) });
  }
  const value = median(rounds.map(({ ours }) => ours.usableMs));
  const comparatorValue = median(rounds.map(({ bare }) => bare.usableMs));
  const target = comparatorValue + ALLOWANCE_MS;
  printBench({
    name: 'start.desktop',
    value,
    unit: 'ms',
    comparator: 'a blank window of the same Electron',
    comparatorValue,
    ratio: Math.round((value / comparatorValue) * 100) / 100,
    goal: { of: 'value', is: 'at most', target },
    floor: null,
    samples: rounds.map(({ ours }) => ours.usableMs),
  });
  const list = (pick: (round: (typeof rounds)[number]) => number): string =>
    rounds.map(pick).join(' ');
  process.stderr.write(
    `blank ${list(({ bare }) => bare.usableMs)} ms; drawn before the key: desk ` +
      `${list(({ ours }) => ours.drawnMs)}, blank ${list(({ bare }) => bare.drawnMs)} ms\n`,
  );
  const middle = rounds.find(({ ours }) => ours.usableMs === value)?.ours;
  process.stderr.write(`the round in the middle, in ms:\n${middle?.steps.join('\n') ?? ''}\n`);
} finally {
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
