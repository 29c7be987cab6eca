// Electronegativity, a scanner for what Electron apps get wrong, on the code as it is shipped.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { withFileLock } from './file-lock.mjs';
import { log } from './log.mjs';
import { cacheRoot, fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const OWN_FOLDER = fromRoot('scripts/electronegativity');
const INSTALL_TIMEOUT_MS = 300_000;
const SCAN_TIMEOUT_MS = 300_000;
// The browser host runs in plain Node: the same core, and nothing of Electron to get wrong.
const WITHOUT_ELECTRON = join('main', 'node');
// What its parser of 2021 can read to the end: private fields stop it, and with it the whole file.
const READABLE_TARGET = 'es2019';

/** @typedef {{id: string, file: string, line: number, sample: string}} Finding */
/** @typedef {{checks: number, errors: readonly unknown[], issues: readonly Finding[]}} ScanReport */

/**
 * The scanner's own dependency tree out of its own lock file, in the cache; no install script runs.
 * @returns {Promise<string>} its folder
 */
export async function obtainScanner() {
  const lock = readFileSync(join(OWN_FOLDER, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cacheRoot(), `electronegativity-${key}`);
  const mark = join(folder, 'installed');
  return withFileLock(`${folder}.lock`, async () => {
    if (existsSync(mark)) return folder;
    log('electronegativity: installing the scanner (once)');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) {
      cpSync(join(OWN_FOLDER, name), join(folder, name));
    }
    const { ok, output } = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit'], {
      cwd: folder,
      quiet: true,
      timeoutMs: INSTALL_TIMEOUT_MS,
    });
    if (!ok) throw new Error(`electronegativity cannot be installed: ${output.slice(-500)}`);
    writeFileSync(mark, '');
    return folder;
  });
}

/**
 * Scans every script and page of a folder. Throws when the scanner could not read a file to its
 * end, or read none: a silent pass is the failure to fear.
 * @param {string} folder
 * @returns {Promise<ScanReport>}
 */
export async function scanFolder(folder) {
  const scanner = await obtainScanner();
  const copy = mkdtempSync(join(tmpdir(), 'cuedesk-scan-'));
  try {
    const count = await copyReadable(folder, copy);
    if (count === 0) throw new Error(`there is nothing to scan in ${folder}`);
    const { devDependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
    const script = join(OWN_FOLDER, 'scan.cjs');
    const args = [script, scanner, copy, devDependencies.electron];
    const { ok, output } = await runCommand(process.execPath, args, {
      quiet: true,
      timeoutMs: SCAN_TIMEOUT_MS,
    });
    const line = output.split('\n').find((text) => text.startsWith('{'));
    if (!ok || line === undefined) throw new Error(`the scanner failed: ${output.slice(-500)}`);
    /** @type {ScanReport} */
    const report = JSON.parse(line);
    if (report.errors.length > 0) {
      throw new Error(`the scanner could not read everything: ${JSON.stringify(report.errors)}`);
    }
    return report;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * It knows files by their ending and passes over .cjs without a word.
 * @param {string} from
 * @param {string} to
 */
async function copyReadable(from, to) {
  let count = 0;
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const extension = extname(name);
    if (!['.html', '.js', '.cjs', '.mjs'].includes(extension)) continue;
    if (name.startsWith(WITHOUT_ELECTRON)) continue;
    const text = readFileSync(join(from, name), 'utf8');
    const target = join(to, name.replace(/\.[cm]js$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, extension === '.html' ? text : await readable(text, name, extension));
    count += 1;
  }
  return count;
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} extension
 */
async function readable(text, name, extension) {
  const { code } = await transformWithOxc(text, name, {
    target: READABLE_TARGET,
    sourcemap: false,
    sourceType: extension === '.cjs' ? 'commonjs' : 'module',
  });
  return code;
}
