import { NO_PEOPLE } from '#shared/model/person.ts';
import { NO_SETTINGS, type Settings } from '#shared/model/settings.ts';
import { Committer } from '#core/room/committer.ts';
import { Room } from '#core/room/room.ts';
import { insertRoom } from '#core/room/room.queries.ts';
import { INBOUND_OFF } from '#shared/model/inbound.ts';
import { RoomId } from '#shared/model/ids.ts';

import { openTestStore, type TestStore } from './test-store.ts';
import type { TestPorts } from './test-ports.ts';

export type RoomRig = {
  readonly room: Room;
  readonly committer: Committer;
  readonly store: TestStore;
  readonly ports: TestPorts;
  /** The file may not grow any more, as on a full disk. */
  fillDisk(): void;
  freeDisk(): void;
  close(): Promise<void>;
};

type RigParts = {
  /** Screens of the anchor that are there. */
  readonly anchors?: number;
  readonly settings?: Settings;
};

/** One room over a real store, with a live show on air, whose disk can be full. */
export function startRoom({ anchors = 0, settings = NO_SETTINGS }: RigParts = {}): RoomRig {
  const store = openTestStore();
  const { ports } = store;
  const { db } = store.store;
  const committer = new Committer(db, ports);
  const roomId = RoomId.parse('main');
  const wallTs = ports.clock.wallNow();
  committer.runNow(() =>
    insertRoom(db, { roomId, name: '', currency: 'CNY', timeZone: 'UTC', createdTs: wallTs }),
  );
  const room = new Room({
    roomId,
    db,
    ports,
    committer,
    dataFolder: store.folder,
    storeKeeping: () => ({
      check: { state: 'whole', checkedTs: wallTs },
      backup: { isRunning: false, last: null, error: null },
      space: { freeBytes: null, isLow: false, hasReserve: true },
      wal: { bytes: 0, isPinned: false },
      report: null,
    }),
    settings: () => ({ ...settings, damaged: null }),
    data: () => ({ erasures: [], lastErasedTs: null, transfer: null, offered: null }),
    people: () => NO_PEOPLE,
    rooms: () => ({ rooms: [] }),
    showChanged: () => undefined,
    inbound: () => INBOUND_OFF,
    host: () => ({
      kind: 'test',
      version: '0.0.0',
      wallTs,
      storeNewestTs: null,
      coreRun: 'run-1',
    }),
    screens: {
      slice: () => ({
        screens: [],
        listen: null,
        addresses: [],
        offer: null,
        offerEnded: null,
        requests: [],
      }),
      connectedCount: (_roomId, role) => (role === 'anchor' ? anchors : 0),
    },
  });
  room.start();
  committer.runNow(() => room.shows.create('A', 'live', 'CNY'));
  committer.runNow(() => room.shows.advance('start'));
  room.reload();
  room.sources.startAll(null);
  return {
    room,
    committer,
    store,
    ports,
    fillDisk() {
      // Pages that an earlier change left free would still take a write.
      db.raw.exec('VACUUM');
      const pages = Number(db.raw.pragma('page_count', { simple: true }));
      db.raw.pragma(`max_page_count = ${pages}`);
    },
    freeDisk() {
      db.raw.pragma('max_page_count = 1073741823');
    },
    async close() {
      await room.close();
      committer.close();
      store.close();
    },
  };
}
