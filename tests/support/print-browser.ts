import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The system's Chromium as the product may start it. As root Chromium wants a switch that the product
 * never gives: a small program in `folder` adds it.
 */
export function printBrowser(folder: string): string {
  const chromium = process.env['CUEDESK_CHROMIUM'] ?? '/usr/bin/chromium';
  if (process.getuid?.() !== 0) return chromium;
  const program = join(folder, 'chromium-as-root');
  writeFileSync(program, `#!/bin/sh\nexec ${chromium} --no-sandbox "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}
