// The npm package `node` fetches its binary by an install script, past the lock file whose hashes
// therefore do not cover it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fromRoot } from './repo-paths.mjs';

export const NODE_BINARY = fromRoot('node_modules/node/bin/node');

/**
 * Only the platform of the reference run has been reviewed.
 * @type {Readonly<Record<string, string>>}
 */
const REVIEWED_SHA256 = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
};

/**
 * @param {string} file
 * @param {string} platform such as linux-x64
 * @returns {Promise<'reviewed' | 'different' | 'not_reviewed'>}
 */
export async function nodeBinaryState(file, platform) {
  const expected = REVIEWED_SHA256[platform];
  if (expected === undefined) return 'not_reviewed';
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === expected ? 'reviewed' : 'different';
}
