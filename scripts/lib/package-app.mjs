import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import afterPack from './after-pack.mjs';
import { packedExecutable } from './app-fuses.mjs';
import { fallbackDist } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { log } from './log.mjs';
import { fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';
import { obtainSqliteBinding } from './sqlite-binding.mjs';
import { noticesText, shippedPackages } from './third-party-notices.mjs';
import { verifyPackage } from './verify-package.mjs';

const WORK = fromRoot('.cache/package');

/**
 * Packs, then reads the result back: fuses, archive and licences. Throws when one is not as stated.
 * @param {readonly string[]} targets empty: what electron-builder.yml lists for this platform
 * @returns {Promise<string[]>} the files made
 */
export async function packageApp(targets) {
  const runtime = await resolveElectron({ allowFetch: true });
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  /** @type {import('electron-builder').AfterPackContext[]} */
  const packed = [];
  const config = {
    extends: fromRoot('electron-builder.yml'),
    electronVersion: runtime.version,
    electronDist: runtime.isFallback ? fallbackDist() : dirname(runtime.executablePath),
    npmRebuild: false,
    extraResources: [
      writeNotices(),
      ...(runtime.needsCompiledSqlite ? [await compiledBinding()] : []),
    ],
    /** @param {import('electron-builder').AfterPackContext} context */
    async afterPack(context) {
      await afterPack(context);
      packed.push(context);
    },
  };
  // Where Electron itself could not be downloaded, the packager's own tools cannot either.
  const isOffline = runtime.isFallback && targets.length === 0;
  const chosen = isOffline ? ['dir'] : [...targets];
  const platform = Platform.current();
  const files = await build({
    projectDir: fromRoot(),
    config,
    targets: chosen.length > 0 ? platform.createTarget(chosen) : platform.createTarget(),
    publish: 'never',
  });
  await verifyAll(packed);
  return isOffline ? [await packUnpackedFolder()] : files;
}

async function packUnpackedFolder() {
  const { name, version } = createRequire(import.meta.url)(fromRoot('package.json'));
  const folder = `${name}-${version}`;
  const file = fromRoot('dist', `${folder}-linux-x64.tar.gz`);
  const rename = `s,^linux-unpacked,${folder},`;
  const args = ['-czf', file, '-C', fromRoot('dist'), `--transform=${rename}`, 'linux-unpacked'];
  const { ok, problem } = await runCommand('tar', args);
  if (!ok) throw new Error(`tar: ${problem}`);
  return file;
}

/** @param {readonly import('electron-builder').AfterPackContext[]} packed */
async function verifyAll(packed) {
  if (packed.length === 0) throw new Error('nothing was packed');
  for (const context of packed) {
    const resources = context.packager.getResourcesDir(context.appOutDir);
    const { faults, notes } = await verifyPackage(packedExecutable(context), resources);
    for (const note of notes) log(`package: ${note}`);
    if (faults.length > 0) throw new Error(`${context.appOutDir}: ${faults.join('; ')}`);
    log(`package: ${context.appOutDir} has every fuse as stated, its archive and its licences`);
  }
}

function writeNotices() {
  const name = 'THIRD-PARTY-NOTICES.txt';
  writeFileSync(join(WORK, name), noticesText(shippedPackages()));
  return { from: join(WORK, name), to: name };
}

/** The core looks for it at resources/sqlite/better_sqlite3.node of the packaged app. */
async function compiledBinding() {
  const folder = join(WORK, 'sqlite');
  mkdirSync(folder);
  cpSync(await obtainSqliteBinding(), join(folder, 'better_sqlite3.node'));
  return { from: folder, to: 'sqlite' };
}
