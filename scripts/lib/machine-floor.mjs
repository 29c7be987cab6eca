import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type as systemType } from 'node:os';
import { join } from 'node:path';

const SYNCS = 200;

/**
 * What the machine itself can do, without which seconds mean little.
 * @typedef {{machine: string, node: string, syncMs: number}} MachineFloor
 */

/** @returns {MachineFloor} */
export function measureFloor() {
  const processors = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const model = processors[0]?.model.trim() || 'unknown processor';
  return {
    machine: `${processors.length} x ${model}, ${memory}, ${systemType()} ${release()}`,
    node: process.versions.node,
    syncMs: medianSyncMs(),
  };
}

/** Median milliseconds to write 4 KiB and have them on disk, in the folder where stores are tested. */
function medianSyncMs() {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-floor-'));
  const file = openSync(join(folder, 'sync'), 'w');
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: SYNCS }, (_, index) => {
    const startedAt = performance.now();
    writeSync(file, block, 0, block.length, index * block.length);
    fsyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return times.sort((a, b) => a - b)[SYNCS / 2] ?? 0;
}
