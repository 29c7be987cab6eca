import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import type { WritableDatabase } from '#core/database/database.ts';
import { openStore, type Store } from '#core/database/open-store.ts';
import { sql } from '#core/database/sql.ts';
import { Committer } from '#core/room/committer.ts';
import { Ingest, type CommittedEvent } from '#core/room/ingest.ts';
import type { PendingEvent } from '#core/room/pending-event.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { RoomId, ShowId } from '#shared/model/ids.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import { TEST_NOW, testPorts, type TestPorts } from './test-ports.ts';

/** A folder of its own that is gone after `clean`. */
export function temporaryFolder(within = tmpdir()): { readonly path: string; clean(): void } {
  const path = mkdtempSync(join(within, 'cuedesk-test-'));
  return { path, clean: () => rmSync(path, { recursive: true, force: true }) };
}

export interface TestStore {
  readonly store: Store;
  readonly folder: string;
  readonly ports: TestPorts;
  /** A second connection, as another program would have it: sees only what is committed. */
  reader(): BetterSqlite.Database;
  /** Closes and opens again, as a restart does. */
  reopen(): TestStore;
  close(): void;
}

/** A real store in a folder of its own. */
export function openTestStore(ports: TestPorts = testPorts()): TestStore {
  return openIn(temporaryFolder(), ports);
}

/** The store of a folder that somebody else cleans. */
export function openStoreIn(path: string): TestStore {
  return openIn({ path, clean: () => undefined }, testPorts());
}

function openIn(folder: ReturnType<typeof temporaryFolder>, ports: TestPorts): TestStore {
  const opened = openStore({ dataFolder: folder.path, sqliteBinding: null }, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const readers: BetterSqlite.Database[] = [];
  function closeAll(): void {
    for (const reader of readers) reader.close();
    store.close();
  }
  return {
    store,
    folder: folder.path,
    ports,
    reader() {
      const reader = new BetterSqlite(store.path, { readonly: true });
      readers.push(reader);
      return reader;
    },
    reopen() {
      closeAll();
      return openIn(folder, ports);
    },
    close() {
      closeAll();
      folder.clean();
    },
  };
}

export type TestShow = {
  readonly roomId: RoomId;
  readonly showId: ShowId;
};

/** A room with a show that has started at `startedTs`. */
export function addShow(
  db: WritableDatabase,
  show: {
    readonly room: string;
    readonly origin: ShowOrigin;
    readonly currency: string;
    readonly startedTs: number;
    readonly endedTs: number | null;
  },
): TestShow {
  db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES (${show.room}, ${show.room}, 'Asia/Shanghai', ${show.currency}, ${TEST_NOW})
    ON CONFLICT DO NOTHING`);
  const state = show.endedTs === null ? 'on_air' : 'ended';
  const onAirMs = show.endedTs === null ? 0 : show.endedTs - show.startedTs;
  const { lastId } = db.run(sql`
    INSERT INTO shows (room_id, title, origin, state, currency, created_ts, started_ts, ended_ts,
      on_air_before_ms, on_air_since_ts)
    VALUES (${show.room}, ${`Show of ${show.room}`}, ${show.origin}, ${state}, ${show.currency},
      ${show.startedTs}, ${show.startedTs}, ${show.endedTs}, ${onAirMs},
      ${show.endedTs === null ? show.startedTs : null})`);
  return { roomId: RoomId.parse(show.room), showId: ShowId.parse(lastId) };
}

export function addSource(
  db: WritableDatabase,
  source: { readonly room: string; readonly connector: string; readonly platform: string },
): number {
  return db.run(sql`
    INSERT INTO sources (room_id, connector, platform, channel, options, is_enabled)
    VALUES (${source.room}, ${source.connector}, ${source.platform}, 'channel', '{}', 1)`).lastId;
}

export interface TestIngest {
  readonly ingest: Ingest;
  readonly committer: Committer;
  /** What the listener was told, in order. */
  readonly committed: CommittedEvent[];
  readonly refusals: AppError[];
  /** Takes events at their own times and commits them at once. */
  take(showId: ShowId, sourceId: number, events: readonly FeedEvent[]): void;
}

/** Ingest and committer over a store, as a room has them. */
export function startIngest(test: TestStore, roomId: RoomId): TestIngest {
  const { db } = test.store;
  const committed: CommittedEvent[] = [];
  const refusals: AppError[] = [];
  const committer = new Committer(db, test.ports);
  const ingest = new Ingest(db, roomId, {
    onCommitted: (events) => committed.push(...events),
    onRolledBack: (error) => refusals.push(error),
  });
  committer.join(ingest);
  return {
    ingest,
    committer,
    committed,
    refusals,
    take(showId, sourceId, events) {
      ingest.enqueue(events.map((event) => pendingOf(event, showId, sourceId)));
      committer.runNow(() => undefined);
    },
  };
}

/** The event as its source hands it over, its own time taken as show time. */
export function pendingOf(event: FeedEvent, showId: ShowId, sourceId: number): PendingEvent {
  return { event, showId, sourceId, eventTs: event.platformTs ?? event.receivedTs };
}
