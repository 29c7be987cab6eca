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
  suiteThatDidNotRun,
  totalsFromReport,
} from './suite-totals.mjs';

const UNIT_TIMEOUT_MS = 1_200_000;
const SOAK_MINUTES = 5;
const UNIT_REPORT = fromRoot('test-results/unit.json');
const E2E_REPORT = fromRoot('test-results/e2e.json');

/** @param {string} file */
function prepareReport(file) {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

export async function runChecks() {
  const totals = emptyTotals('check');
  for (const step of checkSteps) {
    const { ok, output, problem } = await runCheckStep(step);
    log(ok ? `check ${step.name}: passed` : `check ${step.name}: FAILED (${problem})\n${output}`);
    totals[ok ? 'passed' : 'failed'] += 1;
  }
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
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
    ...filters,
  ];
  const { ok } = await runCommand(process.execPath, args, { env, timeoutMs: UNIT_TIMEOUT_MS });
  return totalsFromReport('unit', UNIT_REPORT, ok, countVitest);
}

/**
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
export async function runE2e(filters, env) {
  const folder = fromRoot('tests/e2e');
  const specs = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  if (!specs.some((name) => name.endsWith('.spec.ts'))) {
    return suiteThatDidNotRun('e2e', 'there are no spec files in tests/e2e');
  }
  prepareReport(E2E_REPORT);
  const args = [
    process.execPath,
    fromRoot('node_modules/@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
    ...filters,
  ];
  // A screen large enough for the overlay at its real size.
  const display = hasDisplay() ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'];
  const [command = '', ...rest] = [...display, ...args];
  const { ok, problem } = await runCommand(command, rest, {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT },
  });
  if (!ok) log(`e2e: ${problem}`);
  return totalsFromReport('e2e', E2E_REPORT, ok, countPlaywright);
}

/** @param {NodeJS.ProcessEnv} env */
export async function runSoakSuite(env) {
  const { ok, problem } = await runSoak(SOAK_MINUTES, env);
  if (!ok) log(`soak: ${problem}`);
  return totalsFromReport('soak', SOAK_REPORT, ok, countSoak);
}
