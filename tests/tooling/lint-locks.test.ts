import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantProject, type PlantedProject } from './planted-project.ts';

const IMPORT_RULE = 'eslint(no-restricted-imports)';

const REFUSED: readonly (readonly [folder: string, specifier: string])[] = [
  ['src/shared/rules', 'node:fs'],
  ['src/shared/rules', 'react'],
  ['src/shared/rules', '#core/start-core.ts'],
  ['src/shared/rules', '../../main/core/start-core.ts'],
  ['src/main/core/room', 'electron'],
  ['src/main/core/room', 'react'],
  ['src/main/core/room', 'fs'],
  ['src/main/core/room', '#node/cli.ts'],
  ['src/main/core/room', '#electron/main.ts'],
  ['src/main/core/room', '#renderer/store/room-store.ts'],
  ['src/main/core/room', '../../electron/main.ts'],
  ['src/main/core/room', '../../../renderer/store/room-store.ts'],
  ['src/main/node', 'electron'],
  ['src/main/node', '#electron/main.ts'],
  ['src/main/node', '../electron/main.ts'],
  ['src/main/electron', '#node/cli.ts'],
  ['src/main/electron', '#renderer/store/room-store.ts'],
  ['src/main/electron', 'better-sqlite3'],
  ['src/main/preload', '#core/start-core.ts'],
  ['src/main/preload', '#shared/contract/contract.ts'],
  ['src/main/preload', 'node:fs'],
  ['src/renderer/desk', 'electron'],
  ['src/renderer/desk', 'node:fs'],
  ['src/renderer/desk', 'better-sqlite3'],
  ['src/renderer/desk', '#core/start-core.ts'],
  ['src/renderer/desk', '../../main/core/start-core.ts'],
];

const ALLOWED: readonly (readonly [folder: string, specifier: string])[] = [
  ['src/shared/rules', 'zod'],
  ['src/shared/rules', '#shared/clean.ts'],
  ['src/shared/rules', '../clean.ts'],
  ['src/main/core/room', 'node:fs/promises'],
  ['src/main/core/room', 'better-sqlite3'],
  ['src/main/core/room', '#shared/clean.ts'],
  ['src/main/core/room', '../clean.ts'],
  ['src/main/node', '#core/clean.ts'],
  ['src/main/electron', 'electron'],
  ['src/main/electron', '#core/clean.ts'],
  ['src/main/preload', 'electron'],
  ['src/renderer/desk', 'react'],
  ['src/renderer/desk', '#shared/clean.ts'],
  ['src/renderer/desk', '../clean.ts'],
];

const plantedFile = (list: string, folder: string, index: number) =>
  `${folder}/${list}-${index}.ts`;

describe('the linter', () => {
  let project: PlantedProject;
  let brokenRules: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    project = plantProject();
    REFUSED.forEach(([folder, specifier], index) => {
      project.plant(plantedFile('refused', folder, index), `import '${specifier}';\n`);
    });
    ALLOWED.forEach(([folder, specifier], index) => {
      project.plant(plantedFile('allowed', folder, index), `import '${specifier}';\n`);
    });
    project.plant(
      'src/main/preload/type-only.ts',
      "import type { Clean } from '#shared/clean.ts';\nexport type Mine = Clean;\n",
    );
    project.plant('src/shared/long.ts', `export {};${'\n'.repeat(301)}`);
    project.plant('src/shared/camelCase.ts', 'export {};\n');
    project.plant('src/shared/rules/now.rules.ts', 'export const at = (): number => Date.now();\n');
    project.plant('src/main/core/empty.ts', 'try {\n  JSON.parse("");\n} catch {}\n');
    project.plant(
      'src/main/core/floating.ts',
      'export const later = async (): Promise<void> => undefined;\nlater();\n',
    );
    project.plant('src/main/core/cycle-a.ts', "import './cycle-b.ts';\nexport const a = 1;\n");
    project.plant('src/main/core/cycle-b.ts', "import './cycle-a.ts';\nexport const b = 1;\n");
    brokenRules = project.lint();
  }, 60_000);

  afterAll(() => project.remove());

  test.each(REFUSED.map(([folder, specifier], index) => ({ folder, specifier, index })))(
    '$folder may not import $specifier',
    ({ folder, index }) => {
      expect(brokenRules.get(plantedFile('refused', folder, index))).toContain(IMPORT_RULE);
    },
  );

  test.each(ALLOWED.map(([folder, specifier], index) => ({ folder, specifier, index })))(
    '$folder may import $specifier',
    ({ folder, index }) => {
      const broken = brokenRules.get(plantedFile('allowed', folder, index)) ?? [];
      expect(broken).not.toContain(IMPORT_RULE);
    },
  );

  test('the preload may import types of shared', () => {
    expect(brokenRules.get('src/main/preload/type-only.ts') ?? []).not.toContain(IMPORT_RULE);
  });

  test.each([
    ['src/shared/long.ts', 'eslint(max-lines)'],
    ['src/shared/camelCase.ts', 'unicorn(filename-case)'],
    ['src/shared/rules/now.rules.ts', 'eslint(no-restricted-properties)'],
    ['src/main/core/empty.ts', 'eslint(no-empty)'],
    ['src/main/core/floating.ts', 'typescript(no-floating-promises)'],
    ['src/main/core/cycle-a.ts', 'import(no-cycle)'],
  ])('%s breaks %s', (file, rule) => {
    expect(brokenRules.get(file)).toContain(rule);
  });

  test('a clean file breaks nothing', () => {
    expect(brokenRules.get('src/shared/clean.ts')).toBeUndefined();
    expect(brokenRules.get('src/main/core/clean.ts')).toBeUndefined();
  });
});
