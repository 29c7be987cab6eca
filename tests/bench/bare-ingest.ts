/** The whole way of an event into the store, and the bare statements of it without any layer of ours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import { openStore, type Store } from '#core/database/open-store.ts';
import { Committer } from '#core/room/committer.ts';
import { EventTime } from '#core/room/event-time.ts';
import { Ingest } from '#core/room/ingest.ts';
import { isFeedEvent } from '#shared/contract/event-guard.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { LiveMetricsReducer } from '#shared/rules/live-metrics.ts';
import { recordStatements, type Call } from '#tests/support/statement-log.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';
import { addShow, addSource, type TestShow } from '#tests/support/test-store.ts';

export type Opened = { readonly store: Store; readonly show: TestShow; readonly sourceId: number };

/** A fresh store with a show on air. */
export function openFresh(): Opened & { close(): void } {
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
export function pipeline({ store, show, sourceId }: Opened): {
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
export function bare(
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

/** The statements that storing these batches takes, each batch's its own transaction. */
export function recordBatches(
  batches: readonly (readonly FeedEvent[])[],
): readonly (readonly Call[])[] {
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
