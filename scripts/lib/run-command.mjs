import { spawn } from 'node:child_process';
import { repoRoot } from './repo-paths.mjs';

/**
 * Runs a command to its end. Its output goes to our stderr, or is collected when `quiet`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, timeoutMs?: number}} [options]
 * @returns {Promise<{ok: boolean, output: string, problem: string | null}>}
 */
export function runCommand(command, args, options = {}) {
  const { env = process.env, cwd = repoRoot, quiet = false, timeoutMs = 0 } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    }
    child.on('error', (error) => resolve({ ok: false, output, problem: error.message }));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve({ ok: true, output, problem: null });
      const problem = signal ? `ended by ${signal}` : `exit code ${code}`;
      resolve({ ok: false, output, problem });
    });
  });
}
