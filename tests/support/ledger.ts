import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { changeIn } from './running-desk.ts';

/** What was answered, held against what is stored. */
export type LedgerCheck = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Events in the store; those whose answer was under way when something broke are among them. */
  readonly stored: number;
  /** Chats in the roll-ups: the same number, or a minute was counted wrongly. */
  readonly rolledUp: number;
  readonly integrity: string;
};

/** A sender of chat in a process of its own, and its ledger of what it was told is on disk. */
export class Ledger {
  readonly #folder = mkdtempSync(join(tmpdir(), 'cuedesk-ledger-'));
  readonly #file = join(this.#folder, 'ledger.txt');
  readonly #sender: ChildProcess;
  readonly #ended: Promise<number | null>;

  /** Follows the core of this data folder over its restarts; `rate` in events a second. */
  constructor(dataFolder: string, rate: number) {
    const program = join(import.meta.dirname, 'ledger-sender.ts');
    this.#sender = spawn(process.execPath, [program, dataFolder, this.#file, String(rate)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#ended = new Promise((resolve) => this.#sender.once('exit', resolve));
  }

  keys(): readonly string[] {
    return existsSync(this.#file)
      ? readFileSync(this.#file, 'utf8').split('\n').filter(Boolean)
      : [];
  }

  /** Resolves once this many more events have been answered than now. */
  async answeredMore(count: number): Promise<void> {
    const needed = this.keys().length + count;
    while (this.keys().length < needed) await changeIn(this.#folder);
  }

  /** Sends no more, waits for the last answers; throws when the sender did not end well. */
  async finish(): Promise<void> {
    this.#sender.kill('SIGTERM');
    const code = await this.#ended;
    if (code !== 0) throw new Error(`the sender ended with ${code}`);
  }

  /** Kills the sender if it still runs and removes the ledger. */
  remove(): void {
    this.#sender.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** After the core has ended: the store is read by SQL alone. */
  check(storePath: string): LedgerCheck {
    const keys = this.keys();
    const db = new BetterSqlite(storePath, { readonly: true });
    const rows = db
      .prepare(
        "SELECT dedupe_key AS key, count(*) AS n FROM events WHERE dedupe_key LIKE 'ledger-%' GROUP BY 1",
      )
      .all() as { key: string; n: number }[];
    const counts = new Map(rows.map(({ key, n }) => [key, n]));
    const result = {
      acknowledged: keys.length,
      lost: keys.filter((key) => !counts.has(key)).length,
      doubled: rows.filter(({ n }) => n !== 1).length + (keys.length - new Set(keys).size),
      stored: rows.reduce((sum, { n }) => sum + n, 0),
      rolledUp: Number(
        db.prepare('SELECT coalesce(sum(chats), 0) FROM minute_counts').pluck().get(),
      ),
      integrity: String(db.pragma('integrity_check', { simple: true })),
    };
    db.close();
    return result;
  }
}

/** How many gaps of this cause that concern all sources the store holds. */
export function gapsOf(storePath: string, cause: string): number {
  const db = new BetterSqlite(storePath, { readonly: true });
  const count = db
    .prepare('SELECT count(*) FROM gaps WHERE cause = ? AND source_id IS NULL')
    .pluck()
    .get(cause);
  db.close();
  return Number(count);
}
