// npm run first-run [-- --write-docs]: a newcomer's way from an empty folder to the first review, on
// this machine, with the seconds of each step; stdout holds them as one line of JSON. Needs Chromium
// (CUEDESK_CHROMIUM or /usr/bin/chromium).
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
const { writeFileSync } = await import('node:fs');
const { loadavg } = await import('node:os');
const { parseArgs } = await import('node:util');
const { describeFirstRun, firstRunPage } = await import('../../scripts/lib/first-run-page.mjs');
const { log } = await import('../../scripts/lib/log.mjs');
const { measureFloor } = await import('../../scripts/lib/machine-floor.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');
const { machineVersions, makeFirstRun } = await import('./newcomer.mjs');

const { values } = parseArgs({ options: { 'write-docs': { type: 'boolean', default: false } } });
const { machine } = measureFloor();
const [load = 0] = loadavg();
const run = await makeFirstRun();
process.stdout.write(`${JSON.stringify(run)}\n`);
log(describeFirstRun(run));
if (values['write-docs']) {
  const where = { machine, load, ...(await machineVersions()), date: new Date() };
  writeFileSync(fromRoot('docs/first-run.md'), firstRunPage(run, where));
}
