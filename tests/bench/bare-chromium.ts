import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DEVTOOLS_SWITCH, devtoolsAddress } from '#tests/support/devtools.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

/** A Chromium that runs with nobody attached, until somebody is. */
export type BareChromium = { readonly address: string; end(): Promise<void> };

type Size = { readonly width: number; readonly height: number };

export async function startBareChromium({ width, height }: Size): Promise<BareChromium> {
  const { executablePath, args = [] } = systemChromium();
  const data = mkdtempSync(join(tmpdir(), 'cuedesk-chromium-'));
  const own = [
    '--headless=new',
    DEVTOOLS_SWITCH,
    `--user-data-dir=${data}`,
    `--window-size=${width},${height}`,
    '--lang=zh-CN',
    '--hide-scrollbars',
    // A page that a test makes up counts as one of a foreign network, which may not ask this machine.
    '--disable-features=LocalNetworkAccessChecks',
    // As Playwright starts it: a window that nobody looks at is drawn as one that is looked at.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ];
  const child = spawn(executablePath ?? 'chromium', [...args, ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await devtoolsAddress(child);
  return {
    address,
    async end() {
      await ended(child);
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that the processes have used since they began. */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}
