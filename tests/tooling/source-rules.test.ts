import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repoRoot } from './planted-project.ts';
import { sourceFaults } from './source-rules.ts';

function realSources(): Map<string, string> {
  const names = readdirSync(join(repoRoot, 'src'), { recursive: true }).map(String);
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join('src', name));
  return new Map(files.map((file) => [file, readFileSync(join(repoRoot, file), 'utf8')]));
}

const faultsOf = (file: string, text: string) => sourceFaults(new Map([[file, text]]));

describe('the sources', () => {
  test('keep every rule', () => {
    const sources = realSources();
    expect(sources.size).toBeGreaterThan(20);
    expect(sourceFaults(sources)).toEqual([]);
  });
});

describe('a planted violation is seen', () => {
  test.each([
    ['src/shared/rules/a.ts', '#core/room/room.ts'],
    ['src/main/core/a.ts', '#electron/main.ts'],
    ['src/main/core/a.ts', '../electron/main.ts'],
    ['src/main/node/a.ts', '../electron/main.ts'],
    ['src/renderer/store/a.ts', '../../main/core/room/room.ts'],
    ['src/renderer/features/cues/cue-row.tsx', '../shelf/shelf-row.tsx'],
    ['src/renderer/features/cues/cue-row.tsx', '#renderer/features/shelf/shelf-row.tsx'],
    ['src/renderer/features/cues/rows/cue-row.tsx', '../../shelf/shelf-row.tsx'],
    ['src/renderer/desk/desk.tsx', '../anchor/anchor.tsx'],
    ['src/renderer/anchor/anchor.tsx', '#renderer/overlay/overlay.tsx'],
    ['src/renderer/ui/button.tsx', '../features/cues/cue-row.tsx'],
    ['src/renderer/features/cues/cue-row.tsx', '#renderer/desk/desk.tsx'],
  ])('%s imports %s', (file, specifier) => {
    expect(faultsOf(file, `import { a } from '${specifier}';`)).toHaveLength(1);
    expect(faultsOf(file, `import type { A } from '${specifier}';`)).toHaveLength(1);
    expect(faultsOf(file, `const a = await import('${specifier}');`)).toHaveLength(1);
    expect(faultsOf(file, `import '${specifier}';`)).toHaveLength(1);
  });

  test.each(['utils.ts', 'date-utils.ts', 'helpers.ts', 'Controller.ts', 'index.tsx'])(
    'a file is called %s',
    (name) => {
      expect(faultsOf(`src/shared/lib/${name}`, 'export const a = 1;')).toHaveLength(1);
    },
  );

  test('a file only passes exports on', () => {
    const barrel = "// Everything.\nexport * from './a.ts';\nexport { b } from './b.ts';\n";
    expect(faultsOf('src/shared/lib/everything.ts', barrel)).toHaveLength(1);
  });
});

describe('what is allowed passes', () => {
  test.each([
    ['src/main/core/a.ts', '#shared/model/ids.ts'],
    ['src/main/electron/a.ts', '#core/start-core.ts'],
    ['src/renderer/desk/desk.tsx', '#renderer/features/cues/cue-row.tsx'],
    ['src/renderer/features/cues/rows/cue-row.tsx', '../cue-list.tsx'],
    ['src/renderer/features/cues/cue-row.tsx', '#renderer/ui/button.tsx'],
    ['src/main/core/a.ts', 'better-sqlite3'],
  ])('%s imports %s', (file, specifier) => {
    expect(faultsOf(file, `import { a } from '${specifier}';`)).toEqual([]);
  });

  test('names with a meaning, files with a content', () => {
    expect(
      faultsOf('src/shared/lib/ring-buffer.ts', "export { a } from './b.ts';\nrun();"),
    ).toEqual([]);
  });
});
