import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type SentRow = {
  readonly id: number;
  readonly kind: string;
  readonly sentTs: number;
  readonly cardId: number | null;
  readonly text: string | null;
  readonly isWithdrawn: number;
  /** It went out with a push. */
  readonly isOfPush: number;
};

/** Every cue of a show, with the words its card has now. */
export function sentCues(db: ReadableDatabase, showId: number): readonly SentRow[] {
  return db.all(sql`
    SELECT c.id, c.kind, c.sent_ts AS sentTs, c.card_id AS cardId, k.text,
      c.state = 'withdrawn' AS isWithdrawn,
      EXISTS (SELECT 1 FROM pushes p WHERE p.show_id = c.show_id AND p.cue_id = c.id
        AND p.state <> 'undone') AS isOfPush
    FROM cues c LEFT JOIN cue_cards k ON k.id = c.card_id
    WHERE c.show_id = ${showId} ORDER BY c.id`);
}

export type RuleRow = {
  readonly cueId: number;
  readonly ruleId: string;
  readonly name: string | null;
};

/** Which rule proposed a cue of a show: what was settled (88) by sending, with its proposal (87). */
export function rulesOfCues(db: ReadableDatabase, showId: number): readonly RuleRow[] {
  return db.all(sql`
    SELECT json_extract(s.body, '$.cueId') AS cueId, json_extract(s.body, '$.ruleId') AS ruleId,
      json_extract(p.body, '$.name') AS name
    FROM events s INDEXED BY events_few
      LEFT JOIN events p ON p.seq = json_extract(s.body, '$.proposalSeq')
    WHERE s.show_id = ${showId} AND s.kind = 88 AND s.kind >= 40
      AND json_extract(s.body, '$.cueId') IS NOT NULL
    ORDER BY s.seq`);
}

export type GoneRow = {
  readonly id: number;
  readonly productId: number;
  readonly linkNumber: number;
  readonly goTs: number;
  readonly name: string;
};

/** Pushes of a show that were not undone. */
export function gonePushes(db: ReadableDatabase, showId: number): readonly GoneRow[] {
  return db.all(sql`
    SELECT u.id, u.product_id AS productId, u.link_number AS linkNumber, u.go_ts AS goTs,
      coalesce(json_extract(p.fields, '$.name'), '') AS name
    FROM pushes u JOIN products p ON p.id = u.product_id
    WHERE u.show_id = ${showId} AND u.state <> 'undone' ORDER BY u.id`);
}

export type BegunRow = {
  readonly id: number;
  readonly role: string;
  readonly title: string;
  readonly startedTs: number;
  readonly hasScript: number;
};

/** Blocks of a show that began, and whether they have anything to say. */
export function begunBlocks(db: ReadableDatabase, showId: number): readonly BegunRow[] {
  return db.all(sql`
    SELECT id, role, title, started_ts AS startedTs,
      EXISTS (SELECT 1 FROM json_each(script) WHERE value <> '') AS hasScript
    FROM blocks WHERE show_id = ${showId} AND started_ts IS NOT NULL ORDER BY id`);
}

/** When people of another room came in at once (10). */
export function raidsOf(db: ReadableDatabase, showId: number): readonly number[] {
  return db
    .all<{ ts: number }>(sql`
      SELECT event_ts AS ts FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind = 10 ORDER BY seq`)
    .map(({ ts }) => ts);
}

export type PaidRow = {
  readonly amountMinor: number;
  readonly currency: string | null;
  readonly exponent: number | null;
};

/** What each paid order (17) of a show came to. */
export function paidValues(db: ReadableDatabase, showId: number): readonly PaidRow[] {
  return db.all(sql`
    SELECT coalesce(json_extract(body, '$.money.amountMinor'), 0) AS amountMinor,
      json_extract(body, '$.money.currency') AS currency,
      json_extract(body, '$.money.exponent') AS exponent
    FROM events INDEXED BY events_few
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'paid'`);
}

export type StudiedShow = {
  readonly id: number;
  readonly title: string;
  readonly startedTs: number;
  readonly endedTs: number | null;
  readonly events: number;
  readonly acts: number;
};

/** Shows that began, with how much is stored of them: when that changes, what followed is another. */
export function studiedShows(
  db: ReadableDatabase,
  showIds: readonly number[],
): readonly StudiedShow[] {
  return db.all(sql`
    SELECT s.id, s.title, s.started_ts AS startedTs, s.ended_ts AS endedTs,
      (SELECT coalesce(sum(m.events), 0) FROM minute_counts m WHERE m.show_id = s.id) AS events,
      (SELECT count(*) FROM cues c WHERE c.show_id = s.id AND c.state <> 'withdrawn')
        + (SELECT count(*) FROM pushes p WHERE p.show_id = s.id AND p.state <> 'undone') AS acts
    FROM shows s WHERE s.started_ts IS NOT NULL
      AND s.id IN (SELECT value FROM json_each(${JSON.stringify(showIds)}))
    ORDER BY s.id`);
}
