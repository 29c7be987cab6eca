import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheRoot, fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const FETCH_TIMEOUT_MS = 300_000;

/** @param {string} folder */
const hasHeaders = (folder) => existsSync(join(folder, 'include/node/node_api.h'));

/**
 * A folder as node-gyp's --nodedir wants it. The npm package `node` brings one, which a later
 * `npm install` may prune; then it is fetched again from the npm registry, into the cache.
 * @returns {Promise<string>}
 */
export async function nodeHeadersFolder() {
  const { version } = createRequire(fromRoot('package.json'))('node/package.json');
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const cached = join(cacheRoot(), `${name}-${version}-headers`);
  const candidates = [
    fromRoot('node_modules/node/node_modules', name),
    fromRoot('node_modules', name),
    dirname(dirname(process.execPath)),
    cached,
  ];
  const found = candidates.find(hasHeaders);
  if (found) return found;
  await fetchHeaders(`${name}@${version}`, cached);
  return cached;
}

/**
 * @param {string} spec
 * @param {string} target
 */
async function fetchHeaders(spec, target) {
  await mkdir(cacheRoot(), { recursive: true });
  const work = await mkdtemp(join(cacheRoot(), 'tmp-'));
  const options = { cwd: work, quiet: true, timeoutMs: FETCH_TIMEOUT_MS };
  try {
    const packed = await runCommand('npm', ['pack', spec, '--silent'], options);
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (!packed.ok || !tarball) throw new Error(`npm pack ${spec}: ${packed.problem ?? 'no file'}`);
    const unpacked = await runCommand('tar', ['-xzf', tarball, 'package/include'], options);
    if (!unpacked.ok) throw new Error(`${spec} could not be unpacked: ${unpacked.problem}`);
    await rm(target, { recursive: true, force: true });
    await rename(join(work, 'package'), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
