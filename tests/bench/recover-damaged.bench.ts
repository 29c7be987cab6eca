/**
 * From the start of the desk on a damaged store of a million events, half of them newer than its
 * backup, to the desk's first snapshot: quarantine, restore, salvage, roll-ups worked out again, the
 * whole looked through. Against the least that any way back must do with such a file: copy it whole,
 * bring it to the disk, look through it.
 */
import { closeSync, copyFileSync, cpSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { dataFiles } from '#core/store/data-files.ts';
import { syncFile } from '#core/store/durable-files.ts';
import { requestReplacement } from '#core/store/replacement.ts';
import { readState } from '#core/store/store-state.ts';
import { fillStore } from '#tests/support/damaged-store.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

import { printBench } from './bench-line.ts';

const ROUNDS = 3;
const HALF = 500_000;
const TARGET_MS = 10_000;
const PAGE_BYTES = 4_096;

const folder = mkdtempSync(join(tmpdir(), 'cuedesk-damaged-'));
const whole = join(folder, 'whole');

/** As a disk spoils it; the page is met by the look through the file, the header by opening it. */
const DAMAGES = {
  header: (dataFolder: string) => overwrite(dataFiles(dataFolder).store, 0, 100),
  page: (dataFolder: string) => {
    const { store } = dataFiles(dataFolder);
    const pages = statSync(store).size / PAGE_BYTES;
    overwrite(store, Math.floor(pages * 0.9) * PAGE_BYTES, PAGE_BYTES);
    requestReplacement(dataFolder, { reason: 'recover', found: 'by_check' }, Date.now());
  },
} as const;

function overwrite(path: string, at: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length), 0, length, at);
  closeSync(file);
  syncFile(path);
}

async function wayBack(damage: (dataFolder: string) => void): Promise<number> {
  const dataFolder = join(folder, 'damaged');
  cpSync(whole, dataFolder, { recursive: true });
  damage(dataFolder);
  const startMs = performance.now();
  const desk = await startDesk([], dataFolder);
  const operator = await DeskProgram.connect(desk.announced.url);
  await operator.until(() => operator.frames.some(({ type }) => type === 'snapshot'));
  const tookMs = performance.now() - startMs;
  operator.close();
  await desk.interrupt();
  const { report } = readState(dataFolder);
  const held = (report?.backup?.events ?? 0) + (report?.salvaged.events ?? 0);
  if (report?.kind !== 'recovered' || held + (report.lost.events ?? 0) !== 2 * HALF) {
    throw new Error(`not what was there: ${JSON.stringify(report)}`);
  }
  process.stderr.write(`${held} events back in ${Math.round(tookMs)} ms, store ${report.tookMs}\n`);
  await desk.remove();
  return tookMs;
}

function bare(): number {
  const copy = join(folder, 'bare.sqlite');
  const startMs = performance.now();
  copyFileSync(dataFiles(whole).store, copy);
  syncFile(copy);
  const db = new BetterSqlite(copy, { readonly: true });
  const found = db.pragma('quick_check(1)', { simple: true });
  db.close();
  const tookMs = performance.now() - startMs;
  rmSync(copy);
  if (found !== 'ok') throw new Error(String(found));
  return tookMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

fillStore(whole, HALF, HALF, true);
for (const [name, damage] of Object.entries(DAMAGES)) {
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await wayBack(damage));
    floor.push(bare());
  }
  const [value, comparatorValue] = [median(ours), median(floor)];
  printBench({
    name: `recover.damaged-${name}.1M-events`,
    value: Math.round(value),
    unit: 'ms',
    comparator: 'the same file copied, synced and looked through',
    comparatorValue: Math.round(comparatorValue),
    ratio: Math.round((value / comparatorValue) * 100) / 100,
    goal: { of: 'value', is: 'at most', target: TARGET_MS },
    floor: null,
    samples: ours.map(Math.round),
  });
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
