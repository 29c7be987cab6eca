// Which licences may be in the product and in its tools.

/** For everything: they ask for a notice at most. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
];

/**
 * For tools alone, which reach no user. Each with why it may stay.
 * @type {Readonly<Record<string, string>>}
 */
const TOOLS_ONLY = {
  'MPL-2.0':
    'lightningcss of the bundler, axe-core of the audit: it binds changes to its own files alone',
  'Python-2.0': 'argparse, a port of Python’s: permissive, with a notice',
  WTFPL: 'truncate-utf8-bytes of the packager: no condition at all',
  'Unicode-DFS-2016': 'plural rules of the scanner: permissive, with a notice',
  'CC-BY-3.0': 'spdx-exceptions, a list of names: wants its origin named, which its file does',
};

/**
 * Packages whose package.json names no licence that npm understands, with what they really carry.
 * @type {Readonly<Record<string, {licence: string, why: string}>>}
 */
export const KNOWN_LICENCES = {
  'xmlhttprequest-ssl@2.1.2': { licence: 'MIT', why: 'its LICENSE file is the MIT text' },
  'eyes@0.1.8': { licence: 'MIT', why: 'its package.json says so in the old field "licenses"' },
  'cycle@1.0.3': { licence: 'CC0-1.0', why: 'its source says "Public Domain"' },
};

/**
 * @param {import('./lock-file.mjs').LockedPackage} locked
 * @returns {string | null} its licence, or null when nobody has looked at it yet
 */
export function licenceOf({ name, version, licence }) {
  return licence ?? KNOWN_LICENCES[`${name}@${version}`]?.licence ?? null;
}

/**
 * What is wrong with the licences of these packages, as `name@version: fault`.
 * @param {readonly import('./lock-file.mjs').LockedPackage[]} packages
 * @returns {string[]}
 */
export function licenceFaults(packages) {
  return packages.flatMap((locked) => {
    const licence = licenceOf(locked);
    const label = `${locked.name}@${locked.version}`;
    if (licence === null) return [`${label}: names no licence`];
    if (isAllowed(licence, locked.isDevelopment)) return [];
    return [`${label}: ${licence} may not be ${locked.isDevelopment ? 'a tool' : 'shipped'}`];
  });
}

/** Names in TOOLS_ONLY and KNOWN_LICENCES that nothing carries any more.
 * @param {readonly import('./lock-file.mjs').LockedPackage[]} packages
 * @returns {string[]}
 */
export function staleLicenceRules(packages) {
  const labels = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const licences = packages.map((locked) => licenceOf(locked) ?? '');
  return [
    ...Object.keys(KNOWN_LICENCES).filter((label) => !labels.has(label)),
    ...Object.keys(TOOLS_ONLY).filter(
      (name) => !licences.some((licence) => choices(licence).includes(name)),
    ),
  ];
}

/**
 * One of several that are offered is enough; `A AND B` needs both and is therefore no choice.
 * @param {string} licence
 */
function choices(licence) {
  return licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
}

/**
 * @param {string} licence
 * @param {boolean} isDevelopment
 */
function isAllowed(licence, isDevelopment) {
  return choices(licence).some(
    (choice) => PERMISSIVE.includes(choice) || (isDevelopment && Object.hasOwn(TOOLS_ONLY, choice)),
  );
}
