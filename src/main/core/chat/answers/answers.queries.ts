import type { RoomId } from '#shared/model/ids.ts';
import type { ProductQuestion } from '#shared/model/product-details.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type RoomAnswer = ProductQuestion & { readonly id: number };

/** Answers that hold for every product of a room, as they were approved. */
export function roomAnswers(db: ReadableDatabase, roomId: RoomId): readonly RoomAnswer[] {
  return db.all(sql`SELECT id, question, answer FROM room_answers WHERE room_id = ${roomId}
    ORDER BY id`);
}

export function insertRoomAnswer(
  db: WritableDatabase,
  roomId: RoomId,
  put: ProductQuestion & { readonly nowTs: number },
): void {
  db.run(sql`INSERT INTO room_answers (room_id, question, answer, changed_ts)
    VALUES (${roomId}, ${put.question}, ${put.answer}, ${put.nowTs})`);
}

export function updateRoomAnswer(
  db: WritableDatabase,
  id: number,
  put: ProductQuestion & { readonly nowTs: number },
): void {
  db.run(sql`UPDATE room_answers SET question = ${put.question}, answer = ${put.answer},
    changed_ts = ${put.nowTs} WHERE id = ${id}`);
}

export function deleteRoomAnswer(db: WritableDatabase, id: number): void {
  db.run(sql`DELETE FROM room_answers WHERE id = ${id}`);
}

export type SaidOnce = {
  readonly question: string;
  readonly text: string;
  readonly ts: number;
  readonly showId: number;
  readonly title: string;
};

/** What desks of a room answered in its chats (58) and on its anchor's screens (45), the newest first. */
export function saidInRoom(
  db: ReadableDatabase,
  roomId: RoomId,
  limit: number,
): readonly SaidOnce[] {
  return db.all(sql`
    SELECT q.text AS question, json_extract(e.body, '$.text') AS text, e.event_ts AS ts,
      e.show_id AS showId, s.title AS title
    FROM shows s JOIN events e ON e.show_id = s.id AND e.kind IN (45, 58) AND e.kind >= 40
    JOIN events q ON q.kind = 1 AND q.seq = CASE e.kind
      WHEN 58 THEN json_extract(e.body, '$.lineSeq')
      ELSE json_extract(e.body, '$.question.questionId') END
    WHERE s.room_id = ${roomId} AND s.removed_ts IS NULL AND coalesce(json_extract(e.body, '$.text'), '') <> ''
      AND (e.kind = 58 OR json_extract(e.body, '$.question.isQuoted') = 0)
    ORDER BY e.seq DESC LIMIT ${limit}`);
}
