// A throwaway copy of the project's configuration with files planted in it, so that each lock is
// seen to hold. A tool that silently checks nothing would pass every real run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repoRoot = resolve(import.meta.dirname, '../..');

const LAYERS = [
  'src/shared',
  'src/main/core',
  'src/main/node',
  'src/main/electron',
  'src/main/preload',
  'src/renderer',
];

export interface PlantedProject {
  readonly plant: (file: string, text: string) => void;
  readonly lint: () => ReadonlyMap<string, readonly string[]>;
  readonly compile: () => string;
  readonly remove: () => void;
}

export function plantProject(): PlantedProject {
  const root = mkdtempSync(join(tmpdir(), 'cuedesk-planted-'));
  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  symlinkSync(join(repoRoot, 'node_modules'), join(root, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.base.json', '.oxlintrc.json']) {
    cpSync(join(repoRoot, file), join(root, file));
  }
  for (const layer of LAYERS) {
    plant(`${layer}/clean.ts`, `export const clean = '${layer}';\n`);
    cpSync(join(repoRoot, layer, 'tsconfig.json'), join(root, layer, 'tsconfig.json'));
  }
  const references = LAYERS.map((path) => ({ path }));
  plant('tsconfig.json', JSON.stringify({ files: [], references }));
  return {
    plant,
    lint: () => lint(root),
    compile: () => runTool(root, 'typescript/bin/tsc', ['-b', '--pretty', 'false']),
    remove: () => rmSync(root, { recursive: true }),
  };
}

function runTool(cwd: string, script: string, args: readonly string[]): string {
  const tool = join(repoRoot, 'node_modules', script);
  const { stdout, error } = spawnSync(process.execPath, [tool, ...args], { cwd, encoding: 'utf8' });
  if (error) throw error;
  return stdout;
}

/** The rules that each file breaks. */
function lint(root: string): ReadonlyMap<string, readonly string[]> {
  const output = runTool(root, 'oxlint/bin/oxlint', ['--type-aware', '-f', 'json', 'src']);
  const report = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  const rulesByFile = new Map<string, string[]>();
  for (const { filename, code } of report.diagnostics) {
    rulesByFile.set(filename, [...(rulesByFile.get(filename) ?? []), code]);
  }
  return rulesByFile;
}
