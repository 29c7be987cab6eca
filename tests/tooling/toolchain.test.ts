import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNodeRecentEnough } from '../../scripts/lib/require-node.mjs';
import { repoRoot } from './planted-project.ts';

const read = (...parts: string[]): string => readFileSync(join(repoRoot, ...parts), 'utf8');

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const packageFile = JSON.parse(read('package.json')) as PackageFile;

function filesUnder(folder: string): string[] {
  const names = readdirSync(join(repoRoot, folder), { recursive: true }).map(String);
  return names
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(repoRoot, file)).isFile());
}

describe('the dependencies', () => {
  test('are pinned exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageFile;
    const versions = { ...dependencies, ...devDependencies, ...optionalDependencies };
    const loose = Object.entries(versions).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('carry a hash each in the lock file', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>;
    };
    const bare = Object.entries(packages).filter(
      ([path, entry]) => path !== '' && !entry.integrity && !entry.link && !entry.inBundle,
    );
    expect(bare).toEqual([]);
  });
});

describe('the entry scripts', () => {
  test.each([
    ['18.20.4', false],
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['24.21.0', true],
  ])('accept Node %s: %s', (version, isAccepted) => {
    expect(isNodeRecentEnough(version)).toBe(isAccepted);
  });

  const entries = readdirSync(join(repoRoot, 'scripts')).filter((name) => name.endsWith('.mjs'));

  test.each(entries)('%s checks Node before it loads anything else', (entry) => {
    const text = read('scripts', entry);
    // A static import of anything newer would fail before the check can speak.
    expect(text.match(/^import .*$/gm)).toEqual(
      expect.arrayContaining(["import { requireNode } from './lib/require-node.mjs';"]),
    );
    const others = text.match(/^import .* from '(?!node:fs'|\.\/lib\/require-node\.mjs')/gm);
    expect(others).toBeNull();
    expect(text.indexOf('requireNode();')).toBeLessThan(text.indexOf('await import('));
  });
});

describe('the sandbox of the renderer', () => {
  test('is never switched off by the product or its scripts', () => {
    const switchOff = '--no-sandbox';
    const files = [...filesUnder('src'), ...filesUnder('scripts'), 'electron-builder.yml'];
    expect(files.filter((file) => read(file).includes(switchOff))).toEqual([]);
  });
});
