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
 * @property {string[]} failures each failed test: its file, its title, the first line of why
 */

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
 * @param {string} name
 * @param {string} file
 * @param {boolean} hasExitedWell
 * @param {(report: any, totals: SuiteTotals) => void} count
 * @returns {SuiteTotals}
 */
export function totalsFromReport(name, file, hasExitedWell, count) {
  const totals = emptyTotals(name);
  try {
    count(JSON.parse(readFileSync(file, 'utf8')), totals);
  } catch {
    return suiteThatDidNotRun(name, 'the runner left no report');
  }
  const { passed, failed, skipped, todo } = totals;
  if (passed + failed + skipped + todo === 0) return suiteThatDidNotRun(name, 'it has no tests');
  if (!hasExitedWell && failed === 0) {
    return { ...totals, failed: 1, note: 'the runner failed outside of any test' };
  }
  return totals;
}

/**
 * @param {string | undefined} file
 * @param {string | undefined} title
 * @param {string | undefined} message
 */
function failureLine(file, title, message) {
  const reason = stripVTControlCharacters(message ?? '').split('\n')[0] ?? '';
  const place = file === undefined ? '?' : relative(repoRoot, resolve(repoRoot, file));
  return [place, title, reason].filter(Boolean).join(' > ');
}

/**
 * @param {any} report as `vitest --reporter=json` writes it
 * @param {SuiteTotals} totals
 */
export function countVitest(report, totals) {
  for (const file of report.testResults) {
    // A file that does not even load has no tests to fail.
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      totals.failed += 1;
      totals.didNotRun += 1;
      totals.failures.push(failureLine(file.name, 'it does not load', file.message));
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
  for (const { name, isOk } of report.verdicts) {
    totals[isOk ? 'passed' : 'failed'] += 1;
    if (!isOk) totals.failures.push(`soak > ${name}`);
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
