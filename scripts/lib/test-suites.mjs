import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkSteps, runCheckStep } from './check-steps.mjs';
import { hasDisplay } from './desktop-app.mjs';
import { log } from './log.mjs';
import { fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runSoak, SOAK_REPORT } from './run-soak.mjs';
import {
  countPlaywright,
  countSoak,
  countVitest,
  emptyTotals,
  totalsFromReport,
} from './suite-totals.mjs';

const UNIT_TIMEOUT_MS = 1_200_000;
const SOAK_MINUTES = 5;
const UNIT_REPORT = fromRoot('test-results/unit.json');

/** @param {string} file */
function prepareReport(file) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

export async function runChecks() {
  const totals = emptyTotals('check');
  const waiting = [...checkSteps];
  async function runOneAfterAnother() {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { ok, output, problem } = await runCheckStep(step);
      log(ok ? `check ${step.name}: passed` : `check ${step.name}: FAILED (${problem})\n${output}`);
      totals[ok ? 'passed' : 'failed'] += 1;
      if (!ok) totals.failures.push(`${step.name}: ${problem}\n${output.slice(0, 1_000)}`);
    }
  }
  // One of them compiles on a single core.
  await Promise.all([runOneAfterAnother(), runOneAfterAnother()]);
  return totals;
}

/**
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
export async function runUnit(filters, env) {
  prepareReport(UNIT_REPORT);
  const args = [
    fromRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    `--reporter=${fromRoot('scripts/lib/unit-reporter.mjs')}`,
    ...filters,
  ];
  const end = await runCommand(process.execPath, args, {
    env: { ...env, CUEDESK_UNIT_REPORT: UNIT_REPORT },
    isKept: true,
    timeoutMs: UNIT_TIMEOUT_MS,
  });
  return totalsFromReport('unit', UNIT_REPORT, end, countVitest);
}

/**
 * @typedef {object} E2eGroup
 * @property {string} name also of its project in playwright.config.ts
 * @property {number} workers
 * @property {boolean} isMostlyWaiting it may run beside other suites
 * @property {boolean} hasWindow it starts Electron
 * @property {(spec: string) => boolean} isOwn
 */

/** @type {readonly E2eGroup[]} */
const E2E_GROUPS = [
  {
    name: 'own-pace',
    workers: 3,
    isMostlyWaiting: true,
    hasWindow: true,
    isOwn: (spec) => spec.startsWith('own-pace/'),
  },
  // Its longest file takes as long as all others together.
  {
    name: 'chromium',
    workers: 2,
    isMostlyWaiting: false,
    hasWindow: false,
    isOwn: (spec) => !spec.startsWith('own-pace/') && !spec.endsWith('.electron.spec.ts'),
  },
  // Two windows would compete for one display.
  {
    name: 'electron',
    workers: 1,
    isMostlyWaiting: false,
    hasWindow: true,
    isOwn: (spec) => !spec.startsWith('own-pace/') && spec.endsWith('.electron.spec.ts'),
  },
];

/**
 * The groups that have a spec which the filters name.
 * @param {readonly string[]} filters
 * @returns {readonly E2eGroup[]}
 */
export function e2eGroups(filters) {
  const folder = fromRoot('tests/e2e');
  const specs = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  const wanted = specs.filter(
    (spec) =>
      spec.endsWith('.spec.ts') &&
      (filters.length === 0 || filters.some((filter) => `tests/e2e/${spec}`.includes(filter))),
  );
  return E2E_GROUPS.filter(({ isOwn }) => wanted.some(isOwn));
}

/**
 * @param {E2eGroup} group
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
export async function runE2eGroup({ name, workers }, filters, env) {
  const report = fromRoot(`test-results/${name}.json`);
  prepareReport(report);
  const args = [
    process.execPath,
    fromRoot('node_modules/@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
    `--output=${fromRoot(`test-results/${name}`)}`,
    `--workers=${String(workers)}`,
    `--project=${name}`,
    ...filters,
  ];
  // A screen large enough for the overlay at its real size.
  const display = hasDisplay() ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'];
  const [command = '', ...rest] = [...display, ...args];
  const end = await runCommand(command, rest, {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    isKept: true,
  });
  if (!end.ok) log(`${name}: ${end.problem}`);
  return totalsFromReport(name, report, end, countPlaywright);
}

/** @param {NodeJS.ProcessEnv} env */
export async function runSoakSuite(env) {
  const end = await runSoak(SOAK_MINUTES, env);
  if (!end.ok) log(`soak: ${end.problem}`);
  return totalsFromReport('soak', SOAK_REPORT, end, countSoak);
}
