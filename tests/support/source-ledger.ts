import type BetterSqlite from 'better-sqlite3';

/** What the store holds of one source, by SQL over the base tables. */
export type SourceRows = {
  readonly sourceId: number;
  /** Messages of its platform; what the desk itself says of its link is not one. */
  readonly stored: number;
  /** Keys of its platform that are there more than once within a show. */
  readonly doubled: number;
  /** Lost events as its gaps name them. */
  readonly lost: number;
};

export function sourceRows(db: BetterSqlite.Database): readonly SourceRows[] {
  return db
    .prepare<[], SourceRows>(
      `SELECT s.id AS sourceId,
        (SELECT count(*) FROM events e JOIN source_rooms r ON r.id = e.source_room_id
          WHERE r.source_id = s.id AND e.dedupe_key NOT LIKE 'link:%') AS stored,
        (SELECT count(*) FROM (SELECT 1 FROM events e JOIN source_rooms r ON r.id = e.source_room_id
          WHERE r.source_id = s.id GROUP BY e.show_id, e.dedupe_key HAVING count(*) > 1)) AS doubled,
        (SELECT coalesce(sum(lost), 0) FROM gaps g WHERE g.source_id = s.id) AS lost
      FROM sources s ORDER BY s.id`,
    )
    .all();
}

export type GapRow = {
  readonly sourceId: number | null;
  readonly cause: string;
  readonly fromTs: number;
  readonly toTs: number;
};

/** In the order they were written. */
export function gapRows(db: BetterSqlite.Database): readonly GapRow[] {
  return db
    .prepare<[], GapRow>(
      'SELECT source_id AS sourceId, cause, from_ts AS fromTs, to_ts AS toTs FROM gaps ORDER BY id',
    )
    .all();
}
