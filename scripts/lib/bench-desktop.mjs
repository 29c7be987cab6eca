// What a measurement of the desktop app needs: the app as it is built, an Electron for it, one for an
// empty window, and a display.
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildApp } from './build-app.mjs';
import { hasDisplay } from './desktop-app.mjs';
import { fallbackDist } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { linkTree } from './link-tree.mjs';
import { fromRoot } from './repo-paths.mjs';
import { obtainSqliteBinding } from './sqlite-binding.mjs';

const BLANK_APP = 'tests/bench/blank-window';

/** @typedef {{env: NodeJS.ProcessEnv, wrapper: readonly string[], remove: () => Promise<void>}} DesktopBench */

/** @returns {Promise<DesktopBench>} */
export async function prepareDesktopBench() {
  const { failed } = await buildApp({ only: null, force: false });
  if (failed.length > 0) throw new Error(`not built: ${failed.join(', ')}`);
  const runtime = await resolveElectron({ allowFetch: true });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, CUEDESK_ELECTRON: runtime.executablePath };
  if (runtime.needsCompiledSqlite) env.CUEDESK_SQLITE_BINDING ??= await obtainSqliteBinding();
  const blank = runtime.isFallback ? await blankRuntime() : null;
  env.CUEDESK_ELECTRON_BLANK =
    blank === null ? runtime.executablePath : join(blank, 'blank', 'electron');
  return {
    env,
    wrapper: hasDisplay() ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'],
    async remove() {
      if (blank !== null) await rm(blank, { recursive: true });
    },
  };
}

/** The older runtime has its app inside its own folder, which must be on the same disk. */
async function blankRuntime() {
  const folder = await mkdtemp(join(dirname(fallbackDist()), 'tmp-blank-'));
  const to = join(folder, 'blank');
  await linkTree({ from: fallbackDist(), to, appFolder: fromRoot(BLANK_APP) });
  return folder;
}
