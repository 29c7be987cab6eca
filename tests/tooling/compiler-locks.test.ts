import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plantProject, type PlantedProject } from './planted-project.ts';

describe('the compiler', () => {
  let project: PlantedProject;

  beforeEach(() => {
    project = plantProject();
  });

  afterEach(() => project.remove());

  test('passes clean layers', () => {
    project.plant(
      'src/main/core/uses-shared.ts',
      "import { clean } from '#shared/clean.ts';\nexport const copy = clean;\n",
    );
    expect(project.compile()).toBe('');
  });

  test.each([
    ['src/renderer/reach.ts', "import { clean } from '#core/clean.ts'", 'TS6307'],
    ['src/renderer/climb.ts', "import { clean } from '../main/core/clean.ts'", 'TS6307'],
    ['src/shared/reach.ts', "import { clean } from '#core/clean.ts'", 'TS6307'],
    ['src/main/core/reach.ts', "import { clean } from '#renderer/clean.ts'", 'TS6307'],
    ['src/main/node/reach.ts', "import { clean } from '#electron/clean.ts'", 'TS6307'],
    ['src/main/preload/reach.ts', "import { clean } from '#core/clean.ts'", 'TS6307'],
  ])('refuses %s: %s', (file, statement, code) => {
    project.plant(file, `${statement};\nexport const copy = clean;\n`);
    expect(project.compile()).toContain(code);
  });

  test.each([
    ['src/shared/host.ts', 'process'],
    ['src/shared/page.ts', 'document'],
    ['src/main/core/page.ts', 'document'],
    ['src/renderer/host.ts', 'process'],
  ])('%s does not know %s', (file, name) => {
    project.plant(file, `export const thing = ${name};\n`);
    expect(project.compile()).toMatch(new RegExp(`${file}.*TS2\\d+: Cannot find name '${name}'`));
  });
});
