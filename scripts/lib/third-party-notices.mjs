// The licences of everything that is inside the packaged app, as its users must get them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf } from './licence-rules.mjs';
import { readLockFile } from './lock-file.mjs';
import { fromRoot } from './repo-paths.mjs';

/** Not bundled: packed beside the bundles as it is (electron-builder.yml). */
const PACKED_WHOLE = ['better-sqlite3'];
const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;
/** Up to the innermost package, which may lie inside another one. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence
 * @property {string} text
 */

/**
 * What was really bundled, by the bundles' own source maps, so that the list is neither too long
 * nor too short.
 * @returns {ShippedPackage[]} by name
 */
export function shippedPackages() {
  const paths = new Set(PACKED_WHOLE.map((name) => `node_modules/${name}`));
  for (const file of sourceMaps(fromRoot('out'))) {
    const { sources } = JSON.parse(readFileSync(file, 'utf8'));
    for (const source of sources) {
      const path = packageOf(source);
      if (path !== null) paths.add(path);
    }
  }
  const locked = new Map(readLockFile('package-lock.json').map((entry) => [entry.path, entry]));
  const packages = [...paths].map((path) => {
    const entry = locked.get(path);
    if (entry === undefined) throw new Error(`${path} is bundled but not in the lock file`);
    const { name, version } = entry;
    const licence = licenceOf(entry);
    if (licence === null) throw new Error(`${name}@${version} is bundled and names no licence`);
    return { name, version, licence, text: licenceText(fromRoot(path), name, licence) };
  });
  // Not by folder: a package inside another one is looked for by its own name too.
  return packages.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * @param {string} source a path out of a source map
 * @returns {string | null} the package's folder from the root, `node_modules/a/node_modules/b`
 */
export function packageOf(source) {
  const start = source.indexOf('node_modules/');
  return start < 0 ? null : (PACKAGE_FOLDER.exec(source.slice(start))?.[0] ?? null);
}

/** @param {readonly ShippedPackage[]} packages */
export function noticesText(packages) {
  const header =
    'Cuedesk contains the software listed here, under the licences that follow. Electron and Chromium\nbring their own: LICENSE.electron.txt and LICENSES.chromium.html beside this file or the program.\nSQLite, inside better-sqlite3, is in the public domain.\n';
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`,
  );
  return [header, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} licence
 */
function licenceText(folder, name, licence) {
  const file = readdirSync(folder).find((entry) => LICENCE_FILE.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8');
  // Some packages of a family carry the text in their readme alone.
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const readme = join(folder, 'README.md');
  const section = existsSync(readme)
    ? /^#+ *licen[cs]e\b.*$([\s\S]*)/im.exec(readFileSync(readme, 'utf8'))?.[1]?.trim()
    : '';
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  if (section === undefined || section === '') return `${licence}. Copyright ${holder}.`;
  return section;
}

/** @param {string} folder */
function sourceMaps(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const maps = names.filter((name) => name.endsWith('.map')).map((name) => join(folder, name));
  if (maps.length === 0) throw new Error(`there are no source maps in ${folder}: build first`);
  return maps;
}
