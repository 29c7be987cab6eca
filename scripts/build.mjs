// npm run build -- [--force] [target...]: bundles the app into out/.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { parseArgs } = await import('node:util');
const { buildApp } = await import('./lib/build-app.mjs');
const { buildTargets } = await import('./lib/build-targets.mjs');
const { fail, log } = await import('./lib/log.mjs');

const names = buildTargets.map((target) => target.name);
const { values, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false } },
  allowPositionals: true,
});
for (const name of positionals) {
  if (!names.includes(name))
    fail(`build: unknown target ${name}; there are ${names.join(', ')}`, 2);
}
const only = positionals.length > 0 ? positionals : null;
const { skipped, failed } = await buildApp({ only, force: values.force });
if (skipped.length > 0) log(`build: unchanged ${skipped.join(', ')}`);
if (failed.length > 0) fail(`build: failed ${failed.join(', ')}`, 1);
