// Versions below which a package has a hole that is known and public. There is no audit without a
// network; this list is kept by hand, and each entry says what it keeps out.

/**
 * @typedef {object} Minimum
 * @property {string} name
 * @property {readonly string[]} versions the first good release of each major that had the hole
 * @property {string} why
 */

/** @type {readonly Minimum[]} */
export const MINIMUM_VERSIONS = [
  {
    name: 'socket.io-parser',
    versions: ['4.2.7'],
    why: 'CVE-2026-33151, CVE-2026-69185: a small packet makes the server hold or allocate far more',
  },
  {
    name: 'engine.io',
    versions: ['6.6.7'],
    why: 'CVE-2026-59725: invalid binary requests end the process',
  },
  {
    name: 'ws',
    versions: ['8.21.1'],
    why: 'CVE-2026-48779, CVE-2026-62389: tiny fragments fill memory past every message limit',
  },
  {
    name: 'xmlhttprequest-ssl',
    versions: ['2.1.1'],
    why: 'CVE-2021-31597: certificates were not checked',
  },
  { name: 'cookie', versions: ['0.7.0'], why: 'CVE-2024-47764: names that break out of a cookie' },
  {
    name: 'electron',
    versions: ['41.0.0'],
    why: 'CVE-2026-34776, -34777, -34778: second-instance read, wrong origin of a frame, spoofed replies',
  },
  {
    name: 'vite',
    versions: ['8.0.16'],
    why: 'CVE-2026-39363, CVE-2026-53571: the development server hands out files',
  },
  { name: 'tar', versions: ['7.5.11'], why: 'CVE-2026-31802 and four before it: writes outside' },
  {
    name: 'undici',
    versions: ['6.29.0', '7.29.0', '8.9.0'],
    why: 'CVE-2026-1525 to -1528, CVE-2026-13697',
  },
  { name: '@xmldom/xmldom', versions: ['0.8.15'], why: 'CVE-2026-34601, CVE-2026-83608' },
  { name: '@playwright/test', versions: ['1.55.1'], why: 'CVE-2025-59288: unchecked downloads' },
  { name: 'form-data', versions: ['4.0.4'], why: 'CVE-2025-7783: a boundary that can be guessed' },
  { name: 'cross-spawn', versions: ['7.0.5'], why: 'CVE-2024-21538: a slow regular expression' },
  { name: 'tmp', versions: ['0.2.4'], why: 'CVE-2025-54798: writes through a symbolic link' },
  { name: 'got', versions: ['11.8.5'], why: 'CVE-2022-33987: a redirect to a local socket' },
  { name: 'http-cache-semantics', versions: ['4.1.1'], why: 'CVE-2022-25881: a slow expression' },
];

/**
 * @param {readonly import('./lock-file.mjs').LockedPackage[]} packages
 * @returns {string[]} each package that is older than it may be, as `name@version: why`
 */
export function tooOldPackages(packages) {
  return packages.flatMap(({ name, version, path }) => {
    const minimum = MINIMUM_VERSIONS.find((entry) => entry.name === name);
    if (minimum === undefined || isGood(version, minimum.versions)) return [];
    return [`${path}@${version}: below ${minimum.versions.join(' or ')}, ${minimum.why}`];
  });
}

/**
 * @param {readonly import('./lock-file.mjs').LockedPackage[]} packages
 * @returns {string[]} names in the list that no lock file has any more
 */
export function staleMinimums(packages) {
  const names = new Set(packages.map(({ name }) => name));
  return MINIMUM_VERSIONS.map(({ name }) => name).filter((name) => !names.has(name));
}

/**
 * @param {string} version
 * @param {readonly string[]} firstGood
 */
function isGood(version, firstGood) {
  const sameMajor = firstGood.find((good) => majorOf(good) === majorOf(version));
  if (sameMajor !== undefined) return !isOlder(version, sameMajor);
  return firstGood.some((good) => majorOf(good) < majorOf(version));
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}

/**
 * @param {string} version
 * @param {string} minimum
 */
function isOlder(version, minimum) {
  // A release candidate of the minimum is older than it.
  const [numbers = '', candidate] = version.split('-');
  const [left, right] = [numbers, minimum].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return candidate !== undefined;
}
