import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { versionOf } from '../store/backup.queries.ts';
import { moveDurably, syncFile } from '../store/durable-files.ts';
import type { Engine } from '../store/engine.ts';
import { nextTurn } from '../next-turn.ts';
import {
  FORMAT_VERSION,
  toJsonValue,
  type ExportHeader,
  type ExportTable,
  type StoredValue,
} from './export-format.ts';
import { readExport } from './read-export.ts';
import { exportTables, sequencesOf, tableRows } from './store-tables.queries.ts';

/** Rows that are put together before anything else has its turn: some milliseconds. */
const ROWS_AT_A_TIME = 500;

export type TransferCourse = {
  /** `rowsTotal` null: not known yet. */
  onRows(phase: 'writing' | 'verifying', rows: number, rowsTotal: number | null): void;
  isCancelled(): boolean;
};

export type ExportOrder = {
  readonly storePath: string;
  readonly path: string;
  readonly madeTs: number;
  readonly madeBy: string;
};

/** The file was written but is not what the store holds when it is read back. */
export class ExportDamaged extends Error {
  constructor() {
    super('the export cannot be read back');
    this.name = 'ExportDamaged';
  }
}

/**
 * Writes everything of the store into one file, as it is at this moment: a read transaction holds
 * it still while the desk goes on. The file has another name until it was read back whole. Memory
 * is bounded by a few hundred rows.
 *
 * @returns bytes of the file and rows in it; null when it was cancelled, nothing of it stays then.
 * Throws file system errors, SqliteError and ExportDamaged; nothing of the file stays then either.
 */
export async function exportStore(
  engine: Engine,
  order: ExportOrder,
  course: TransferCourse,
): Promise<{ readonly bytes: number; readonly rows: number } | null> {
  const unfinished = `${order.path}.unfinished`;
  try {
    const rows = await writeFile(engine, order, unfinished, course);
    if (rows === null) return null;
    syncFile(unfinished);
    const read = await readExport(unfinished, {
      onHeader: () => null,
      onRow: () => null,
      onRows: (count) => course.onRows('verifying', count, rows),
      isCancelled: () => course.isCancelled(),
    });
    if (read.isCancelled) return null;
    if (read.problemCount > 0 || read.rows !== rows) throw new ExportDamaged();
    moveDurably(unfinished, order.path);
    return { bytes: statSync(order.path).size, rows };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function writeFile(
  engine: Engine,
  order: ExportOrder,
  path: string,
  course: TransferCourse,
): Promise<number | null> {
  const raw = engine(order.storePath, { readonly: true });
  const lines = new LineFile(path);
  try {
    raw.exec('BEGIN');
    const tables = exportTables(raw, true);
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    const header: ExportHeader = {
      product: 'cuedesk',
      format: 'cuedesk-export',
      formatVersion: FORMAT_VERSION,
      storeVersion: versionOf(raw),
      madeTs: order.madeTs,
      madeBy: order.madeBy,
      sequences: sequencesOf(raw),
      tables: [...tables],
    };
    await lines.write(`${JSON.stringify(header)}\n`, null);
    let written = 0;
    for (const table of tables) {
      const hash = createHash('sha256');
      for (const text of rowTexts(tableRows(raw, table))) {
        await lines.write(text.lines, hash);
        written += text.count;
        course.onRows('writing', written, total);
        await nextTurn();
        if (course.isCancelled()) return null;
      }
      await lines.write(endLine(table, hash), null);
    }
    await lines.end(written);
    return written;
  } finally {
    await lines.close();
    raw.close();
  }
}

function endLine({ name, rows }: ExportTable, hash: Hash): string {
  return `${JSON.stringify({ end: name, rows, sha256: hash.digest('hex') })}\n`;
}

function* rowTexts(
  rows: IterableIterator<unknown>,
): Generator<{ readonly lines: string; readonly count: number }> {
  let lines = '';
  let count = 0;
  for (const row of rows) {
    lines += `${JSON.stringify((row as readonly StoredValue[]).map(toJsonValue))}\n`;
    count += 1;
    if (count < ROWS_AT_A_TIME) continue;
    yield { lines, count };
    lines = '';
    count = 0;
  }
  if (count > 0) yield { lines, count };
}

/** A gzip'd text file that is written at the pace of the disk and keeps the hash of everything. */
class LineFile {
  readonly #gzip = createGzip({ level: 6 });
  readonly #file;
  readonly #hash = createHash('sha256');
  #error: Error | null = null;

  constructor(path: string) {
    this.#file = createWriteStream(path, { flags: 'w', mode: 0o600 });
    for (const stream of [this.#gzip, this.#file]) {
      stream.on('error', (error: Error) => {
        this.#error ??= error;
        this.#gzip.destroy();
      });
    }
    this.#gzip.pipe(this.#file);
  }

  async write(text: string, tableHash: Hash | null): Promise<void> {
    if (this.#error !== null) throw this.#error;
    this.#hash.update(text);
    tableHash?.update(text);
    if (this.#gzip.write(text)) return;
    await this.#drained();
    this.#throwIfFailed();
  }

  async end(rows: number): Promise<void> {
    const footer = { footer: 'cuedesk-export', rows, sha256: this.#hash.digest('hex') };
    this.#gzip.end(`${JSON.stringify(footer)}\n`);
    await finished(this.#file);
    this.#throwIfFailed();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.#gzip.off('drain', go);
        this.#gzip.off('close', go);
        resolve();
      };
      this.#gzip.on('drain', go);
      this.#gzip.on('close', go);
    });
  }

  /** Nothing is written any more. Awaited: a file that is still being opened comes into being after it. */
  async close(): Promise<void> {
    this.#gzip.destroy();
    if (this.#file.closed) return;
    const closed = new Promise<void>((resolve) => this.#file.once('close', () => resolve()));
    this.#file.destroy();
    await closed;
  }

  #throwIfFailed(): void {
    if (this.#error !== null) throw this.#error;
  }
}
