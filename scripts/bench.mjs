// npm run bench -- [NAME...] [--write-docs]: runs tests/bench/*.bench.ts; stdout holds their JSON lines
// only. With --write-docs what was run goes into docs/benchmarks.md, whose other rows stay.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { existsSync, readdirSync, readFileSync, writeFileSync } = await import('node:fs');
const { prepareDesktopBench } = await import('./lib/bench-desktop.mjs');
const { benchPage, readBenchPage } = await import('./lib/bench-page.mjs');
const { describeMachine } = await import('./lib/bench-machine.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');
const { describeBenchLine, runBench } = await import('./lib/run-bench.mjs');

const folder = fromRoot('tests/bench');
const flags = new Set(process.argv.slice(2).filter((arg) => arg.startsWith('--')));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const writesPage = flags.delete('--write-docs');
if (flags.size > 0) fail(`bench: unknown option ${[...flags].join(' ')}`, 2);
const all = existsSync(folder) ? readdirSync(folder).sort() : [];
const files = all.filter(
  (file) =>
    file.endsWith('.bench.ts') &&
    (names.length === 0 || names.some((name) => file.includes(name.replaceAll('.', '-')))),
);
if (files.length === 0) fail(`bench: nothing in tests/bench matches ${names.join(' ')}`, 2);

/** @type {import('./lib/run-bench.mjs').BenchLine[]} */
const measured = [];
/** @type {string[]} */
const problems = [];
for (const file of files) {
  log(`bench ${file}`);
  const desktop = file.includes('desktop') ? await prepareDesktopBench() : null;
  const surroundings = desktop ?? { env: process.env, wrapper: [] };
  const path = fromRoot('tests/bench', file);
  const { lines, problem } = await runBench(path, surroundings, (line) => {
    process.stdout.write(`${line}\n`);
  });
  await desktop?.remove();
  measured.push(...lines);
  if (problem !== null) problems.push(`FAIL ${file}: ${problem}`);
}
if (writesPage && measured.length > 0) {
  const page = fromRoot('docs/benchmarks.md');
  const earlier = existsSync(page) ? readBenchPage(readFileSync(page, 'utf8')) : [];
  const run = { machine: await describeMachine(), date: new Date().toISOString().slice(0, 10) };
  writeFileSync(page, benchPage(measured, run, earlier));
}
const failures = measured.filter(({ ok }) => !ok).length + problems.length;
log(`\n${[...measured.map(describeBenchLine), ...problems].join('\n')}\n${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;
