import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

import type { ProblemCode, TransferProblem } from '#shared/model/transfer.ts';
import {
  ExportFooter,
  ExportHeader,
  ExportMark,
  FORMAT_VERSION,
  TableEnd,
  type ExportTable,
} from './export-format.ts';
import { textLines } from './text-lines.ts';

/** Enough to see what is wrong; a garbled file must not become a flood of sentences. */
const PROBLEMS_KEPT = 20;
/** After so many the rest of the file says nothing new. */
const PROBLEMS_MAX = 1_000;

export type Problem = Pick<TransferProblem, 'code' | 'params'>;

export type ExportVisitor = {
  /** Null when the rows can be taken; otherwise reading ends with this problem. */
  onHeader(header: ExportHeader): Problem | null;
  /** Null when the row is right. `values` is what JSON held. */
  onRow(table: ExportTable, values: readonly unknown[]): Problem | null;
  /** After every stretch of rows. */
  onRows(count: number): void;
  isCancelled(): boolean;
};

export type ReadExport = {
  readonly isCancelled: boolean;
  /** The first ones. */
  readonly problems: readonly TransferProblem[];
  readonly problemCount: number;
  readonly rows: number;
};

/**
 * Reads an export file line by line and checks all it says of itself: header, order of tables,
 * columns, counts, hashes, footer. Throws the file system's errors; everything that is wrong with
 * the content is a problem with its line.
 */
export async function readExport(path: string, visitor: ExportVisitor): Promise<ReadExport> {
  const reading = new Reading(visitor);
  const file = createReadStream(path);
  const gunzip = createGunzip();
  // Errors of the file itself end the reading of it.
  file.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const line of textLines(file.pipe(gunzip))) {
      reading.take(line);
      if (reading.isOver()) break;
    }
    reading.end();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') reading.problem('cut_off', {});
    else if (code === 'Z_DATA_ERROR' && reading.lineNumber() === 0) {
      reading.problem('not_compressed', {});
    } else if (code.startsWith('Z_')) reading.problem('unreadable_line', { reason: code });
    else if (code === 'line_too_long') reading.problem('unreadable_line', { reason: code });
    else throw error;
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  return reading.result();
}

const ROWS_AT_A_TIME = 500;

class Reading {
  readonly #visitor: ExportVisitor;
  readonly #problems: TransferProblem[] = [];
  readonly #allHash = createHash('sha256');
  #count = 0;
  #line = 0;
  #rows = 0;
  #header: ExportHeader | null = null;
  #tableIndex = 0;
  #tableRows = 0;
  #tableHash: Hash = createHash('sha256');
  #hasFooter = false;
  #isOver = false;
  #isCancelled = false;

  constructor(visitor: ExportVisitor) {
    this.#visitor = visitor;
  }

  lineNumber(): number {
    return this.#line;
  }

  isOver(): boolean {
    return this.#isOver;
  }

  result(): ReadExport {
    const { length } = this.#problems;
    return {
      isCancelled: this.#isCancelled,
      problems: this.#problems,
      problemCount: Math.max(this.#count, length),
      rows: this.#rows,
    };
  }

  problem(code: ProblemCode, params: Problem['params']): void {
    this.#count += 1;
    if (this.#problems.length < PROBLEMS_KEPT) {
      this.#problems.push({ line: this.#line === 0 ? null : this.#line, code, params });
    }
    if (this.#count >= PROBLEMS_MAX) this.#isOver = true;
  }

  take(text: string): void {
    this.#line += 1;
    if (this.#hasFooter) {
      this.problem('after_the_end', {});
      this.#isOver = true;
      return;
    }
    const value = parseJson(text);
    if (value === undefined) this.#notJson();
    else if (this.#header === null) this.#takeHeader(value);
    else if (Array.isArray(value)) this.#takeRow(this.#header, value, text);
    else this.#takeEnd(this.#header, value);
    if (!this.#hasFooter) this.#allHash.update(`${text}\n`);
  }

  end(): void {
    if (!this.#isOver && !this.#hasFooter) this.problem('cut_off', {});
  }

  #notJson(): void {
    if (this.#header !== null) {
      this.problem('unreadable_line', { reason: 'json' });
      return;
    }
    this.problem('not_an_export', {});
    this.#isOver = true;
  }

  #takeHeader(value: unknown): void {
    const header = ExportHeader.safeParse(value);
    this.#header = header.success ? header.data : null;
    const refusal = header.success ? this.#visitor.onHeader(header.data) : headerProblem(value);
    if (refusal === null) return;
    this.problem(refusal.code, refusal.params);
    this.#isOver = true;
  }

  #takeRow(header: ExportHeader, values: readonly unknown[], text: string): void {
    const table = header.tables[this.#tableIndex];
    if (table === undefined) {
      this.problem('wrong_order', {});
      return;
    }
    this.#tableHash.update(`${text}\n`);
    this.#tableRows += 1;
    this.#rows += 1;
    const wrong =
      values.length === table.columns.length
        ? this.#visitor.onRow(table, values)
        : ({ code: 'bad_row', params: { table: table.name, column: '' } } as const);
    if (wrong !== null) this.problem(wrong.code, wrong.params);
    if (this.#rows % ROWS_AT_A_TIME !== 0) return;
    this.#visitor.onRows(this.#rows);
    if (!this.#visitor.isCancelled()) return;
    this.#isCancelled = true;
    this.#isOver = true;
  }

  #takeEnd(header: ExportHeader, value: unknown): void {
    const footer = ExportFooter.safeParse(value);
    if (footer.success) {
      this.#takeFooter(header, footer.data);
      return;
    }
    const end = TableEnd.safeParse(value);
    const table = header.tables[this.#tableIndex];
    if (!end.success || table === undefined || end.data.end !== table.name) {
      this.problem('wrong_order', {});
      return;
    }
    if (end.data.rows !== this.#tableRows || table.rows !== this.#tableRows) {
      const params = { table: table.name, said: table.rows, found: this.#tableRows };
      this.problem('count_differs', params);
    }
    if (end.data.sha256 !== this.#tableHash.digest('hex')) {
      this.problem('hash_differs', { table: table.name });
    }
    this.#tableIndex += 1;
    this.#tableRows = 0;
    this.#tableHash = createHash('sha256');
  }

  #takeFooter(header: ExportHeader, footer: ExportFooter): void {
    this.#hasFooter = true;
    if (this.#tableIndex < header.tables.length) this.problem('wrong_order', {});
    if (footer.rows !== this.#rows) {
      this.problem('count_differs', { table: '', said: footer.rows, found: this.#rows });
    }
    if (footer.sha256 !== this.#allHash.digest('hex')) this.problem('hash_differs', { table: '' });
  }
}

/** Not an export at all, one of a newer format, or a header that says something odd. */
function headerProblem(value: unknown): Problem {
  const mark = ExportMark.safeParse(value);
  if (!mark.success) return { code: 'not_an_export', params: {} };
  const { formatVersion } = mark.data;
  if (formatVersion > FORMAT_VERSION) {
    return { code: 'newer_format', params: { formatVersion, readable: FORMAT_VERSION } };
  }
  return { code: 'unreadable_line', params: { reason: 'header' } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
