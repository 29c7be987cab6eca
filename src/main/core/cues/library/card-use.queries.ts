import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type CardSend = {
  readonly cardId: number;
  readonly showId: number;
  readonly sentTs: number;
  readonly isShown: number;
  readonly isDone: number;
};

/**
 * Cues that were sent from cards of a deck and not taken back: the room's in its live shows, a show's
 * own in that show.
 */
export function sendsOfDeck(
  db: ReadableDatabase,
  roomId: RoomId,
  ownDeckShowId: number | null,
): readonly CardSend[] {
  return db.all(sql`
    SELECT c.card_id AS cardId, c.show_id AS showId, c.sent_ts AS sentTs,
      EXISTS (SELECT 1 FROM cue_answers a WHERE a.cue_id = c.id AND a.answer = 'shown') AS isShown,
      EXISTS (SELECT 1 FROM cue_answers a WHERE a.cue_id = c.id AND a.answer = 'done') AS isDone
    FROM cue_cards k JOIN cues c ON c.card_id = k.id JOIN shows s ON s.id = c.show_id
    WHERE k.room_id = ${roomId} AND k.removed_ts IS NULL AND k.show_id IS ${ownDeckShowId}
      AND c.state <> 'withdrawn' AND s.removed_ts IS NULL
      AND (s.origin = 'live' OR s.id IS ${ownDeckShowId})
    ORDER BY c.id`);
}
