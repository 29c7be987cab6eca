import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { fallbackDist } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { fromRoot } from './repo-paths.mjs';
import { obtainSqliteBinding } from './sqlite-binding.mjs';

// Made without any download of the packager's own.
const OFFLINE_LINUX_TARGETS = ['dir', 'tar.gz'];

/** @param {readonly string[]} targets empty: what electron-builder.yml lists for this platform */
export async function packageApp(targets) {
  const runtime = await resolveElectron({ allowFetch: true });
  const config = {
    extends: fromRoot('electron-builder.yml'),
    electronVersion: runtime.version,
    electronDist: runtime.isFallback ? fallbackDist() : dirname(runtime.executablePath),
    npmRebuild: false,
    extraResources: runtime.needsCompiledSqlite ? [await compiledBinding()] : [],
  };
  const isLinux = process.platform === 'linux';
  const chosen = targets.length === 0 && runtime.isFallback ? OFFLINE_LINUX_TARGETS : [...targets];
  const platform = isLinux ? Platform.LINUX : Platform.current();
  return build({
    projectDir: fromRoot(),
    config,
    targets: chosen.length > 0 ? platform.createTarget(chosen) : platform.createTarget(),
    publish: 'never',
  });
}

/** The core looks for it at resources/sqlite/better_sqlite3.node of the packaged app. */
async function compiledBinding() {
  const folder = fromRoot('.cache/package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(await obtainSqliteBinding(), join(folder, 'better_sqlite3.node'));
  return { from: folder, to: 'sqlite' };
}
