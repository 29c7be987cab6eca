import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { licenceFaults, staleLicenceRules } from '../../scripts/lib/licence-rules.mjs';
import { LOCK_FILES, lockedPackages, readLockFile } from '../../scripts/lib/lock-file.mjs';
import {
  MINIMUM_VERSIONS,
  staleMinimums,
  tooOldPackages,
} from '../../scripts/lib/minimum-versions.mjs';
import { NODE_BINARY, nodeBinaryState } from '../../scripts/lib/node-binary.mjs';
import { noticesText, packageOf, shippedPackages } from '../../scripts/lib/third-party-notices.mjs';
import { repoRoot } from './planted-project.ts';

const own = readLockFile('package-lock.json');
const all = LOCK_FILES.flatMap((file) => readLockFile(file));
const { allowScripts } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8')) as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

/** A lock file with one package in it. */
function locked(name: string, entry: Readonly<Record<string, unknown>>) {
  const [found] = lockedPackages({ packages: { '': {}, [`node_modules/${name}`]: entry } }, false);
  if (found === undefined) throw new Error('nothing was read');
  return found;
}

describe('the licences', () => {
  test('of everything installed are allowed, in every lock file', () => {
    expect(own.length).toBeGreaterThan(300);
    expect(all.length).toBeGreaterThan(own.length + 200);
    expect(licenceFaults(all)).toEqual([]);
  });

  test('no exception is stale', () => {
    expect(staleLicenceRules(all)).toEqual([]);
  });

  test.each([
    ['GPL-3.0-only', true],
    ['AGPL-3.0-or-later', true],
    ['LGPL-2.1', true],
    ['MPL-2.0', false],
    ['MIT AND GPL-2.0-only', true],
    ['UNLICENSED', true],
    [undefined, true],
  ])('a planted package under %s (tool: %s) is seen', (license, dev) => {
    expect(licenceFaults([locked('planted', { version: '1.0.0', license, dev })])).toHaveLength(1);
  });

  test.each([
    ['MIT', false],
    ['(WTFPL OR MIT)', false],
    ['MPL-2.0', true],
  ])('%s (tool: %s) passes', (license, dev) => {
    expect(licenceFaults([locked('planted', { version: '1.0.0', license, dev })])).toEqual([]);
  });
});

describe('what is inside the packaged app', () => {
  test('is listed with its licence text, also where it is a development dependency', () => {
    const shipped = shippedPackages();
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['better-sqlite3', 'react', 'socket.io', 'zod', 'qrcode', 'ws']),
    );
    expect(names).not.toContain('vitest');
    expect(shipped.filter(({ text }) => text.length < 200)).toEqual([]);
    const asShipped = shipped.map(({ name, version, licence }) =>
      locked(name, { version, license: licence }),
    );
    expect(licenceFaults(asShipped)).toEqual([]);
    const text = noticesText(shipped);
    expect(text).toContain('Permission is hereby granted');
    expect(names.every((name) => text.includes(`\n${name} `))).toBe(true);
  });

  test.each([
    ['../../node_modules/zod/v4/core/util.js', 'node_modules/zod'],
    [
      '../../../node_modules/@socket.io/component-emitter/lib/esm/index.js',
      'node_modules/@socket.io/component-emitter',
    ],
    [
      '../../node_modules/engine.io/node_modules/ws/lib/sender.js',
      'node_modules/engine.io/node_modules/ws',
    ],
    ['../../src/shared/model/ids.ts', null],
  ])('%s belongs to %s', (source, expected) => {
    expect(packageOf(source)).toBe(expected);
  });
});

describe('versions with known holes', () => {
  test('are in no lock file', () => {
    expect(tooOldPackages(all)).toEqual([]);
  });

  test('the list names only what is there, and says why', () => {
    expect(staleMinimums(all)).toEqual([]);
    expect(MINIMUM_VERSIONS.every(({ why }) => /CVE-\d{4}-\d+/.test(why))).toBe(true);
  });

  test.each([
    ['socket.io-parser', '4.2.6', true],
    ['socket.io-parser', '4.2.7-beta.1', true],
    ['socket.io-parser', '3.9.9', true],
    ['socket.io-parser', '4.2.7', false],
    ['socket.io-parser', '4.10.0', false],
    ['undici', '5.29.0', true],
    ['undici', '6.29.0', false],
    ['undici', '7.28.9', true],
    ['undici', '9.0.0', false],
  ])('a planted %s %s is too old: %s', (name, version, isTooOld) => {
    expect(tooOldPackages([locked(name, { version, license: 'MIT' })])).toHaveLength(
      isTooOld ? 1 : 0,
    );
  });

  test('SQLite is past CVE-2025-6965 (a crafted statement writes past its memory)', () => {
    const db = new BetterSqlite(':memory:');
    const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
    db.close();
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_050_002);
  });
});

describe('install scripts', () => {
  const withScripts = (packages: typeof own): string[] => [
    ...new Set(packages.filter((entry) => entry.hasInstallScript).map(({ name }) => name)),
  ];
  const unlisted = (packages: typeof own): string[] =>
    withScripts(packages).filter((name) => !Object.hasOwn(allowScripts, name));

  test('are those that package.json decides about, by name', () => {
    expect(withScripts(own).length).toBeGreaterThan(0);
    expect(unlisted(own)).toEqual([]);
  });

  test('a planted one is seen', () => {
    const planted = locked('planted', { version: '1.0.0', license: 'MIT', hasInstallScript: true });
    expect(unlisted([...own, planted])).toEqual(['planted']);
  });

  test('none may run but the one that brings Node', () => {
    expect(Object.entries(allowScripts).filter(([, mayRun]) => mayRun)).toEqual([['node', true]]);
  });

  test('none of the scanner’s tree runs', () => {
    const installer = readFileSync(join(repoRoot, 'scripts/lib/electronegativity.mjs'), 'utf8');
    const calls = installer.match(/runCommand\('npm', \[[^\]]*\]/g);
    expect(calls).toHaveLength(1);
    expect(calls?.[0]).toContain("'--ignore-scripts'");
  });
});

describe('the Node binary', () => {
  const platform = `${process.platform}-${process.arch}`;

  test('is the reviewed one', async () => {
    const state = await nodeBinaryState(NODE_BINARY, platform);
    expect(state).toBe(platform === 'linux-x64' ? 'reviewed' : 'not_reviewed');
  });

  test('a planted one is seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cuedesk-node-'));
    const file = join(folder, 'node');
    writeFileSync(file, '#!/bin/sh\nexit 0\n');
    expect(await nodeBinaryState(file, 'linux-x64')).toBe('different');
    expect(await nodeBinaryState(file, 'plan9-mips')).toBe('not_reviewed');
    rmSync(folder, { recursive: true });
  });
});
