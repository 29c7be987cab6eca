// What the tests need of the operating system: a virtual display, a browser, the libraries of
// Electron, a compiler for the store's older binding, an OBS Studio.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { log } from './log.mjs';
import { runCommand } from './run-command.mjs';

const INSTALL_TIMEOUT_MS = 600_000;

// The second name is what newer Ubuntu releases call the first.
const PACKAGES = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['build-essential'],
  ['python3'],
  ['chromium'],
  ['poppler-utils'],
  ['fonts-noto-cjk'],
  ['obs-studio'],
];

/**
 * @param {string} command
 * @param {string[]} args
 */
function outputOf(command, args) {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}

/** @param {string} name */
function isInstalled(name) {
  return outputOf('dpkg-query', ['-W', '-f=${Status}', name]).includes('ok installed');
}

/** @param {string} name */
function isOffered(name) {
  return /Candidate: (?!\(none\))/.test(outputOf('apt-cache', ['policy', name]));
}

function missingPackages() {
  return PACKAGES.filter((names) => {
    if (names[0] === 'chromium' && process.env.CUEDESK_CHROMIUM) return false;
    return !names.some(isInstalled);
  });
}

/** @returns {Promise<string | null>} what is wrong, if anything */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux') return null;
  if (!existsSync('/usr/bin/apt-get')) {
    log(`system packages: install what corresponds to ${PACKAGES.map(([name]) => name).join(' ')}`);
    return null;
  }
  const missing = missingPackages();
  if (missing.length === 0) return null;
  const install = ['install', '--yes', '--no-install-recommends'];
  if (process.getuid?.() !== 0) {
    const names = missing.map(([name]) => name).join(' ');
    return `missing; run: sudo apt-get update && sudo apt-get ${install.join(' ')} ${names}`;
  }
  log(`system packages: installing ${missing.map(([name]) => name).join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, quiet: true, timeoutMs: INSTALL_TIMEOUT_MS };
  const update = await runCommand('apt-get', ['update'], options);
  if (!update.ok) log(`system packages: apt-get update: ${update.problem}`);
  const names = missing.map(
    (alternatives) => alternatives.find(isOffered) ?? alternatives[0] ?? '',
  );
  const { ok, output, problem } = await runCommand('apt-get', [...install, ...names], options);
  return ok ? null : `apt-get install: ${problem}\n${output.slice(-1000)}`;
}
