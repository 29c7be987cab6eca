// npm run soak -- [--minutes 30] [--write-docs]: a long show in a fraction of its time; what core and
// desk hold must stand still. The verdicts go to stderr, the report to test-results/soak.json.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { parseArgs } = await import('node:util');
const { buildApp } = await import('./lib/build-app.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { measureFloor } = await import('./lib/machine-floor.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { runCommand } = await import('./lib/run-command.mjs');
const { runSoak, SOAK_REPORT } = await import('./lib/run-soak.mjs');
const { ensureSystemPackages } = await import('./lib/system-packages.mjs');

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    'write-docs': { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
if (!(minutes >= 2 && minutes <= 24 * 60)) fail('soak: --minutes wants 2 or more', 2);

const { machine } = measureFloor();
const { failed } = await buildApp({ only: null, force: false });
if (failed.length > 0) fail(`soak: not built: ${failed.join(', ')}`, 2);
const packagesProblem = await ensureSystemPackages();
if (packagesProblem !== null) log(`soak: ${packagesProblem}`);

const { ok } = await runSoak(minutes, process.env);
if (values['write-docs']) {
  const writer = fromRoot('tests/soak/write-soak-page.ts');
  await runCommand(process.execPath, [writer, SOAK_REPORT, machine], { env: process.env });
}
process.exitCode = ok ? 0 : 1;
