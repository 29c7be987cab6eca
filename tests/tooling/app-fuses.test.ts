import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { flipFuses, FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { APP_FUSES, fuseConfigFor, verifyFuses } from '../../scripts/lib/app-fuses.mjs';
import { repoRoot } from './planted-project.ts';

const COMPILE_LIMIT_MS = 120_000;
const SOURCE = join(repoRoot, 'scripts/lib/app-fuses.mjs');

test('every fuse that @electron/fuses knows is stated', () => {
  const known = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
  expect(known.length).toBeGreaterThanOrEqual(9);
  expect(Object.keys(APP_FUSES).toSorted()).toEqual(known.toSorted());
});

test('the program can be nothing but the app', () => {
  expect(APP_FUSES).toMatchObject({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableCookieEncryption: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('there is one list: the packager has none of its own', () => {
  const packager = readFileSync(join(repoRoot, 'electron-builder.yml'), 'utf8');
  expect(packager).not.toContain('electronFuses');
  expect(packager).toContain('afterPack: scripts/lib/after-pack.mjs');
});

describe('a packed program', () => {
  const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const ENABLED = '1';
  let file = '';
  beforeAll(() => {
    file = join(mkdtempSync(join(tmpdir(), 'cuedesk-fuse-wire-')), 'program');
  });
  afterAll(() => rmSync(dirname(file), { recursive: true }));

  /** A file with a fuse wire as Electron's binary has it, all fuses on. */
  function writeProgram(fuseCount: number): void {
    const head = Buffer.concat([
      Buffer.alloc(5_000),
      Buffer.from(SENTINEL),
      Buffer.of(1, fuseCount),
    ]);
    writeFileSync(
      file,
      Buffer.concat([head, Buffer.from(ENABLED.repeat(fuseCount)), Buffer.alloc(900)]),
    );
  }

  test('gets every fuse as stated, and that is read back', async () => {
    writeProgram(9);
    expect((await verifyFuses(file)).faults).toHaveLength(5);
    await flipFuses(file, await fuseConfigFor(file));
    expect(await verifyFuses(file)).toEqual({ faults: [], absent: [] });
  });

  test('of an older runtime gets those it has, and the rest is named', async () => {
    writeProgram(8);
    await flipFuses(file, await fuseConfigFor(file));
    expect(await verifyFuses(file)).toEqual({ faults: [], absent: ['WasmTrapHandlers'] });
  });

  test('of a newer runtime with a fuse that nobody stated is refused', async () => {
    writeProgram(10);
    const config = await fuseConfigFor(file);
    await expect(flipFuses(file, config)).rejects.toThrow('strictlyRequireAllFuses');
  });

  test('with one fuse as it must not be is seen', async () => {
    writeProgram(9);
    await flipFuses(file, await fuseConfigFor(file));
    const bytes = readFileSync(file);
    bytes.write(ENABLED, bytes.indexOf(SENTINEL) + SENTINEL.length + 2 + FuseV1Options.RunAsNode);
    writeFileSync(file, bytes);
    expect((await verifyFuses(file)).faults).toEqual(['RunAsNode is ENABLE and should be DISABLE']);
  });
});

describe('a fuse that is left out', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cuedesk-fuses-'));
    symlinkSync(join(repoRoot, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(repoRoot, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    const options = {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      composite: false,
      lib: ['es2023'],
      types: ['node'],
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: './tsconfig.base.json',
        compilerOptions: options,
        files: ['app-fuses.mjs'],
      }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function compile(text: string): string {
    writeFileSync(join(folder, 'app-fuses.mjs'), text);
    const tool = join(repoRoot, 'node_modules/typescript/bin/tsc');
    const args = [tool, '-p', folder, '--pretty', 'false'];
    return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout;
  }

  test('does not compile', { timeout: COMPILE_LIMIT_MS }, () => {
    const text = readFileSync(SOURCE, 'utf8');
    expect(compile(text)).toBe('');
    const without = text.replace(/^ {2}OnlyLoadAppFromAsar: .*\n/m, '');
    expect(without).not.toBe(text);
    expect(compile(without)).toMatch(/error TS\d+.*OnlyLoadAppFromAsar/);
  });
});
