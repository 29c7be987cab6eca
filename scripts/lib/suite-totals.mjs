// Turns the runners' own reports into one set of numbers. A suite that did not run is a failure:
// silence must never look like success.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fromRoot, repoRoot } from './repo-paths.mjs';

/**
 * @typedef {object} SuiteTotals
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} todo
 * @property {number} didNotRun
 * @property {string | null} note
 * @property {string[]} failures each failed test: its file, its title, the first lines of why
 */

/** Lines of why: enough to see a difference, few enough for the end of a log to show several. */
const REASON_LINES = 6;
const REASON_LENGTH = 240;
const DIFFERENCE_HEAD = /^(?:- Expected|\+ Received|@@ )/;

/**
 * @param {string} name
 * @returns {SuiteTotals}
 */
export function emptyTotals(name) {
  return {
    name,
    passed: 0,
    failed: 0,
    skipped: 0,
    todo: 0,
    didNotRun: 0,
    note: null,
    failures: [],
  };
}

/**
 * @param {string} name
 * @param {string} note
 * @returns {SuiteTotals}
 */
export function suiteThatDidNotRun(name, note) {
  return { ...emptyTotals(name), failed: 1, didNotRun: 1, note };
}

/**
 * @typedef {object} RunnerEnd
 * @property {boolean} ok
 * @property {string} output its last lines
 * @property {string | null} problem how it ended, if not well
 */

/**
 * @param {string} name
 * @param {string} file
 * @param {RunnerEnd} end
 * @param {(report: any, totals: SuiteTotals) => void} count
 * @returns {SuiteTotals}
 */
export function totalsFromReport(name, file, end, count) {
  const totals = emptyTotals(name);
  const failures = [`the runner: ${end.problem ?? 'it ended well'}\n${lastLines(end.output)}`];
  try {
    count(JSON.parse(readFileSync(file, 'utf8')), totals);
  } catch {
    return { ...suiteThatDidNotRun(name, 'the runner left no report'), failures };
  }
  const { passed, failed, skipped, todo } = totals;
  if (passed + failed + skipped + todo === 0) return suiteThatDidNotRun(name, 'it has no tests');
  if (!end.ok && failed === 0) {
    return { ...totals, failed: 1, note: 'the runner failed outside of any test', failures };
  }
  return totals;
}

/** @param {string} output */
function lastLines(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-2 * REASON_LINES)
    .map((line) => `    ${line.slice(0, REASON_LENGTH)}`)
    .join('\n');
}

/**
 * What a message says and where two values differ, without stack, source and what is the same.
 * @param {string | undefined} message
 * @returns {readonly string[]}
 */
function reasonLines(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const hasDifference = lines.some((line) => DIFFERENCE_HEAD.test(line));
  return lines
    .filter((line, index) => index === 0 || !isSurrounding(line, hasDifference))
    .slice(0, REASON_LINES)
    .map((line) => (line.length > REASON_LENGTH ? `${line.slice(0, REASON_LENGTH)}…` : line));
}

/**
 * @param {string} line of a stack, of source, of a heading, or equal on both sides
 * @param {boolean} hasDifference the message shows one, with what is equal set in
 */
function isSurrounding(line, hasDifference) {
  return (
    line.trim() === '' ||
    DIFFERENCE_HEAD.test(line) ||
    (hasDifference && line.startsWith('  ')) ||
    /^\s+at .*:\d+:\d+\)?$/.test(line) ||
    /^[>\s]*\d*\s*\|/.test(line)
  );
}

/**
 * @param {string | undefined} file
 * @param {string | undefined} title
 * @param {string | undefined} message
 */
function failureLine(file, title, message) {
  const [reason, ...more] = reasonLines(message);
  const place = file === undefined ? undefined : relative(repoRoot, resolve(repoRoot, file));
  const first = [place, title, reason].filter(Boolean).join(' > ');
  return [first, ...more.map((line) => `    ${line}`)].join('\n');
}

/**
 * @param {import('./unit-reporter.mjs').UnitReport} report
 * @param {SuiteTotals} totals
 */
export function countVitest(report, totals) {
  for (const message of report.outside) {
    totals.failed += 1;
    totals.failures.push(failureLine(undefined, 'outside of any test', message));
  }
  for (const file of report.testResults) {
    // Not even loaded, or its worker died with it: its tests cannot fail.
    const isCut = file.status === 'pending' || file.status === 'queued';
    if (file.message !== '' || isCut) {
      totals.failed += 1;
      totals.didNotRun += file.assertionResults.length === 0 || isCut ? 1 : 0;
      const title = isCut ? 'its worker ended' : 'the file itself';
      totals.failures.push(failureLine(file.name, title, file.message));
    }
    for (const { title, message } of file.hooks) {
      totals.failed += 1;
      totals.failures.push(failureLine(file.name, `around ${title}`, message));
    }
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') totals.passed += 1;
      else if (status === 'todo') totals.todo += 1;
      else if (status === 'failed') {
        totals.failed += 1;
        totals.failures.push(failureLine(file.name, fullName, failureMessages?.[0]));
      } else totals.skipped += 1;
    }
  }
}

/**
 * @param {any} report as Playwright's json reporter writes it
 * @param {SuiteTotals} totals
 */
export function countPlaywright(report, totals) {
  for (const suite of report.suites) countPlaywrightSuite(suite, totals);
  if (report.errors.length > 0) {
    totals.failed += report.errors.length;
    totals.didNotRun += 1;
    for (const { message } of report.errors) {
      totals.failures.push(failureLine(undefined, 'outside of any test', message));
    }
  }
}

/**
 * @param {any} suite
 * @param {SuiteTotals} totals
 */
function countPlaywrightSuite(suite, totals) {
  for (const inner of suite.suites ?? []) countPlaywrightSuite(inner, totals);
  for (const spec of suite.specs ?? []) {
    for (const { status, annotations, results } of spec.tests) {
      if (status === 'expected') totals.passed += 1;
      else if (status !== 'skipped') {
        totals.failed += 1;
        const message = results?.[0]?.error?.message;
        totals.failures.push(failureLine(specFile(spec), spec.title, message));
      } else if (annotations.some((/** @type {any} */ { type }) => isSkipMark(type)))
        totals.skipped += 1;
      else {
        // Left out because another one failed first.
        totals.failed += 1;
        totals.failures.push(failureLine(specFile(spec), spec.title, 'left out after a failure'));
        totals.didNotRun += 1;
      }
    }
  }
}

/** @param {any} spec */
function specFile(spec) {
  return spec.file === undefined ? undefined : fromRoot('tests/e2e', spec.file);
}

/** @param {string} type */
function isSkipMark(type) {
  return type === 'skip' || type === 'fixme';
}

/**
 * @param {any} report as tests/soak/run-soak.ts writes it
 * @param {SuiteTotals} totals
 */
export function countSoak(report, totals) {
  for (const { name, says, isOk } of report.verdicts) {
    totals[isOk ? 'passed' : 'failed'] += 1;
    if (!isOk) totals.failures.push(failureLine(undefined, name, says));
  }
}

/** @param {readonly SuiteTotals[]} suites */
export function sumTotals(suites) {
  const sum = { passed: 0, failed: 0, skipped: 0, todo: 0, didNotRun: 0 };
  for (const suite of suites) {
    sum.passed += suite.passed;
    sum.failed += suite.failed;
    sum.skipped += suite.skipped;
    sum.todo += suite.todo;
    sum.didNotRun += suite.didNotRun;
  }
  return sum;
}

/** @param {readonly SuiteTotals[]} suites */
export function totalsTable(suites) {
  const header = ['suite', 'passed', 'failed', 'skipped', 'todo', 'did not run'];
  const rows = suites.map(({ name, passed, failed, skipped, todo, didNotRun, note }) => [
    name,
    ...[passed, failed, skipped, todo, didNotRun].map(String),
    note ?? '',
  ]);
  return [header, ...rows]
    .map(([name = '', ...cells]) =>
      `${name.padEnd(8)}${cells.map((cell, index) => (index < 5 ? cell.padStart(13) : `  ${cell}`)).join('')}`.trimEnd(),
    )
    .join('\n');
}

/** @param {readonly SuiteTotals[]} suites every failure once more, so that the end of a long log names them */
export function failuresList(suites) {
  return suites
    .flatMap(({ name, failures }) => failures.map((failure) => `FAILED ${name}: ${failure}\n`))
    .join('');
}
