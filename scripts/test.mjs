// npm test -- [--only check|unit|e2e|soak] [path...]: prepares the machine, runs every suite and adds up.
// The last line of stdout is `N passed, N failed, N skipped`.
import { existsSync } from 'node:fs';
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { buildApp } = await import('./lib/build-app.mjs');
const { resolveElectron } = await import('./lib/electron-runtime.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { obtainSqliteBinding } = await import('./lib/sqlite-binding.mjs');
const { failuresList, suiteThatDidNotRun, sumTotals, totalsTable } =
  await import('./lib/suite-totals.mjs');
const { ensureSystemPackages } = await import('./lib/system-packages.mjs');
const { parseTestOptions } = await import('./lib/test-options.mjs');
const { e2eGroups, runChecks, runE2eGroup, runSoakSuite, runUnit } =
  await import('./lib/test-suites.mjs');

const options = parseTestOptions(process.argv.slice(2));
const { only, filters } = 'error' in options ? fail(`test: ${options.error}`, 2) : options;

/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, TZ: 'UTC' };
/** @type {import('./lib/suite-totals.mjs').SuiteTotals[]} */
const suites = [];

/**
 * Preparations count only when they fail: what depends on them goes on and fails too, never skips.
 * @param {string} name
 * @param {() => Promise<string | null>} prepare gives what is wrong, if anything
 */
async function preparation(name, prepare) {
  const startedAt = performance.now();
  const problem = await prepare().catch((error) => String(error?.message ?? error));
  const took = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  log(problem === null ? `${name}: ready in ${took}` : `${name}: FAILED ${problem}`);
  if (problem !== null) suites.push(suiteThatDidNotRun(name, problem.split('\n')[0] ?? ''));
}

const isE2e = only.includes('e2e');
// Of the window's own: two engines in one process would not see each other's locks on a file.
const windowEnv = { ...env };

async function prepareMachine() {
  await preparation('system', ensureSystemPackages);
  if (!env.CUEDESK_CHROMIUM && existsSync('/usr/bin/chromium')) {
    env.CUEDESK_CHROMIUM = windowEnv.CUEDESK_CHROMIUM = '/usr/bin/chromium';
  }
  if (!isE2e) return;
  await preparation('electron', async () => {
    const runtime = await resolveElectron({ allowFetch: true });
    windowEnv.CUEDESK_ELECTRON = runtime.executablePath;
    if (runtime.needsCompiledSqlite) {
      windowEnv.CUEDESK_SQLITE_BINDING ??= await obtainSqliteBinding();
    }
    return null;
  });
}

// Packages, an archive and a compiler leave a core to the checks.
const machine = only.some((suite) => suite !== 'check') ? prepareMachine() : null;
if (only.includes('check')) suites.push(await runChecks());
if (machine !== null) {
  await machine;
  await preparation('build', async () => {
    const { failed } = await buildApp({ only: null, force: false });
    return failed.length > 0 ? `not built: ${failed.join(', ')}` : null;
  });
}
/** @param {import('./lib/test-suites.mjs').E2eGroup} group */
const runGroup = (group) => runE2eGroup(group, filters, group.hasWindow ? windowEnv : env);
const groups = isE2e ? e2eGroups(filters) : [];
if (isE2e && groups.length === 0) {
  suites.push(suiteThatDidNotRun('e2e', 'tests/e2e has no such spec files'));
}
// What waits most of its time does so while the unit tests work; a long show, begun after it, has
// pauses enough for whatever comes by then.
const beside = groups.filter(({ isMostlyWaiting }) => isMostlyWaiting).map(runGroup);
const soak = only.includes('soak') ? Promise.all(beside).then(() => runSoakSuite(env)) : null;
if (only.includes('unit')) suites.push(await runUnit(filters, env));
suites.push(...(await Promise.all(beside)));
// Windows come one by one.
const inTurn = groups.filter(({ isMostlyWaiting }) => !isMostlyWaiting);
for (const group of inTurn.toSorted((a, b) => Number(a.hasWindow) - Number(b.hasWindow))) {
  suites.push(await runGroup(group));
}
if (soak !== null) suites.push(await soak);

const totals = sumTotals(suites);
const { passed, failed, skipped, todo, didNotRun } = totals;
process.stdout.write(
  `\n${failuresList(suites)}${totalsTable(suites)}\n${JSON.stringify(totals)}\n`,
);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
const isStrict = process.env.CI === 'true';
const isBad = failed + didNotRun > 0 || (isStrict && skipped + todo > 0);
process.exitCode = isBad ? 1 : 0;
