// The build step that makes schemas when they are first asked for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { commands } from '#shared/contract/contract.ts';

import { lazySchemas, madeLazy } from '../../scripts/lib/lazy-schemas.mjs';
import { repoRoot } from './planted-project.ts';

const FILE = join(repoRoot, 'src/shared/model/planted.ts');

/** The text with its own `names` made lazily, and of the ids `ShowId`. */
function made(code: string, ...names: readonly string[]): string {
  return madeLazy(code, FILE, (file) => {
    const own = new Set(file === FILE ? names : ['ShowId']);
    return { names: own, exported: own };
  });
}

test('a schema is made by whoever asks first, and whoever names it asks', () => {
  const text = made(
    `import { z } from 'zod';\nimport { ShowId } from './ids.ts';\n` +
      `export const Shown = z\n  .object({ ShowId, id: ShowId });\n` +
      `export const isShown = (it) => Shown.safeParse(it).Shown;`,
    'Shown',
  );
  expect(text).toContain('import { ShowId$make as ShowId$make }');
  expect(text).toContain('let Shown$; export function Shown$make() { return Shown$ ??= (z');
  expect(text).toContain('({ ShowId: ShowId$make(), id: ShowId$make() })); }');
  expect(text).toContain('Shown$make().safeParse(it).Shown;');
  expect(text.split('\n')).toHaveLength(5);
});

test('objects and lists of schemas alone are made so too; what works something out is not', () => {
  const text = made(
    `import { z } from 'zod';\nconst table = { a: z.string(), ...more() };\n` +
      `const own = { a: z.string() };\nconst list = [own.a, z.int()];\n` +
      `const parsed = z.string().parse('x');`,
    'table',
    'own',
    'list',
    'parsed',
  );
  expect(text).toContain('const table = { a: z.string(), ...more() };');
  expect(text).toContain('function own$make() {');
  expect(text).toContain('function list$make() { return list$ ??= ([own$make().a, z.int()]); }');
  expect(text).toContain(`const parsed = z.string().parse('x');`);
});

test('a name that something else bears as well stays what it is', () => {
  const code =
    `import { z } from 'zod';\nconst line = z.string();\n` +
    `export const read = (line) => line.length + line;`;
  expect(made(code, 'line')).toBe(code);
  const importing = `import { ShowId } from './ids.ts';\nexport const f = (ShowId) => ShowId;`;
  expect(made(importing)).toContain('const ShowId = ShowId$make();import');
});

test('the built contract says of every command what its source says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-contract-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [lazySchemas()],
    build: {
      lib: { entry: join(repoRoot, 'src/shared/contract/contract.ts'), formats: ['es'] },
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'contract.mjs' } },
    },
  });
  const file = pathToFileURL(join(folder, 'contract.mjs')).href;
  const built: { readonly commands: typeof commands } = await import(/* @vite-ignore */ file);
  expect(described(built.commands)).toEqual(described(commands));
  rmSync(folder, { recursive: true });
});

/** What may go in and come out of each command, and who may call it. */
function described(table: typeof commands): object {
  const schema = (made: z.ZodType): object =>
    z.toJSONSchema(made, { unrepresentable: 'any', io: 'input' });
  return Object.fromEntries(
    Object.entries(table).map(([name, { input, output, callers }]) => [
      name,
      { input: schema(input), output: schema(output), callers },
    ]),
  );
}
