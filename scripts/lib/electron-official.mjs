// The Electron that package.json pins. Its npm package downloads the binary at first use.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withFileLock } from './file-lock.mjs';
import { log } from './log.mjs';
import { cacheRoot, checkoutKey, fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const PACKAGE = fromRoot('node_modules/electron');
const PROBE_TIMEOUT_MS = 8_000;
const DOWNLOAD_TIMEOUT_MS = 300_000;

/** @returns {string | null} */
function installedElectron() {
  try {
    const relative = readFileSync(join(PACKAGE, 'path.txt'), 'utf8');
    const executable = join(PACKAGE, 'dist', relative);
    return existsSync(executable) ? executable : null;
  } catch {
    // path.txt is the last file its installer writes.
    return null;
  }
}

/** @returns {Promise<string | null>} */
export async function obtainOfficialElectron() {
  if (installedElectron()) return installedElectron();
  if (!existsSync(join(PACKAGE, 'install.js'))) return null;
  return withFileLock(join(cacheRoot(), `official-${checkoutKey()}.lock`), async () => {
    if (installedElectron()) return installedElectron();
    if (!(await canReachDownloads())) return null;
    log('electron: downloading the official binary');
    const { ok, output } = await runCommand(process.execPath, [join(PACKAGE, 'install.js')], {
      quiet: true,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    });
    if (!ok) log(`electron: the download failed: ${output.trim().split('\n')[0] ?? ''}`);
    return installedElectron();
  });
}

/**
 * The installer retries for minutes where nothing answers; a quick look spares the wait. A proxy or
 * a mirror is the installer's own business.
 */
async function canReachDownloads() {
  const { env } = process;
  const isConfigured = [
    'HTTPS_PROXY',
    'https_proxy',
    'ELECTRON_MIRROR',
    'npm_config_electron_mirror',
  ];
  if (isConfigured.some((name) => env[name])) return true;
  const { version } = createRequire(import.meta.url)('electron/package.json');
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    return response.status < 400;
  } catch {
    // Unreachable, refused or too slow: all the same here.
    return false;
  }
}
