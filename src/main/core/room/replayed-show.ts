import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { eventPage, lastEventTs } from './room.queries.ts';

/**
 * Options of a replay source as its feed takes them: a stored show is named by its id in the store
 * and handed over as pages to read.
 */
export function withStoredShow(
  db: ReadableDatabase,
  roomId: RoomId,
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { kind, showId } = stored;
  if (kind !== 'show' || typeof showId !== 'number') return stored;
  return {
    kind: 'events',
    lastTs: lastEventTs(db, showId),
    pages: (eventTs: number, seq: number, limit: number) =>
      Promise.resolve(eventPage(db, roomId, showId, { eventTs, seq }, limit)),
  };
}
