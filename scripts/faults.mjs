// npm run faults -- [NAME...] [--quick] [--write-docs]: breaks things on purpose, one fault after
// another; stdout holds one JSON line for each, everything else is stderr.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { existsSync, readFileSync, writeFileSync } = await import('node:fs');
const { buildApp } = await import('./lib/build-app.mjs');
const { keepResult, keptResults } = await import('./lib/fault-results.mjs');
const { describeFault, faultsPage, readFaultsPage } = await import('./lib/faults-page.mjs');
const { measureFloor } = await import('./lib/machine-floor.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { listFaults, runFault } = await import('./lib/run-fault.mjs');
const { resolveElectron } = await import('./lib/electron-runtime.mjs');
const { obtainSqliteBinding } = await import('./lib/sqlite-binding.mjs');
const { ensureSystemPackages } = await import('./lib/system-packages.mjs');

const args = process.argv.slice(2);
const flags = new Set(args.filter((arg) => arg.startsWith('--')));
const names = args.filter((arg) => !arg.startsWith('--'));
const isQuick = flags.delete('--quick');
const writesPage = flags.delete('--write-docs');
if (flags.size > 0) fail(`faults: unknown option ${[...flags].join(' ')}`, 2);

const all = await listFaults();
const unknown = names.filter((name) => !all.some(({ fault }) => fault === name));
if (unknown.length > 0) {
  fail(
    `faults: no fault called ${unknown.join(', ')}; there are ${all.map(({ fault }) => fault).join(', ')}`,
    2,
  );
}
const scale = isQuick ? 'quick' : 'full';
const table = all.filter(({ hasQuickForm }) => !isQuick || hasQuickForm);
const chosen = table.filter(({ fault }) => names.length === 0 || names.includes(fault));
if (chosen.length === 0) fail('faults: none of them has a quick form', 2);

const floor = measureFloor();
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, TZ: 'UTC' };
const { failed } = await buildApp({ only: null, force: false });
if (failed.length > 0) fail(`faults: not built: ${failed.join(', ')}`, 2);
const packagesProblem = await ensureSystemPackages();
if (packagesProblem !== null) log(`faults: ${packagesProblem}`);
if (!env.CUEDESK_CHROMIUM && existsSync('/usr/bin/chromium')) {
  env.CUEDESK_CHROMIUM = '/usr/bin/chromium';
}
if (chosen.some(({ needs }) => needs === 'electron')) {
  const runtime = await resolveElectron({ allowFetch: true });
  env.CUEDESK_ELECTRON = runtime.executablePath;
  if (runtime.needsCompiledSqlite) env.CUEDESK_SQLITE_BINDING ??= await obtainSqliteBinding();
}

/** @type {import('./lib/run-fault.mjs').FaultLine[]} */
const lines = [];
for (const [index, entry] of chosen.entries()) {
  log(`fault ${index + 1}/${chosen.length} ${entry.fault}: ${entry.what}`);
  const line = await runFault(entry, scale, env);
  process.stdout.write(`${JSON.stringify(line)}\n`);
  log(describeFault(line));
  lines.push(line);
  keepResult(line, scale);
}
if (writesPage) {
  const page = fromRoot('docs/faults.md');
  const kept = keptResults(
    table.map(({ fault }) => fault),
    scale,
    existsSync(page) ? readFaultsPage(readFileSync(page, 'utf8'), scale) : [],
  );
  // A table with holes would read as if it were whole.
  if (kept.missing.length > 0) fail(`faults: not run yet: ${kept.missing.join(', ')}`, 2);
  writeFileSync(page, faultsPage(table, kept.results, { floor, scale }));
}
const bad = lines.filter(({ ok }) => !ok);
log(`\n${lines.map(describeFault).join('\n')}\n${bad.length} of ${lines.length} failed`);
process.exitCode = bad.length > 0 ? 1 : 0;
