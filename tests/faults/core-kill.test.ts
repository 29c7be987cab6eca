import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { DeskProgram } from '#tests/support/desk-program.ts';
import {
  changeIn,
  coreOtherThan,
  startDesk,
  type RunningDesk,
} from '#tests/support/running-desk.ts';

const KILLS = 10;
const RATE = 2_000;
/** Events that must be answered between two kills: a fresh core has really taken some. */
const ANSWERED_BETWEEN = 1_500;

let desk: RunningDesk;
let ledgerFolder: string;

beforeEach(async () => {
  desk = await startDesk();
  ledgerFolder = mkdtempSync(join(tmpdir(), 'cuedesk-ledger-'));
});
afterEach(async () => {
  await desk.remove();
  rmSync(ledgerFolder, { recursive: true, force: true });
});

it('loses and doubles no answered event when the core is killed ten times at 2,000 a second', async () => {
  const operator = await DeskProgram.connect(desk.announced.url);
  await operator.must('show.create', { title: 'Kill', origin: 'live', currency: 'CNY' });
  await operator.must('show.start', {});
  operator.close();

  const ledgerFile = join(ledgerFolder, 'ledger.txt');
  const sender = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../support/ledger-sender.ts', import.meta.url)),
      desk.dataFolder,
      ledgerFile,
      String(RATE),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const senderEnded = new Promise<number | null>((resolve) => sender.once('exit', resolve));

  let pid = desk.announced.pid;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await answered(ledgerFile, answeredSoFar(ledgerFile).length + ANSWERED_BETWEEN);
    process.kill(pid, 'SIGKILL');
    pid = (await coreOtherThan(desk.dataFolder, pid)).pid;
  }
  await answered(ledgerFile, answeredSoFar(ledgerFile).length + ANSWERED_BETWEEN);
  sender.kill('SIGTERM');
  expect(await senderEnded).toBe(0);
  expect(await desk.interrupt()).toBe(0);

  const ledger = answeredSoFar(ledgerFile);
  const db = new BetterSqlite(desk.storePath, { readonly: true });
  const stored = db
    .prepare(
      "SELECT dedupe_key, count(*) AS n FROM events WHERE dedupe_key LIKE 'ledger-%' GROUP BY 1",
    )
    .all() as { dedupe_key: string; n: number }[];
  const keys = new Set(stored.map((row) => row.dedupe_key));
  const rolledUp = db.prepare('SELECT sum(chats) FROM minute_counts').pluck().get();
  const gaps = db.prepare("SELECT count(*) FROM gaps WHERE cause = 'core_crashed'").pluck().get();
  const integrity = db.pragma('integrity_check', { simple: true });
  db.close();

  expect(ledger.length).toBeGreaterThanOrEqual((KILLS + 1) * ANSWERED_BETWEEN);
  expect(new Set(ledger).size).toBe(ledger.length);
  expect(ledger.filter((key) => !keys.has(key))).toEqual([]);
  expect(stored.filter((row) => row.n !== 1)).toEqual([]);
  expect(rolledUp).toBe(stored.length);
  expect(gaps).toBe(KILLS);
  expect(integrity).toBe('ok');
}, 180_000);

function answeredSoFar(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** Waits for receipts, not for time. */
async function answered(file: string, needed: number): Promise<void> {
  while (answeredSoFar(file).length < needed) await changeIn(ledgerFolder);
}
