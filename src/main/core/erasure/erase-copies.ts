import { rmSync } from 'node:fs';

import type { Ports } from '../ports.ts';
import type { Engine } from '../store/engine.ts';
import { eraseExport } from '../transfer/erase-export.ts';
import type { CopyOrder } from './erase-copy.ts';
import type { ErasureWork } from './erasure-work.ts';
import { storeCopies, type StoreCopy } from './store-copies.ts';

export type CopiesDeps = {
  readonly dataFolder: string;
  readonly engine: Engine;
  readonly ports: Ports;
  readonly work: ErasureWork;
};

export type CopiesCourse = {
  /** Resolves when the next copy may be begun. */
  ready(): Promise<void>;
  isClosed(): boolean;
  /** Of the copy at work, 0 to 1. */
  onFraction(fraction: number): void;
  onCopy(files: { readonly treated: number; readonly failed: readonly string[] }): void;
};

/**
 * Erases a person from every copy of the store in the data folder, one after the other. A copy that
 * cannot be read is named in `failed` and left as it is. `isWhole` is false when the core closed
 * half-way.
 */
export async function eraseCopies(
  deps: CopiesDeps,
  order: CopyOrder,
  course: CopiesCourse,
): Promise<{ readonly isWhole: boolean }> {
  const failed: string[] = [];
  let treated = 0;
  await course.ready();
  for (const copy of storeCopies(deps.dataFolder)) {
    await course.ready();
    if (course.isClosed()) return { isWhole: false };
    try {
      if (!(await eraseOne(deps, copy, order, course))) return { isWhole: false };
      treated += 1;
    } catch (error) {
      const fields = { file: copy.name, reason: codeOf(error) };
      deps.ports.logger.log('error', 'copy_not_erased', fields);
      failed.push(copy.name);
    }
    course.onCopy({ treated, failed });
  }
  return { isWhole: !course.isClosed() };
}

/** False where the core closes half-way: the copy is taken up at the next start. */
async function eraseOne(
  deps: CopiesDeps,
  copy: StoreCopy,
  order: CopyOrder,
  course: CopiesCourse,
): Promise<boolean> {
  if (copy.kind === 'export') return eraseExport(deps, copy.path, order, course);
  if (copy.kind === 'damaged') throw new Error('not a readable store');
  rmSync(`${copy.path}.erasing`, { force: true });
  return deps.work.eraseCopy(copy.path, order, course);
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
