// npm run bench -- [NAME...]: runs tests/bench/*.bench.ts; stdout holds their JSON lines only.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { existsSync, readdirSync } = await import('node:fs');
const { prepareDesktopBench } = await import('./lib/bench-desktop.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { describeBenchLine, runBench } = await import('./lib/run-bench.mjs');

const folder = fromRoot('tests/bench');
const names = process.argv.slice(2);
const all = existsSync(folder) ? readdirSync(folder).sort() : [];
const files = all.filter(
  (file) =>
    file.endsWith('.bench.ts') &&
    (names.length === 0 || names.some((name) => file.includes(name.replaceAll('.', '-')))),
);
if (files.length === 0) fail(`bench: nothing in tests/bench matches ${names.join(' ')}`, 2);

/** @type {string[]} */
const summary = [];
let failures = 0;
for (const file of files) {
  log(`bench ${file}`);
  const desktop = file.includes('desktop') ? await prepareDesktopBench() : null;
  const surroundings = desktop ?? { env: process.env, wrapper: [] };
  const path = fromRoot('tests/bench', file);
  const { lines, problem } = await runBench(path, surroundings, (line) => {
    process.stdout.write(`${line}\n`);
  });
  await desktop?.remove();
  summary.push(...lines.map(describeBenchLine));
  failures += lines.filter((line) => !line.ok).length;
  if (problem !== null) {
    failures += 1;
    summary.push(`FAIL ${file}: ${problem}`);
  }
}
log(`\n${summary.join('\n')}\n${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;
