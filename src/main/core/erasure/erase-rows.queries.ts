import type { PersonToErase } from '#shared/model/erasure.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** What of an event's row an erasure reads and writes. */
export type ErasableRow = {
  readonly seq: number;
  readonly kind: number;
  readonly show_id: number;
  readonly source_room_id: number | null;
  readonly dedupe_key: string;
  readonly text: string | null;
  readonly body: string;
};

export function highestSeq(db: ReadableDatabase): number {
  return db.get<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM events`)?.seq ?? 0;
}

export type PersonRow = {
  readonly id: number;
  readonly name: string;
  readonly display_name: string;
};

export function personRow(
  db: ReadableDatabase,
  platform: string,
  platformUserId: string,
): PersonRow | undefined {
  return db.get(sql`SELECT id, name, display_name FROM people
    WHERE platform = ${platform} AND platform_user_id = ${platformUserId}`);
}

/** The row stays, with its key and its sights, as nobody: every figure that counts people holds. */
export function turnIntoStandIn(db: WritableDatabase, personId: number, standInId: string): void {
  db.run(sql`UPDATE people SET platform_user_id = ${standInId}, name = '', display_name = ''
    WHERE id = ${personId}`);
}

/** Their streaks cannot grow any more: what comes later is another person's. */
export function endStreaksOf(db: WritableDatabase, personId: number): void {
  db.run(sql`DELETE FROM gift_streaks WHERE seq IN (
    SELECT s.seq FROM gift_streaks s JOIN events e ON e.seq = s.seq WHERE e.person_id = ${personId})`);
}

/**
 * Cues that put the person's own words before the anchor – of a question whose first line was theirs –
 * or thanked them by name.
 */
export function quotingCues(
  db: ReadableDatabase,
  personId: number,
): readonly { readonly seq: number; readonly body: string }[] {
  return db.all(sql`
    SELECT e.seq, e.body FROM events e
    JOIN events q ON q.seq = json_extract(e.body, '$.question.questionId')
    WHERE e.show_id IN (SELECT id FROM shows) AND e.kind = 45 AND e.kind >= 40
      AND json_extract(e.body, '$.question.isQuoted') = 1 AND q.person_id = ${personId}
    UNION
    SELECT c.seq, c.body FROM events e, json_each(e.body, '$.seqs') s
    JOIN events g ON g.seq = s.value
    JOIN cues k ON k.id = json_extract(e.body, '$.cueId') JOIN events c ON c.seq = k.seq
    WHERE e.show_id IN (SELECT id FROM shows) AND e.kind = 94 AND e.kind >= 40
      AND g.person_id = ${personId}`);
}

export function writeQuotingCue(db: WritableDatabase, seq: number, body: string): void {
  db.run(sql`UPDATE events SET text = '', body = ${body} WHERE seq = ${seq}`);
  db.run(sql`UPDATE cues SET text = '' WHERE seq = ${seq}`);
}

/** Seqs of the person's own events, the newest first: read from an index alone. */
export function ownSeqs(
  db: ReadableDatabase,
  personId: number,
  untilSeq: number,
): readonly number[] {
  return db
    .all<{ seq: number }>(
      sql`SELECT seq FROM events WHERE person_id = ${personId} AND +seq <= ${untilSeq}
        ORDER BY +seq DESC`,
    )
    .map(({ seq }) => seq);
}

export function eventRows(db: ReadableDatabase, seqs: readonly number[]): readonly ErasableRow[] {
  return db.all(sql`
    SELECT seq, kind, show_id, source_room_id, dedupe_key, text, body FROM events
    WHERE seq IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))`);
}

/**
 * Events in which one of the needles stands, in whatever case of Latin letters; `asText` and
 * `asJson` are JSON lists of the same needles, as the text column and the body hold them.
 */
export function namingRows(
  db: ReadableDatabase,
  needles: { readonly asText: string; readonly asJson: string },
  fromSeq: number,
  toSeq: number,
): readonly ErasableRow[] {
  return db.all(sql`
    SELECT seq, kind, show_id, source_room_id, dedupe_key, text, body FROM events
    WHERE seq IN (
      SELECT e.seq FROM json_each(${needles.asJson}) n CROSS JOIN events e
      WHERE e.seq BETWEEN ${fromSeq} AND ${toSeq} AND instr(lower(e.body), n.value)
      UNION
      SELECT e.seq FROM json_each(${needles.asText}) n CROSS JOIN events e
      WHERE e.seq BETWEEN ${fromSeq} AND ${toSeq} AND e.text IS NOT NULL
        AND instr(lower(e.text), n.value))`);
}

/** Removals of a message (2), one on top (60) and answers to one that do not say whose it was. */
export function pointingRows(
  db: ReadableDatabase,
  personId: number,
  fromSeq: number,
  toSeq: number,
): readonly ErasableRow[] {
  return db.all(sql`
    SELECT e.seq, e.kind, e.show_id, e.source_room_id, e.dedupe_key, e.text, e.body FROM events e
    CROSS JOIN events t ON t.show_id = e.show_id AND t.source_room_id = e.source_room_id
      AND t.dedupe_key = coalesce(json_extract(e.body, '$.targetId'),
        json_extract(e.body, '$.replyTo.messageId'))
    WHERE e.seq BETWEEN ${fromSeq} AND ${toSeq} AND e.kind IN (1, 2, 60) AND t.person_id = ${personId}
      AND (e.kind IN (2, 60) OR instr(e.body, '"replyTo":{'))`);
}

export function writeRow(
  db: WritableDatabase,
  seq: number,
  row: { readonly dedupeKey: string; readonly text: string | null; readonly body: string },
): void {
  db.run(sql`UPDATE events SET dedupe_key = ${row.dedupeKey}, text = ${row.text}, body = ${row.body}
    WHERE seq = ${seq}`);
}

export function hasTable(db: ReadableDatabase, name: string): boolean {
  return (
    db.get(sql`SELECT 1 AS held FROM sqlite_schema WHERE type = 'table' AND name = ${name}`) !==
    undefined
  );
}

export function framePage(
  db: ReadableDatabase,
  afterId: number,
  limit: number,
): readonly { readonly id: number; readonly frame: Uint8Array }[] {
  return db.all(sql`SELECT id, frame FROM raw_frames WHERE id > ${afterId} ORDER BY id
    LIMIT ${limit}`);
}

export function deleteFrame(db: WritableDatabase, id: number): void {
  db.run(sql`DELETE FROM raw_frames WHERE id = ${id}`);
}

export type SentenceRow = { readonly id: number; readonly text: string };

export function cueTexts(db: ReadableDatabase): readonly SentenceRow[] {
  return db.all(sql`SELECT id, text FROM cues WHERE instr(text, '@') OR instr(text, '＠')`);
}

export function cardTexts(db: ReadableDatabase): readonly SentenceRow[] {
  return db.all(sql`SELECT id, text FROM cue_cards WHERE instr(text, '@') OR instr(text, '＠')`);
}

type AnswerRow = { readonly id: number; readonly question: string; readonly answer: string };

export function answerTexts(db: ReadableDatabase): readonly AnswerRow[] {
  return db.all(sql`SELECT id, question, answer FROM room_answers
    WHERE instr(question || answer, '@') OR instr(question || answer, '＠')`);
}

export function writeAnswerTexts(db: WritableDatabase, row: AnswerRow): void {
  db.run(sql`UPDATE room_answers SET question = ${row.question}, answer = ${row.answer}
    WHERE id = ${row.id}`);
}

export function writeCueText(db: WritableDatabase, row: SentenceRow): void {
  db.run(sql`UPDATE cues SET text = ${row.text} WHERE id = ${row.id}`);
}

export function writeCardText(db: WritableDatabase, row: SentenceRow): void {
  db.run(sql`UPDATE cue_cards SET text = ${row.text} WHERE id = ${row.id}`);
}

/** Recorded answers of commands that name the person. */
export function resultsNaming(
  db: ReadableDatabase,
  needles: string,
): readonly { readonly command_id: string; readonly result: string }[] {
  return db.all(sql`SELECT command_id, result FROM commands WHERE EXISTS (
    SELECT 1 FROM json_each(${needles}) n WHERE instr(lower(commands.result), n.value))`);
}

export function writeResult(db: WritableDatabase, commandId: string, result: string): void {
  db.run(sql`UPDATE commands SET result = ${result} WHERE command_id = ${commandId}`);
}

/** People whose id, login or name contains the text; those seen last in live shows first. */
export function findPeople(
  db: ReadableDatabase,
  search: { readonly platform: string | null; readonly text: string; readonly limit: number },
): readonly (Omit<PersonToErase, 'names'> & {
  readonly name: string;
  readonly displayName: string;
  readonly lastSeenTs: number | null;
})[] {
  const { platform, text, limit } = search;
  return db.all(sql`
    SELECT platform, platform_user_id AS platformUserId, name, display_name AS displayName,
      last_seen_ts AS lastSeenTs
    FROM people
    WHERE (${platform} IS NULL OR platform = ${platform})
      AND (platform_user_id = ${text} OR instr(lower(name), lower(${text}))
        OR instr(lower(display_name), lower(${text})))
      AND substr(platform_user_id, 1, 7) <> 'erased-'
    ORDER BY platform_user_id = ${text} DESC, lower(name) = lower(${text}) DESC,
      last_seen_ts IS NULL, last_seen_ts DESC, id DESC LIMIT ${limit}`);
}

export function* allPeople(
  db: ReadableDatabase,
): IterableIterator<{ readonly platform: string; readonly platform_user_id: string }> {
  yield* db.each<{ platform: string; platform_user_id: string }>(
    sql`SELECT platform, platform_user_id FROM people`,
  );
}

export function bodyPage(
  db: ReadableDatabase,
  fromSeq: number,
  toSeq: number,
): readonly { readonly body: string }[] {
  return db.all(sql`SELECT body FROM events WHERE seq BETWEEN ${fromSeq} AND ${toSeq}
    AND (instr(body, '"userId":"') OR instr(body, '"toUser":{') OR instr(body, '"target":{'))`);
}
