import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { browserUser } from '#core/printing/browser-user.ts';

/**
 * The system's Chromium as the product starts it. Where the system lets nobody but root make a sandbox,
 * a small program in `folder` adds the switch that goes without, which the product never gives.
 */
export function printBrowser(folder: string): string {
  const chromium = process.env['CUEDESK_CHROMIUM'] ?? '/usr/bin/chromium';
  // Whom the product lets it run as has to reach what is in there.
  chmodSync(folder, 0o755);
  if (process.getuid?.() !== 0 || hasSandbox(chromium)) return chromium;
  const program = join(folder, 'chromium-without-sandbox');
  writeFileSync(program, `#!/bin/sh\nexec ${chromium} --no-sandbox "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

let known: boolean | null = null;

function hasSandbox(chromium: string): boolean {
  if (known !== null) return known;
  const user = browserUser(process.platform);
  if (user === null) return (known = false);
  const home = mkdtempSync(join(tmpdir(), 'cuedesk-sandbox-'));
  chownSync(home, user.uid, user.gid);
  const { status } = spawnSync(
    chromium,
    ['--headless', '--disable-gpu', `--user-data-dir=${home}/profile`, '--dump-dom', 'about:blank'],
    { ...user, cwd: home, env: { ...process.env, HOME: home }, timeout: 60_000 },
  );
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return (known = status === 0);
}
