import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { isNodeRecentEnough } from '../../scripts/lib/require-node.mjs';
import { repoRoot } from './planted-project.ts';

// An install script fetches Node's binary, past the lock file; the lock file's hashes do not cover it.
const NODE_BINARY_SHA256: Readonly<Record<string, string>> = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
};

const read = (...parts: string[]): string => readFileSync(join(repoRoot, ...parts), 'utf8');

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
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

  test('run no install script but the one that brings Node', () => {
    const allowed = Object.entries(packageFile.allowScripts).filter(([, isAllowed]) => isAllowed);
    expect(allowed).toEqual([['node', true]]);
  });

  test('include the Node binary that was reviewed', async () => {
    const expected = NODE_BINARY_SHA256[`${process.platform}-${process.arch}`];
    // Only the platform of the reference run has been reviewed.
    if (expected === undefined) return;
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(repoRoot, 'node_modules/node/bin/node')), hash);
    expect(hash.digest('hex')).toBe(expected);
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

  test('every fuse of the packaged app is stated', () => {
    const [, section = ''] = read('electron-builder.yml').split(/^electronFuses:\n/m);
    const stated = section.split(/^\w/m)[0]?.match(/^ {2}\w+: (?:true|false)$/gm) ?? [];
    expect(stated.map((line) => line.trim())).toEqual([
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'grantFileProtocolExtraPrivileges: false',
    ]);
  });
});
