import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { log } from './log.mjs';

/**
 * @typedef {object} BenchLine
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {string | null} comparator
 * @property {number | null} comparatorValue
 * @property {number | null} ratio
 * @property {string | null} goal what must be reached, in words
 * @property {{of: string, value: number} | null} floor
 * @property {boolean} ok
 */

/**
 * @param {string} file
 * @param {{env: NodeJS.ProcessEnv, wrapper: readonly string[]}} surroundings `wrapper` goes before the
 *   command: what gives it a display
 * @param {(line: string) => void} onLine called with each measurement as it was printed
 * @returns {Promise<{lines: BenchLine[], problem: string | null}>}
 */
export function runBench(file, { env, wrapper }, onLine) {
  return new Promise((resolve) => {
    /** @type {BenchLine[]} */
    const lines = [];
    const [command, ...args] = [...wrapper, process.execPath, file];
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 2] });
    if (child.stdout) {
      createInterface(child.stdout).on('line', (text) => {
        const line = parseBenchLine(text);
        if (line === null) return log(text);
        lines.push(line);
        return onLine(text);
      });
    }
    child.on('error', (error) => resolve({ lines, problem: error.message }));
    child.on('close', (code, signal) => {
      if (code !== 0) return resolve({ lines, problem: signal ?? `exit code ${code}` });
      return resolve({ lines, problem: lines.length === 0 ? 'it measured nothing' : null });
    });
  });
}

const FIELDS = [
  'name',
  'value',
  'unit',
  'comparator',
  'comparatorValue',
  'ratio',
  'target',
  'goal',
  'floor',
  'ok',
  'samples',
];

/**
 * A measurement says what it is compared to; a line that leaves that out is none.
 * @param {string} text
 * @returns {BenchLine | null}
 */
export function parseBenchLine(text) {
  if (!text.startsWith('{')) return null;
  let line;
  try {
    line = JSON.parse(text);
  } catch (error) {
    // Something else that begins with a brace.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const isWhole = FIELDS.every((field) => Object.hasOwn(line, field));
  return isWhole && typeof line.name === 'string' && typeof line.ok === 'boolean' ? line : null;
}

/** @param {BenchLine} line */
export function describeBenchLine(line) {
  const { name, value, unit, comparator, comparatorValue, ratio, goal, floor, ok } = line;
  const verdict = ok ? 'ok  ' : 'FAIL';
  const wanted = goal === null ? '' : ` [${goal}]`;
  const against =
    comparator === null ? '' : `, ${comparator} ${comparatorValue} (ratio ${ratio ?? 'none'})`;
  const least = floor === null ? '' : `; floor ${floor.value}: ${floor.of}`;
  return `${verdict} ${name}: ${value} ${unit}${wanted}${against}${least}`;
}
