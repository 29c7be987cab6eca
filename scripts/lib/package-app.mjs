import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { fallbackDist } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';
import { obtainSqliteBinding } from './sqlite-binding.mjs';

/**
 * @param {readonly string[]} targets empty: what electron-builder.yml lists for this platform
 * @returns {Promise<string[]>} the files made
 */
export async function packageApp(targets) {
  const runtime = await resolveElectron({ allowFetch: true });
  const config = {
    extends: fromRoot('electron-builder.yml'),
    electronVersion: runtime.version,
    electronDist: runtime.isFallback ? fallbackDist() : dirname(runtime.executablePath),
    npmRebuild: false,
    extraResources: runtime.needsCompiledSqlite ? [await compiledBinding()] : [],
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

/** The core looks for it at resources/sqlite/better_sqlite3.node of the packaged app. */
async function compiledBinding() {
  const folder = fromRoot('.cache/package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(await obtainSqliteBinding(), join(folder, 'better_sqlite3.node'));
  return { from: folder, to: 'sqlite' };
}
