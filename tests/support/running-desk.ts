import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const Announced = z.strictObject({ url: z.string(), pid: z.int(), port: z.int() });
export type Announced = z.infer<typeof Announced>;

export type RunningDesk = {
  readonly announced: Announced;
  readonly process: ChildProcess;
  readonly dataFolder: string;
  readonly storePath: string;
  /** Everything that was printed on stderr so far. */
  stderr(): string;
  /** Ctrl+C, and the exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it if it still runs and removes its folder. */
  remove(): Promise<void>;
};

/**
 * `npm start` in the browser host as scripts use it, on a data folder of its own; `existing` is one
 * that holds a store already, and is removed in the end all the same.
 */
export async function startDesk(
  args: readonly string[] = [],
  existing: string | null = null,
): Promise<RunningDesk> {
  const dataFolder = existing ?? mkdtempSync(join(tmpdir(), 'cuedesk-desk-'));
  const script = join(root, 'scripts/start.mjs');
  const all = ['--browser', '--json', '--no-open', '--data', dataFolder, ...args];
  const child = spawn(process.execPath, [script, ...all], { cwd: root, stdio: 'pipe' });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const announced = await new Promise<Announced>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(Announced.parse(JSON.parse(output)));
    });
    child.once('exit', () => reject(new Error(`the desk did not start: ${errors}`)));
  });
  return {
    announced,
    process: child,
    dataFolder,
    storePath: join(dataFolder, 'cuedesk.sqlite'),
    stderr: () => errors,
    interrupt() {
      child.kill('SIGINT');
      return ended;
    },
    async remove() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The core that runs on this folder once it is another process than `notPid`. */
export async function coreOtherThan(
  dataFolder: string,
  notPid: number | null,
): Promise<RuntimeInfo> {
  const path = runtimeFilePath(dataFolder);
  for (;;) {
    const runtime = readRuntime(path);
    if (runtime !== null && runtime.pid !== notPid && runtime.url !== null) return runtime;
    await changeIn(dataFolder);
  }
}

function readRuntime(path: string): RuntimeInfo | null {
  if (!existsSync(path)) return null;
  try {
    return RuntimeInfo.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    // Written at this moment: the next change of the folder tells.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Resolves with the next change of any file in the folder. */
export function changeIn(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      watcher.close();
      resolve();
    });
  });
}
