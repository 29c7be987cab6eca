import { readFileSync } from 'node:fs';
import { fromRoot } from './repo-paths.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string | null} licence as its package.json says; null when it says nothing npm understands
 * @property {boolean} isDevelopment never part of what users get
 * @property {boolean} hasInstallScript
 * @property {string} path where npm puts it, from the lock file's folder
 */

/** Every lock file of the repository: the product's, and the scanner's own tree. */
export const LOCK_FILES = ['package-lock.json', 'scripts/electronegativity/package-lock.json'];

/**
 * @param {string} file path from the repository's root
 * @returns {LockedPackage[]}
 */
export function readLockFile(file) {
  return lockedPackages(JSON.parse(readFileSync(fromRoot(file), 'utf8')), file !== LOCK_FILES[0]);
}

/**
 * @param {any} lock a package-lock.json of version 3
 * @param {boolean} isTool the whole tree is a development tool
 * @returns {LockedPackage[]}
 */
export function lockedPackages(lock, isTool) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      licence: typeof entry.license === 'string' ? entry.license : null,
      isDevelopment: isTool || entry.dev === true,
      hasInstallScript: entry.hasInstallScript === true,
      path,
    }));
}
