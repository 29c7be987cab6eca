import { spawn } from 'node:child_process';
import { repoRoot } from './repo-paths.mjs';

/** Of what is passed on as it comes, this much is kept to be said again at the end. */
const KEPT_CHARACTERS = 8_000;

/**
 * Runs a command to its end. Its output goes to our stderr, also into the last of it that is given
 * back when `isKept`, or is collected whole when `quiet`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, isKept?: boolean, timeoutMs?: number}} [options]
 * @returns {Promise<{ok: boolean, output: string, problem: string | null}>}
 */
export function runCommand(command, args, options = {}) {
  const {
    env = process.env,
    cwd = repoRoot,
    quiet = false,
    isKept = false,
    timeoutMs = 0,
  } = options;
  const to = quiet || isKept ? 'pipe' : 2;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', to, to],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        if (!quiet) process.stderr.write(chunk);
        output = quiet ? output + chunk : (output + chunk).slice(-KEPT_CHARACTERS);
      });
    }
    child.on('error', (error) => resolve({ ok: false, output, problem: error.message }));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve({ ok: true, output, problem: null });
      const problem = signal ? `ended by ${signal}` : `exit code ${code}`;
      resolve({ ok: false, output, problem });
    });
  });
}
