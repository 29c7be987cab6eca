import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

type Wrapped = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  folder: string,
) => void;

export type CompiledCode = {
  /** Runs it as `require` would. */
  run(): void;
  /** Writes down what it is compiled to by now, unless that was there; never throws. */
  keep(): void;
};

/**
 * A CommonJS file with what it was compiled to the last time (V8's code cache), which is found by the
 * hash of its text: V8 itself looks at nothing but its length. What it was compiled to elsewhere, by
 * another V8 or under other flags, is refused by V8 and made anew.
 */
export function loadCompiled(path: string, cacheFolder: string): CompiledCode {
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const cachePath = join(cacheFolder, `${hash}.bin`);
  const cachedData = readCache(cachePath);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${bytes.toString('utf8')}\n})`,
    { filename: path, ...(cachedData === null ? {} : { cachedData }) },
  );
  let isKept = cachedData !== null && script.cachedDataRejected !== true;
  return {
    run() {
      const wrapped = script.runInThisContext() as Wrapped;
      const module = { exports: {} };
      wrapped.call(
        module.exports,
        module.exports,
        createRequire(path),
        module,
        path,
        dirname(path),
      );
    },
    keep() {
      if (isKept) return;
      isKept = true;
      writeCache(cachePath, script.createCachedData());
    },
  };
}

function readCache(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    // There is none yet, or it cannot be read: it is done without.
    return null;
  }
}

/** Of one version at a time; a folder that cannot be written is done without. */
function writeCache(path: string, data: Buffer): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
    writeFileSync(`${path}.unfinished`, data);
    renameSync(`${path}.unfinished`, path);
  } catch {
    // The next start is as slow as this one.
  }
}
