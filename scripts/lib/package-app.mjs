import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
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

/**
 * @typedef {object} PackageOrder
 * @property {readonly string[]} targets empty: what electron-builder.yml lists for this platform
 * @property {string} output the folder of what is made
 */

/**
 * Packs, then reads the result back: fuses, archive and licences. Throws when one is not as stated.
 * @param {PackageOrder} order
 * @returns {Promise<string[]>} the files made
 */
export async function packageApp({ targets, output }) {
  const runtime = await resolveElectron({ allowFetch: true });
  const work = mkdtempSync(join(tmpdir(), 'cuedesk-package-'));
  /** @type {import('electron-builder').AfterPackContext[]} */
  const packed = [];
  const config = {
    extends: fromRoot('electron-builder.yml'),
    directories: { output },
    electronVersion: runtime.version,
    electronDist: runtime.isFallback ? fallbackDist() : dirname(runtime.executablePath),
    npmRebuild: false,
    extraResources: [
      writeNotices(work),
      { from: fromRoot('LICENSE'), to: 'LICENSE.txt' },
      ...(runtime.needsCompiledSqlite ? [await compiledBinding(work)] : []),
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
  rmSync(work, { recursive: true });
  return isOffline ? [await packUnpackedFolder(output)] : files;
}

/** @param {string} output */
async function packUnpackedFolder(output) {
  const { name, version } = createRequire(import.meta.url)(fromRoot('package.json'));
  const folder = `${name}-${version}`;
  const file = join(output, `${folder}-linux-x64.tar.gz`);
  const rename = `s,^linux-unpacked,${folder},`;
  const args = ['-czf', file, '-C', output, `--transform=${rename}`, 'linux-unpacked'];
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

/** @param {string} folder */
function writeNotices(folder) {
  const name = 'THIRD-PARTY-NOTICES.txt';
  writeFileSync(join(folder, name), noticesText(shippedPackages()));
  return { from: join(folder, name), to: name };
}

/** The core looks for it at resources/sqlite/better_sqlite3.node of the packaged app. */
/** @param {string} work */
async function compiledBinding(work) {
  const folder = join(work, 'sqlite');
  mkdirSync(folder);
  cpSync(await obtainSqliteBinding(), join(folder, 'better_sqlite3.node'));
  return { from: folder, to: 'sqlite' };
}
