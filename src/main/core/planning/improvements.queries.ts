import { ImprovementItem, type ImprovementId } from '#shared/model/improvement.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** An item as the store holds it. */
export type ImprovementRow = {
  readonly id: number;
  readonly showId: number;
  readonly findingId: string | null;
  readonly problem: string;
  readonly evidence: string;
  readonly cause: string;
  readonly scheme: string;
  readonly owner: string;
  readonly dueTs: number | null;
  readonly metric: string | null;
  readonly productId: number | null;
  readonly cardId: number | null;
  readonly direction: string;
  readonly baseline: number | null;
  readonly baselineError: number | null;
  readonly currency: string | null;
  readonly goal: number | null;
  readonly state: string;
  readonly createdTs: number;
  readonly changedTs: number;
};

type ReadRow = ImprovementRow & { readonly showTitle: string; readonly subject: string };

function itemOf(row: ReadRow): ImprovementItem {
  const { metric, productId, cardId, direction, baseline, goal, ...rest } = row;
  const proving = metric === null ? null : { metric, productId, cardId, direction, baseline, goal };
  return ImprovementItem.parse({ ...rest, proving });
}

/** Items of the room, the open ones first, then the newest. */
export function improvementsOfRoom(
  db: ReadableDatabase,
  roomId: string,
  limit: number,
): readonly ImprovementItem[] {
  return db
    .all<ReadRow>(sql`
      SELECT i.id, i.show_id AS showId, s.title AS showTitle, i.finding_id AS findingId, i.problem,
        i.evidence, i.cause, i.scheme, i.owner, i.due_ts AS dueTs, i.metric,
        i.product_id AS productId, i.card_id AS cardId, i.direction, i.baseline,
        i.baseline_error AS baselineError, i.currency, i.goal, i.state, i.created_ts AS createdTs,
        i.changed_ts AS changedTs,
        coalesce(json_extract(p.fields, '$.name'), c.text, '') AS subject
      FROM improvement_items i JOIN shows s ON s.id = i.show_id
      LEFT JOIN products p ON p.id = i.product_id LEFT JOIN cue_cards c ON c.id = i.card_id
      WHERE i.room_id = ${roomId}
      ORDER BY i.state <> 'open', i.id DESC LIMIT ${limit}`)
    .map(itemOf);
}

/** Those that the review of one show asked for, in the order in which they were made. */
export function improvementsOfShow(
  db: ReadableDatabase,
  showId: number,
): readonly ImprovementItem[] {
  return itemsIn(db, idsOf(db, showId));
}

function idsOf(db: ReadableDatabase, showId: number): readonly number[] {
  return db
    .all<{ id: number }>(
      sql`SELECT id FROM improvement_items WHERE show_id = ${showId} ORDER BY id`,
    )
    .map(({ id }) => id);
}

/** Items by their ids, in the order in which they were made. */
export function itemsIn(db: ReadableDatabase, ids: readonly number[]): readonly ImprovementItem[] {
  if (ids.length === 0) return [];
  return db
    .all<ReadRow>(sql`
      SELECT i.id, i.show_id AS showId, s.title AS showTitle, i.finding_id AS findingId, i.problem,
        i.evidence, i.cause, i.scheme, i.owner, i.due_ts AS dueTs, i.metric,
        i.product_id AS productId, i.card_id AS cardId, i.direction, i.baseline,
        i.baseline_error AS baselineError, i.currency, i.goal, i.state, i.created_ts AS createdTs,
        i.changed_ts AS changedTs,
        coalesce(json_extract(p.fields, '$.name'), c.text, '') AS subject
      FROM improvement_items i JOIN shows s ON s.id = i.show_id
      LEFT JOIN products p ON p.id = i.product_id LEFT JOIN cue_cards c ON c.id = i.card_id
      WHERE i.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY i.id`)
    .map(itemOf);
}

/** One item of the room as it is stored. */
export function improvementRow(
  db: ReadableDatabase,
  roomId: string,
  id: number,
): ImprovementRow | null {
  return (
    db.get<ImprovementRow>(sql`
      SELECT id, show_id AS showId, finding_id AS findingId, problem, evidence, cause, scheme, owner,
        due_ts AS dueTs, metric, product_id AS productId, card_id AS cardId, direction, baseline,
        baseline_error AS baselineError, currency, goal, state, created_ts AS createdTs,
        changed_ts AS changedTs
      FROM improvement_items WHERE id = ${id} AND room_id = ${roomId}`) ?? null
  );
}

export function improvementOfFinding(
  db: ReadableDatabase,
  showId: number,
  findingId: string,
): number | null {
  const row = db.get<{ id: number }>(sql`
    SELECT id FROM improvement_items WHERE show_id = ${showId} AND finding_id = ${findingId}`);
  return row?.id ?? null;
}

export function openImprovements(db: ReadableDatabase, roomId: string): number {
  const row = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM improvement_items WHERE room_id = ${roomId} AND state = 'open'`);
  return row?.count ?? 0;
}

export function insertImprovement(
  db: WritableDatabase,
  roomId: string,
  row: Omit<ImprovementRow, 'id'>,
): number {
  return db.run(sql`
    INSERT INTO improvement_items (room_id, show_id, finding_id, problem, evidence, cause, scheme,
      owner, due_ts, metric, product_id, card_id, direction, baseline, baseline_error, currency, goal,
      state, created_ts, changed_ts)
    VALUES (${roomId}, ${row.showId}, ${row.findingId}, ${row.problem}, ${row.evidence}, ${row.cause},
      ${row.scheme}, ${row.owner}, ${row.dueTs}, ${row.metric}, ${row.productId}, ${row.cardId},
      ${row.direction}, ${row.baseline}, ${row.baselineError}, ${row.currency}, ${row.goal},
      ${row.state}, ${row.createdTs}, ${row.changedTs})`).lastId;
}

/** All of it but the show and the finding it came from. */
export function writeImprovement(db: WritableDatabase, row: ImprovementRow): void {
  db.run(sql`
    UPDATE improvement_items SET problem = ${row.problem}, evidence = ${row.evidence},
      cause = ${row.cause}, scheme = ${row.scheme}, owner = ${row.owner}, due_ts = ${row.dueTs},
      metric = ${row.metric}, product_id = ${row.productId}, card_id = ${row.cardId},
      direction = ${row.direction}, baseline = ${row.baseline},
      baseline_error = ${row.baselineError}, currency = ${row.currency}, goal = ${row.goal},
      state = ${row.state}, changed_ts = ${row.changedTs}
    WHERE id = ${row.id}`);
}

/** What was carried from it stays as an item of its show's own. */
export function deleteImprovement(db: WritableDatabase, id: number): void {
  db.run(sql`UPDATE checklist_items SET improvement_id = NULL, origin = 'own'
    WHERE improvement_id = ${id}`);
  db.run(sql`DELETE FROM improvement_items WHERE id = ${id}`);
}

export type CarriedImprovement = { readonly id: ImprovementId; readonly isTicked: number };

/** Items that were carried into the list of a show. */
export function carriedInto(db: ReadableDatabase, showId: number): readonly CarriedImprovement[] {
  return db.all(sql`
    SELECT improvement_id AS id, max(state = 'done') AS isTicked FROM checklist_items
    WHERE show_id = ${showId} AND improvement_id IS NOT NULL GROUP BY improvement_id ORDER BY 1`);
}

export type TrialShow = {
  readonly id: number;
  readonly title: string;
  readonly startedTs: number;
};

/** The last real shows of the room that are over and had an item on their list, oldest first. */
export function trialShows(
  db: ReadableDatabase,
  roomId: string,
  limit: number,
): readonly TrialShow[] {
  return db
    .all<TrialShow>(sql`
      SELECT s.id, s.title, s.started_ts AS startedTs FROM shows s
      WHERE s.room_id = ${roomId} AND s.origin = 'live' AND s.state = 'ended'
        AND s.removed_ts IS NULL AND s.started_ts IS NOT NULL
        AND EXISTS (SELECT 1 FROM checklist_items c
          WHERE c.show_id = s.id AND c.improvement_id IS NOT NULL)
      ORDER BY s.started_ts DESC, s.id DESC LIMIT ${limit}`)
    .toReversed();
}
