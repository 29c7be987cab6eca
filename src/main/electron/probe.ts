import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { app } from 'electron';

import { lockedWebPreferences } from './window-options.ts';

/** One JSON line for tests of a packaged app: what it is, how it is locked, whether the core runs. */
export function printProbe(facts: {
  readonly isStoreOk: boolean;
  readonly isPageLoaded: boolean;
  readonly pagesFolder: string;
}): void {
  const { electron, chrome, node } = process.versions;
  const line = {
    probe: 1,
    versions: { app: app.getVersion(), electron, chrome, node, napi: process.versions['napi'] },
    flags: { ...lockedWebPreferences, isPackaged: app.isPackaged },
    store: facts.isStoreOk ? 'ok' : 'failed',
    page: facts.isPageLoaded ? 'ok' : 'failed',
    hasDesk: existsSync(join(facts.pagesFolder, 'desk', 'index.html')),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
