// What somebody does who has never seen the program: clone, install, start, look, pin, end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { fromRoot, repoRoot } from '../../scripts/lib/repo-paths.mjs';
import { runCommand } from '../../scripts/lib/run-command.mjs';
import { systemChromium } from '../support/system-chromium.ts';

/** @typedef {import('../../scripts/lib/first-run-page.mjs').FirstRun} FirstRun */

/** A show on a busy machine may take its time; nothing here is judged by it. */
const STEP_LIMIT_MS = 180_000;
const VIEWPORT = { width: 1440, height: 900 };

/** The Node and npm that a newcomer has: not those that this repository brings. */
function newcomersEnvironment() {
  const own = fromRoot('node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(own));
  const entries = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('npm_') && !name.startsWith('CUEDESK_'),
  );
  return { ...Object.fromEntries(entries), PATH: path.join(delimiter) };
}

export async function machineVersions() {
  const env = newcomersEnvironment();
  const [node, npm] = await Promise.all([
    runCommand('node', ['--version'], { env, cwd: tmpdir(), quiet: true }),
    runCommand('npm', ['--version'], { env, cwd: tmpdir(), quiet: true }),
  ]);
  return { systemNode: node.output.trim().replace('v', ''), npm: npm.output.trim() };
}

/** @returns {Promise<FirstRun>} */
export async function makeFirstRun() {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-first-run-'));
  const checkout = join(folder, 'cuedesk');
  const env = newcomersEnvironment();
  const startedAt = performance.now();
  const now = () => Number(((performance.now() - startedAt) / 1000).toFixed(2));
  try {
    await must('git', ['clone', '--quiet', '--no-local', repoRoot, checkout], folder, env);
    const cloned = now();
    await must('npm', ['ci', '--no-audit', '--no-fund'], checkout, env);
    const installed = now();
    return await watchFirstShow(checkout, join(folder, 'data'), env, { cloned, installed }, now);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} checkout
 * @param {string} dataFolder
 * @param {NodeJS.ProcessEnv} env
 * @param {{cloned: number, installed: number}} before
 * @param {() => number} now
 * @returns {Promise<FirstRun>}
 */
async function watchFirstShow(checkout, dataFolder, env, before, now) {
  // Somebody's browser is open already.
  const browser = await chromium.launch(systemChromium());
  const page = await browser.newPage({ locale: 'en-US', viewport: VIEWPORT });
  page.setDefaultTimeout(STEP_LIMIT_MS);
  const started = now();
  const args = ['start', '--', '--browser', '--no-open', '--port', '0', '--data', dataFolder];
  // A group of its own: Ctrl+C goes to all of it, as at a terminal.
  const program = spawn('npm', args, {
    cwd: checkout,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = new Promise((resolve) => program.once('close', resolve));
  try {
    const address = await saidAddress(program);
    const served = now();
    await page.goto(address);
    const shown = await firstShow(page, now);
    return { ...before, started, served, ...shown };
  } finally {
    await browser.close();
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGINT');
    await ended;
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {() => number} now
 */
async function firstShow(page, now) {
  const viewers = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Viewers', exact: true }) });
  await viewers.filter({ hasText: /\d/ }).waitFor();
  const metric = now();
  const card = page.getByRole('region', { name: 'Arm and pin' });
  await page.locator('body').press('1');
  await card.getByText('Armed · link 1').waitFor();
  await page.locator('body').press('Enter');
  await card.getByText('Pinned · link 1').waitFor();
  await card
    .getByText(/^arrived/)
    .first()
    .waitFor();
  const push = now();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'Press again' }).click();
  await page.getByRole('heading', { name: /: review$/ }).waitFor();
  await page.getByRole('region', { name: 'Result' }).waitFor();
  return { metric, push, review: now() };
}

/**
 * The line in which it says where the desk is.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} program
 * @returns {Promise<string>}
 */
function saidAddress(program) {
  return new Promise((resolve, reject) => {
    const told = createInterface(program.stderr);
    told.on('line', (line) => {
      const address = /cuedesk: open (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
      process.stderr.write(`${line}\n`);
    });
    program.once('close', () => reject(new Error('the desk did not start')));
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
async function must(command, args, cwd, env) {
  const { ok, problem } = await runCommand(command, args, { cwd, env });
  if (!ok) throw new Error(`${command} ${args[0]}: ${problem}`);
}
