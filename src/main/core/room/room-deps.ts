import type { RoomSlices, RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { StoreKeeping } from '#shared/model/store.ts';
import type { Database } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import type { Committer } from './committer.ts';

/** What a room is given by the core it belongs to. */
export type RoomDeps = {
  readonly roomId: RoomId;
  readonly db: Database;
  readonly ports: Ports;
  readonly committer: Committer;
  readonly host: () => RoomSnapshot['host'];
  readonly screens: {
    slice(roomId: RoomId): RoomSlices['screens'];
    connectedCount(roomId: RoomId, role: ScreenRole): number;
  };
  readonly rooms: () => RoomSlices['rooms'];
  /** What runs in this room may have changed, which desks of other rooms show. */
  readonly showChanged: () => void;
  readonly inbound: (roomId: RoomId) => RoomSlices['inbound'];
  readonly data: () => RoomSlices['data'];
  readonly people: (roomId: RoomId) => RoomSlices['people'];
  readonly dataFolder: string;
  readonly storeKeeping: () => StoreKeeping;
  readonly settings: () => RoomSlices['settings'];
};
