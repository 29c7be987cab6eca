import { spawn } from 'node:child_process';
import { hasDisplay } from './desktop-app.mjs';
import { log } from './log.mjs';
import { fromRoot } from './repo-paths.mjs';

const ENTRY = fromRoot('tests/faults/run-fault.ts');
const LIMIT_MS = { quick: 120_000, full: 3_600_000 };

/**
 * @typedef {object} FaultEntry
 * @property {string} fault
 * @property {string} what
 * @property {string} expected
 * @property {'electron' | null} needs
 * @property {boolean} hasQuickForm
 */

/**
 * @typedef {object} FaultLine
 * @property {string} fault
 * @property {number} injections
 * @property {string} expected
 * @property {string} seen
 * @property {number | null} lost
 * @property {number | null} doubled
 * @property {number | null} secondsToRecover
 * @property {boolean} ok
 * @property {number} acknowledged
 */

/** @returns {Promise<FaultEntry[]>} */
export async function listFaults() {
  const { lines, problem } = await jsonLinesOf([process.execPath, ENTRY], process.env, 30_000);
  if (problem !== null) throw new Error(`the faults cannot be listed: ${problem}`);
  return /** @type {FaultEntry[]} */ (lines);
}

/**
 * One fault in a process of its own. One that could not be carried out is not ok.
 * @param {FaultEntry} entry
 * @param {'quick' | 'full'} scale
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<FaultLine>}
 */
export async function runFault(entry, scale, env) {
  const needsDisplay = entry.needs === 'electron' && !hasDisplay();
  const display = needsDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'] : [];
  const command = [...display, process.execPath, ENTRY, entry.fault, scale];
  const { lines, problem } = await jsonLinesOf(command, env, LIMIT_MS[scale]);
  const line = lines.at(-1);
  if (problem === null && isFaultLine(line)) return line;
  const { fault, expected } = entry;
  const seen = `not carried out: ${problem ?? 'it printed no result'}`;
  const unknown = { lost: null, doubled: null, secondsToRecover: null };
  return { fault, injections: 0, expected, seen, ...unknown, ok: false, acknowledged: 0 };
}

/**
 * @param {unknown} line
 * @returns {line is FaultLine}
 */
function isFaultLine(line) {
  return (
    typeof line === 'object' &&
    line !== null &&
    'injections' in line &&
    typeof line.injections === 'number'
  );
}

/**
 * Runs a command in a process group of its own, which is ended with it: what a fault started must
 * not outlive it.
 * @param {readonly string[]} commandLine
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limitMs
 * @returns {Promise<{lines: unknown[], problem: string | null}>}
 */
function jsonLinesOf([command = '', ...args], env, limitMs) {
  return new Promise((resolve) => {
    const isGroup = process.platform !== 'win32';
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 2], detached: isGroup });
    let output = '';
    let isLate = false;
    const killAll = () => {
      try {
        if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch (error) {
        // Nothing of the group is left, which is what was wanted.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    };
    const limit = setTimeout(() => {
      isLate = true;
      killAll();
    }, limitMs);
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ lines: [], problem: error.message }));
    child.on('exit', () => killAll());
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      const texts = output.split('\n').filter((text) => text !== '');
      for (const text of texts.filter((each) => !each.startsWith('{'))) log(text);
      const lines = texts.filter((text) => text.startsWith('{')).map((text) => JSON.parse(text));
      const ended = isLate
        ? `not done within ${limitMs / 1000} s`
        : (signal ?? `exit code ${code}`);
      resolve({ lines, problem: code === 0 ? null : ended });
    });
  });
}
