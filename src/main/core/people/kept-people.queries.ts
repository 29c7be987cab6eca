import type { MarkKind } from '#shared/model/person.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** What operators keep about people: one note a person and room, marks that may expire. */
export type NoteRow = { readonly text: string; readonly changedTs: number };

export function noteOf(
  db: ReadableDatabase,
  roomId: string,
  personId: number,
): NoteRow | undefined {
  return db.get(sql`SELECT text, changed_ts AS changedTs FROM person_notes
    WHERE room_id = ${roomId} AND person_id = ${personId}`);
}

export function putNote(
  db: WritableDatabase,
  roomId: string,
  personId: number,
  note: NoteRow,
): void {
  db.run(sql`INSERT INTO person_notes (room_id, person_id, text, changed_ts)
    VALUES (${roomId}, ${personId}, ${note.text}, ${note.changedTs})
    ON CONFLICT DO UPDATE SET text = excluded.text, changed_ts = excluded.changed_ts`);
}

export function removeNote(db: WritableDatabase, roomId: string, personId: number): void {
  db.run(sql`DELETE FROM person_notes WHERE room_id = ${roomId} AND person_id = ${personId}`);
}

export type MarkRow = {
  readonly id: number;
  readonly kind: MarkKind;
  readonly word: string;
  readonly madeTs: number;
  readonly untilTs: number | null;
  readonly isForShow: number;
  /** Null while the mark holds. */
  readonly expiredTs: number | null;
};

/** All marks of a person in a room, newest first; `nowTs` is wall time. */
export function marksOf(
  db: ReadableDatabase,
  roomId: string,
  personId: number,
  nowTs: number,
): readonly MarkRow[] {
  return db.all(sql`
    SELECT m.id, m.kind, m.word, m.made_ts AS madeTs, m.until_ts AS untilTs,
      m.until_show_id IS NOT NULL AS isForShow,
      CASE WHEN m.until_ts <= ${nowTs} THEN m.until_ts
        WHEN s.state = 'ended' THEN coalesce(s.ended_ts, m.made_ts) END AS expiredTs
    FROM person_marks m LEFT JOIN shows s ON s.id = m.until_show_id
    WHERE m.room_id = ${roomId} AND m.person_id = ${personId} ORDER BY m.made_ts DESC, m.id DESC`);
}

/** The same mark again gets the new span. */
export function putMark(
  db: WritableDatabase,
  roomId: string,
  personId: number,
  mark: {
    readonly kind: MarkKind;
    readonly word: string;
    readonly madeTs: number;
    readonly untilTs: number | null;
    readonly untilShowId: number | null;
  },
): number {
  const { kind, word, madeTs, untilTs, untilShowId } = mark;
  const row = db.get<{ id: number }>(sql`
    INSERT INTO person_marks (room_id, person_id, kind, word, made_ts, until_ts, until_show_id)
    VALUES (${roomId}, ${personId}, ${kind}, ${word}, ${madeTs}, ${untilTs}, ${untilShowId})
    ON CONFLICT (room_id, person_id, kind, word) DO UPDATE SET made_ts = excluded.made_ts,
      until_ts = excluded.until_ts, until_show_id = excluded.until_show_id
    RETURNING id`);
  if (row === undefined) throw new Error('a mark that was put has no row');
  return row.id;
}

export function removeMark(
  db: WritableDatabase,
  roomId: string,
  personId: number,
  markId: number,
): void {
  db.run(sql`DELETE FROM person_marks
    WHERE id = ${markId} AND room_id = ${roomId} AND person_id = ${personId}`);
}

type Kept = { readonly platform: string; readonly platformUserId: string };

/** Every mark of the room that holds, the newest first. */
export function holdingMarks(
  db: ReadableDatabase,
  roomId: string,
  nowTs: number,
): readonly (Kept & { readonly kind: MarkKind; readonly word: string })[] {
  return db.all(sql`
    SELECT p.platform, p.platform_user_id AS platformUserId, m.kind, m.word
    FROM person_marks m JOIN people p ON p.id = m.person_id
      LEFT JOIN shows s ON s.id = m.until_show_id
    WHERE m.room_id = ${roomId} AND (m.until_ts IS NULL OR m.until_ts > ${nowTs})
      AND (m.until_show_id IS NULL OR s.state <> 'ended')
    ORDER BY m.made_ts DESC, m.id DESC`);
}

/** People of the room with a note, those whose note is newest first. */
export function notedPeople(db: ReadableDatabase, roomId: string): readonly Kept[] {
  return db.all(sql`
    SELECT p.platform, p.platform_user_id AS platformUserId
    FROM person_notes n JOIN people p ON p.id = n.person_id
    WHERE n.room_id = ${roomId} ORDER BY n.changed_ts DESC, n.person_id`);
}

/** Did a mark of any room expire in this stretch of wall time? */
export function hasExpiredBetween(db: ReadableDatabase, afterTs: number, untilTs: number): boolean {
  return (
    db.get(sql`SELECT 1 AS held FROM person_marks
      WHERE until_ts > ${afterTs} AND until_ts <= ${untilTs} LIMIT 1`) !== undefined
  );
}

/** All that is kept about a person, in every room. */
export function forgetKept(db: WritableDatabase, personId: number): void {
  db.run(sql`DELETE FROM person_notes WHERE person_id = ${personId}`);
  db.run(sql`DELETE FROM person_marks WHERE person_id = ${personId}`);
}

export type NamingNote = {
  readonly roomId: string;
  readonly personId: number;
  readonly text: string;
};

/** Notes about others in which one of the needles (a JSON list, Latin letters in lower case) stands. */
export function notesNaming(db: ReadableDatabase, needles: string): readonly NamingNote[] {
  return db.all(sql`SELECT room_id AS roomId, person_id AS personId, text FROM person_notes n
    WHERE EXISTS (SELECT 1 FROM json_each(${needles}) j WHERE instr(lower(n.text), j.value))`);
}

export function writeNoteText(db: WritableDatabase, note: NamingNote): void {
  db.run(sql`UPDATE person_notes SET text = ${note.text}
    WHERE room_id = ${note.roomId} AND person_id = ${note.personId}`);
}

/** Words of marks that name somebody; the mark cannot do without its word. */
export function customMarks(
  db: ReadableDatabase,
): readonly { readonly id: number; readonly word: string }[] {
  return db.all(sql`SELECT id, word FROM person_marks WHERE kind = 'custom'`);
}

export function deleteMark(db: WritableDatabase, id: number): void {
  db.run(sql`DELETE FROM person_marks WHERE id = ${id}`);
}
