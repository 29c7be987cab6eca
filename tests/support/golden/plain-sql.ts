import type BetterSqlite from 'better-sqlite3';

export type Cell = number | string | null;
export type Row = Readonly<Record<string, Cell>>;
/** A fact of the log: its columns, and what its body holds. */
export type Fact = {
  readonly kind: string;
  readonly seq: number;
  readonly ts: number;
  readonly writtenTs: number;
  readonly body: Readonly<Record<string, unknown>>;
};

export const MINUTE_MS = 60_000;

/** Reads one show by SQL that was written for tests alone, on a connection of its own. */
export class PlainSql {
  readonly db: BetterSqlite.Database;
  readonly show: number;
  readonly #held = new Map<string, unknown>();

  constructor(db: BetterSqlite.Database, show: number) {
    this.db = db;
    this.show = show;
  }

  /** What is asked for again and again; the store does not change meanwhile. */
  once<T>(name: string, work: () => T): T {
    if (!this.#held.has(name)) this.#held.set(name, work());
    return this.#held.get(name) as T;
  }

  /** The same of another show. */
  of(show: number): PlainSql {
    return new PlainSql(this.db, show);
  }

  /** `:show` is the show's id. */
  rows(query: string, more: Record<string, Cell> = {}): Row[] {
    const statement = this.db.prepare(query);
    const isAsked = /:show\b/.test(query);
    return statement.all({ ...(isAsked ? { show: this.show } : {}), ...whole(more) }) as Row[];
  }

  number(query: string, more: Record<string, Cell> = {}): number {
    return Number(this.cell(query, more) ?? 0);
  }

  cell(query: string, more: Record<string, Cell> = {}): Cell {
    const [row] = this.rows(query, more);
    const [value] = row === undefined ? [null] : Object.values(row);
    return value ?? null;
  }

  /** Facts of some kinds, by their names, in the order of the log. */
  facts(...kinds: readonly string[]): Fact[] {
    const rows = this.rows(
      `SELECT k.name AS kind, e.seq, e.event_ts AS ts, e.received_ts AS writtenTs, e.text, e.body
       FROM events e JOIN event_kinds k ON k.code = e.kind
       WHERE e.show_id = :show AND k.name IN (${kinds.map((kind) => `'${kind}'`).join()})
       ORDER BY e.seq`,
    );
    return rows.map((row) => ({
      kind: String(row['kind']),
      seq: Number(row['seq']),
      ts: Number(row['ts']),
      writtenTs: Number(row['writtenTs']),
      body: { text: row['text'], ...(JSON.parse(String(row['body'])) as object) },
    }));
  }
}

/** SQLite compares an integer column with a float that is bound more slowly, and the same. */
function whole(values: Record<string, Cell>): Record<string, Cell | bigint> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value,
    ]),
  );
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Standard deviation of a sample. */
export function deviationOf(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

/** The last digits of a float depend on the order in which it was summed. */
export function asFar(value: unknown, digits = 11): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(digits));
  if (Array.isArray(value)) return value.map((each) => asFar(each, digits));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, asFar(part, digits)]),
  );
}
