/**
 * Another process that reads along in a store, and measures from outside how long a chat message took
 * to its disk: `commit-reader-program.ts STORE`. A commit is seen within a millisecond; with synchronous FULL
 * it is on disk by then. Told over IPC how many to
 * expect, it answers with what it saw and ends.
 */
import BetterSqlite from 'better-sqlite3';

import { percentile } from '#tests/soak/slope.ts';

import type { CommitReport, Delays } from './commit-reader.ts';

const [file = ''] = process.argv.slice(2);
const LOOK_EVERY_MS = 1;
/** What was not seen by then is lost. */
const ANSWER_WITHIN_MS = 10_000;

const db = new BetterSqlite(file, { readonly: true });
const news = db.prepare<[number], [number, number, number]>(
  'SELECT seq, received_ts, platform_ts FROM events WHERE seq > ? AND kind = 1 ORDER BY seq',
);
news.raw(true);
const sinceReceived: number[] = [];
const sinceSent: number[] = [];
let version: unknown = null;
let lastSeq = Number(db.prepare('SELECT coalesce(max(seq), 0) FROM events').pluck().get());

function look(): void {
  const now = db.pragma('data_version', { simple: true });
  if (now === version) return;
  version = now;
  const seenTs = Date.now();
  for (const [seq, receivedTs, platformTs] of news.iterate(lastSeq)) {
    lastSeq = seq;
    sinceReceived.push(seenTs - receivedTs);
    sinceSent.push(seenTs - platformTs);
  }
}

function delays(values: readonly number[]): Delays {
  return {
    p50: percentile(values, 50),
    p99: percentile(values, 99),
    most: percentile(values, 100),
  };
}

let expected = Number.POSITIVE_INFINITY;
let answerByMs = Number.POSITIVE_INFINITY;

setInterval(() => {
  look();
  if (sinceReceived.length >= expected || performance.now() > answerByMs) answer();
}, LOOK_EVERY_MS);

function answer(): void {
  answerByMs = expected = Number.POSITIVE_INFINITY;
  const report: CommitReport = {
    seen: sinceReceived.length,
    sinceReceived: delays(sinceReceived),
    sinceSent: delays(sinceSent),
  };
  process.send?.(report, () => process.exit(0));
}

process.on('message', (count) => {
  expected = Number(count);
  answerByMs = performance.now() + ANSWER_WITHIN_MS;
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
