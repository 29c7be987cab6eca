// Remembers what each build was made from, so that a start without changes builds nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromRoot } from './repo-paths.mjs';

const STAMP_FILE = fromRoot('out/.build.json');
// The tools and their settings decide the result as much as the sources do.
const COMMON_INPUTS = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/lib/build-targets.mjs',
  'scripts/lib/lazy-schemas.mjs',
  'scripts/lib/schema-names.mjs',
  'scripts/lib/syntax-tree.mjs',
];

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const absolute = fromRoot(path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * @param {readonly string[]} inputs
 * @returns {string}
 */
export function hashInputs(inputs) {
  const hash = createHash('sha256');
  for (const file of [...COMMON_INPUTS, ...inputs].flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(fromRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @returns {Record<string, string>} */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(STAMP_FILE, 'utf8'));
  } catch {
    // No stamp or a damaged one: build everything.
    return {};
  }
}

/** @param {Record<string, string>} stamps */
export function writeStamps(stamps) {
  mkdirSync(dirname(STAMP_FILE), { recursive: true });
  writeFileSync(STAMP_FILE, `${JSON.stringify(stamps, null, 2)}\n`);
}
