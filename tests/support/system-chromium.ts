import { existsSync } from 'node:fs';

import type { LaunchOptions } from '@playwright/test';

/** A Chromium of the system, quiet on the network; Playwright's own downloads do not work everywhere. */
export function systemChromium(): LaunchOptions {
  const path = process.env['CUEDESK_CHROMIUM'] ?? '/usr/bin/chromium';
  return {
    ...(existsSync(path) ? { executablePath: path } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
