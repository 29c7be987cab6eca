import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from './repo-paths.mjs';
import { runCommand } from './run-command.mjs';

export const SOAK_REPORT = fromRoot('test-results/soak.json');
/** Beyond the minutes themselves: start, last answers, end. */
const EXTRA_MS = 240_000;

/**
 * @param {number} minutes
 * @param {NodeJS.ProcessEnv} env
 */
export function runSoak(minutes, env) {
  mkdirSync(dirname(SOAK_REPORT), { recursive: true });
  rmSync(SOAK_REPORT, { force: true });
  const chromium = existsSync('/usr/bin/chromium') ? { CUEDESK_CHROMIUM: '/usr/bin/chromium' } : {};
  return runCommand(
    process.execPath,
    [fromRoot('tests/soak/run-soak.ts'), String(minutes), SOAK_REPORT],
    {
      env: { ...chromium, ...env, TZ: 'UTC' },
      isKept: true,
      timeoutMs: minutes * 60_000 + EXTRA_MS,
    },
  );
}
