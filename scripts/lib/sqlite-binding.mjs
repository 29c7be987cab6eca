// better-sqlite3's prebuilt binary needs a newer Node-API than an old Electron has. The same source
// compiled without that requirement loads everywhere; it is compiled once and kept in the cache.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withFileLock } from './file-lock.mjs';
import { log } from './log.mjs';
import { nodeHeadersFolder } from './node-headers.mjs';
import { cacheRoot, fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

const COMPILE_TIMEOUT_MS = 600_000;
// Undoes the NAPI_VERSION=10 of its build file. "Experimental" declares what the source uses of the
// newer levels; all of it exists in the older runtimes under other feature checks.
const COMPILER_FLAGS = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL';

function bindingFile() {
  const { version } = createRequire(fromRoot('package.json'))('better-sqlite3/package.json');
  const folder = `better-sqlite3-${version}-${process.platform}-${process.arch}`;
  return join(cacheRoot(), folder, 'better_sqlite3.node');
}

/** @returns {string | null} */
export function cachedSqliteBinding() {
  return existsSync(bindingFile()) ? bindingFile() : null;
}

/** @returns {Promise<string>} the compiled .node file */
export async function obtainSqliteBinding() {
  const file = bindingFile();
  return withFileLock(`${dirname(file)}.lock`, async () => {
    if (!existsSync(file)) await compile(dirname(file), file);
    return file;
  });
}

/**
 * @param {string} folder
 * @param {string} file
 */
async function compile(folder, file) {
  log('better-sqlite3: compiling for an older runtime (about a minute, once)');
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'tmp-'));
  try {
    // Its build file finds node-addon-api the way Node finds a package.
    for (const name of ['better-sqlite3', 'node-addon-api']) {
      cpSync(fromRoot('node_modules', name), join(work, 'node_modules', name), { recursive: true });
    }
    const source = join(work, 'node_modules', 'better-sqlite3');
    await build(source);
    const built = join(source, 'build/Release/better_sqlite3.node');
    await proveItLoads(built);
    copyFileSync(built, join(work, 'done.node'));
    renameSync(join(work, 'done.node'), file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} source */
async function build(source) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, CXXFLAGS: COMPILER_FLAGS };
  // A nodedir from someone's npmrc would win over nothing but confuse everything.
  delete env.npm_config_nodedir;
  const { ok, output, problem } = await runCommand(
    process.execPath,
    [
      fromRoot('node_modules/node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${await nodeHeadersFolder()}`,
      '-j',
      'max',
    ],
    { cwd: source, env, quiet: true, timeoutMs: COMPILE_TIMEOUT_MS },
  );
  if (!ok) throw new Error(`better-sqlite3 did not compile: ${problem}\n${output.slice(-2000)}`);
}

/** @param {string} file */
async function proveItLoads(file) {
  const script = `new (require('better-sqlite3'))(':memory:', { nativeBinding: ${JSON.stringify(file)} }).exec('create table t (a)')`;
  const { ok, output, problem } = await runCommand(process.execPath, ['-e', script], {
    quiet: true,
  });
  if (!ok) throw new Error(`the compiled better-sqlite3 does not load: ${problem}\n${output}`);
}
