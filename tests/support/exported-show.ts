import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { engineOf } from '#core/store/engine.ts';
import { exportStore } from '#core/transfer/export-store.ts';

import { fillRunningShow } from './filled-store.ts';

/** Writes an export of a store in the middle of a live show with this many events. */
export async function writeExport(path: string, count: number, endTs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-exported-'));
  fillRunningShow(folder, count, endTs);
  const order = {
    storePath: join(folder, 'cuedesk.sqlite'),
    path,
    madeTs: endTs,
    madeBy: 'test',
  };
  await exportStore(engineOf(null), order, {
    onRows: () => undefined,
    isCancelled: () => false,
  });
  rmSync(folder, { recursive: true });
}
