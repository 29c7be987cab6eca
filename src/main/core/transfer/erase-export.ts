import { rmSync } from 'node:fs';

import type { CopyOrder } from '../erasure/erase-copy.ts';
import type { CopyCourse, ErasureWork } from '../erasure/erasure-work.ts';
import type { Ports } from '../ports.ts';
import { moveDurably } from '../store/durable-files.ts';
import type { Engine } from '../store/engine.ts';
import { exportStore, type TransferCourse } from './export-store.ts';
import { importFile, removeStore } from './import-file.ts';

/**
 * Erases a person from an export file: it is taken in, treated as a store, and written out again in
 * its place. False when the core closed half-way; the file is then as it was. Throws where the file
 * is damaged or the disk refuses.
 */
export async function eraseExport(
  deps: {
    readonly engine: Engine;
    readonly ports: Ports;
    readonly dataFolder: string;
    readonly work: ErasureWork;
  },
  path: string,
  order: CopyOrder,
  course: CopyCourse,
): Promise<boolean> {
  const { engine, ports, dataFolder } = deps;
  const store = `${path}.store`;
  const anew = `${path}.anew`;
  const reading: TransferCourse = { onRows: () => undefined, isCancelled: course.isClosed };
  try {
    const nowTs = ports.clock.wallNow();
    const built = await importFile(engine, { path, target: store, dataFolder, nowTs }, reading);
    if (built.isCancelled) return false;
    if (built.problemCount > 0) throw new Error('the export is damaged');
    if (!(await deps.work.eraseCopy(store, order, course))) return false;
    rmSync(anew, { force: true });
    const out = { storePath: store, path: anew, madeTs: nowTs, madeBy: 'erasure' };
    if ((await exportStore(engine, out, reading)) === null) return false;
    moveDurably(anew, path);
    return true;
  } finally {
    removeStore(store);
  }
}
