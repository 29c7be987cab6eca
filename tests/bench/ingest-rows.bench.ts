/**
 * Decoded events -> validation -> show time -> group commit -> live figures, against the very same
 * SQL statements with the very same values run by better-sqlite3 alone. Batches of 500, fresh files,
 * rounds interleaved.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import { openStore, type Store } from '#core/database/open-store.ts';
import { Committer } from '#core/room/committer.ts';
import { EventTime } from '#core/room/event-time.ts';
import { Ingest } from '#core/room/ingest.ts';
import { isFeedEvent } from '#shared/contract/event-guard.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import { LiveMetricsReducer } from '#shared/rules/live-metrics.ts';
import { busyRoom } from '#tests/support/busy-room.ts';
import { recordStatements, type Call } from '#tests/support/statement-log.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';
import { addShow, addSource, type TestShow } from '#tests/support/test-store.ts';

const ROUNDS = 7;
const EVENTS = 100_000;
const BATCH = 500;
const TARGET = 0.75;

// Each line parsed by itself, as a decoder of JSON frames hands them over.
const events = busyRoom(EVENTS, TEST_NOW).map((event): FeedEvent =>
  FeedEvent.parse(JSON.parse(JSON.stringify(event))),
);
const batches: FeedEvent[][] = [];
for (let index = 0; index < events.length; index += BATCH) {
  batches.push(events.slice(index, index + BATCH));
}

type Opened = { readonly store: Store; readonly show: TestShow; readonly sourceId: number };

/** A fresh store with a show on air. */
function openFresh(): Opened & { close(): void } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const opened = openStore({ dataFolder, sqliteBinding: null }, testPorts());
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const room = { room: 'main', currency: 'CNY', startedTs: TEST_NOW, endedTs: null } as const;
  const show = addShow(store.db, { ...room, origin: 'live' });
  const source = { room: 'main', connector: 'bridge', platform: 'douyin' };
  return {
    store,
    show,
    sourceId: addSource(store.db, source),
    close() {
      store.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The whole way of a decoded event; one call for each batch. */
function pipeline({ store, show, sourceId }: Opened): {
  take(batch: readonly FeedEvent[]): void;
  readonly metrics: LiveMetricsReducer;
} {
  const time = new EventTime();
  const metrics = new LiveMetricsReducer();
  const committer = new Committer(store.db, testPorts());
  const ingest = new Ingest(store.db, show.roomId, {
    onCommitted(committed) {
      for (const { event, sourceId: from, gift } of committed) {
        metrics.apply(event, from, gift);
      }
    },
    onRolledBack(error) {
      throw new Error(error.code);
    },
  });
  committer.join(ingest);
  return {
    metrics,
    take(batch) {
      const pending = batch.map((event) => {
        if (!isFeedEvent(event)) throw new Error(`refused: ${event.kind}`);
        const eventTs = time.eventTs(event.platformTs, event.receivedTs, event.historical);
        return { event, showId: show.showId, sourceId, eventTs };
      });
      ingest.enqueue(pending);
      committer.runNow(() => undefined);
    },
  };
}

/** The same statements, values and transactions, and nothing else. */
function bare(
  raw: BetterSqlite.Database,
  recorded: readonly (readonly Call[])[],
): (batch: number) => void {
  const statements = new Map<string, BetterSqlite.Statement>();
  const prepared = recorded.map((calls) =>
    calls.map(({ text, method, params, isPlucked }) => {
      const statement = statements.get(text) ?? prepare(raw, text, isPlucked);
      statements.set(text, statement);
      return { statement, method, params };
    }),
  );
  const run = raw.transaction((calls: (typeof prepared)[number]) => {
    for (const { statement, method, params } of calls) statement[method](...params);
  });
  return (batch) => run.immediate(prepared[batch] ?? []);
}

function prepare(
  raw: BetterSqlite.Database,
  text: string,
  isPlucked: boolean,
): BetterSqlite.Statement {
  return isPlucked ? raw.prepare(text).pluck() : raw.prepare(text);
}

function record(): readonly (readonly Call[])[] {
  const opened = openFresh();
  const recorded = recordStatements(opened.store.db.raw, (markBatch) => {
    const { take } = pipeline(opened);
    for (const batch of batches) {
      markBatch();
      take(batch);
    }
  });
  opened.close();
  return recorded;
}

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/**
 * Both sides store all events on fresh files, batch by batch in turns, so that a slow moment of the
 * machine or its disk weighs on both. Rows a second of each.
 */
function round(recorded: readonly (readonly Call[])[]): { ours: number; theirs: number } {
  const [left, right] = [openFresh(), openFresh()];
  const { take, metrics } = pipeline(left);
  const replay = bare(right.store.db.raw, recorded);
  let [oursMs, theirsMs] = [0, 0];
  batches.forEach((batch, index) => {
    const ours = (): void => void (oursMs += timed(() => take(batch)));
    const theirs = (): void => void (theirsMs += timed(() => replay(index)));
    for (const side of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) side();
  });
  const now = { nowTs: TEST_NOW, seq: 0, sources: [], onAirMs: 0 };
  const counts = [metrics.read(now).totalEvents, rowsOf(left), rowsOf(right)];
  if (counts.some((count) => count !== EVENTS))
    throw new Error(`lost on the way: ${counts.join(', ')}`);
  left.close();
  right.close();
  return { ours: (EVENTS * 1000) / oursMs, theirs: (EVENTS * 1000) / theirsMs };
}

function rowsOf({ store }: Opened): number {
  return Number(store.db.raw.prepare('SELECT count(*) FROM events').pluck().get());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const recorded = record();
round(recorded);
const rounds = Array.from({ length: ROUNDS }, () => round(recorded));
const value = median(rounds.map(({ ours }) => ours));
const comparatorValue = median(rounds.map(({ theirs }) => theirs));
const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
const result = {
  name: 'ingest.rows',
  value: Math.round(value),
  unit: 'rows/s',
  comparator: 'same statements without layers',
  comparatorValue: Math.round(comparatorValue),
  ratio: Math.round(ratio * 100) / 100,
  target: TARGET,
  ok: ratio >= TARGET,
  samples: rounds.map(({ ours }) => Math.round(ours)),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
const calls = recorded.reduce((sum, batch) => sum + batch.length, 0);
process.stderr.write(
  `${EVENTS} events in ${batches.length} transactions of ${(calls / EVENTS).toFixed(2)} statements ` +
    `an event; layers ${(1e6 / value - 1e6 / comparatorValue).toFixed(2)} us an event; ratios ` +
    `${rounds.map(({ ours, theirs }) => (ours / theirs).toFixed(2)).join(' ')}\n`,
);
