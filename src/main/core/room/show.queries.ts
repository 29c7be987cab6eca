import type { RoomId, ShowId } from '#shared/model/ids.ts';
import { Show, ShowClock, type ShowOrigin } from '#shared/model/show.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type ShowRow = {
  id: number;
  title: string;
  origin: string;
  state: string;
  currency: string;
  created_ts: number;
  started_ts: number | null;
  ended_ts: number | null;
  on_air_before_ms: number;
  on_air_since_ts: number | null;
  clock_show_ts: number | null;
  clock_wall_ts: number | null;
  clock_speed: number;
  alive_ts: number | null;
  is_clean_stop: number;
};

export type StoredShow = {
  readonly show: Show;
  readonly clock: ShowClock | null;
  /** Show time of the last sign of life; null before the first. */
  readonly aliveTs: number | null;
  readonly isCleanStop: boolean;
};

export function currentShowOf(db: ReadableDatabase, roomId: RoomId): StoredShow | null {
  const row = db.get<ShowRow>(sql`
    SELECT s.* FROM rooms r JOIN shows s ON s.id = r.current_show_id WHERE r.id = ${roomId}`);
  return row === undefined ? null : storedShow(row);
}

export function showById(db: ReadableDatabase, showId: ShowId): StoredShow | null {
  const row = db.get<ShowRow>(sql`SELECT * FROM shows WHERE id = ${showId}`);
  return row === undefined ? null : storedShow(row);
}

function storedShow(row: ShowRow): StoredShow {
  const show = Show.parse({
    id: row.id,
    title: row.title,
    origin: row.origin,
    state: row.state,
    startedTs: row.started_ts,
    endedTs: row.ended_ts,
    createdTs: row.created_ts,
    onAirBeforeMs: row.on_air_before_ms,
    onAirSinceTs: row.on_air_since_ts,
    currency: row.currency,
  });
  const clock =
    row.clock_show_ts === null || row.clock_wall_ts === null
      ? null
      : ShowClock.parse({
          anchorShowTs: row.clock_show_ts,
          anchorWallTs: row.clock_wall_ts,
          speed: row.clock_speed,
        });
  return { show, clock, aliveTs: row.alive_ts, isCleanStop: row.is_clean_stop === 1 };
}

export function insertShow(
  db: WritableDatabase,
  show: {
    readonly roomId: RoomId;
    readonly title: string;
    readonly origin: ShowOrigin;
    readonly currency: string;
    readonly createdTs: number;
  },
): number {
  const { lastId } = db.run(sql`
    INSERT INTO shows (room_id, title, origin, state, currency, created_ts)
    VALUES (${show.roomId}, ${show.title}, ${show.origin}, 'planned', ${show.currency}, ${show.createdTs})`);
  setCurrentShow(db, show.roomId, lastId);
  return lastId;
}

export function setCurrentShow(db: WritableDatabase, roomId: RoomId, showId: number | null): void {
  db.run(sql`UPDATE rooms SET current_show_id = ${showId} WHERE id = ${roomId}`);
}

export function saveShow(db: WritableDatabase, show: Show, clock: ShowClock | null): void {
  db.run(sql`
    UPDATE shows SET state = ${show.state}, started_ts = ${show.startedTs}, ended_ts = ${show.endedTs},
      on_air_before_ms = ${show.onAirBeforeMs}, on_air_since_ts = ${show.onAirSinceTs},
      clock_show_ts = ${clock?.anchorShowTs ?? null}, clock_wall_ts = ${clock?.anchorWallTs ?? null},
      clock_speed = ${clock?.speed ?? 1}
    WHERE id = ${show.id}`);
}

export function renameShow(
  db: WritableDatabase,
  showId: ShowId,
  title: string,
  currency: string,
): void {
  db.run(sql`UPDATE shows SET title = ${title}, currency = ${currency} WHERE id = ${showId}`);
}

/** Is a live show on air or paused in any room? */
export function isLiveOnAir(db: ReadableDatabase): boolean {
  const running = db.get(sql`
    SELECT 1 AS held FROM rooms r JOIN shows s ON s.id = r.current_show_id
    WHERE s.origin = 'live' AND s.state IN ('on_air', 'paused') LIMIT 1`);
  return running !== undefined;
}

/** A sign of life, so that a restart knows from when on data is missing. */
export function markAlive(
  db: WritableDatabase,
  showId: ShowId,
  aliveTs: number,
  isCleanStop: boolean,
): void {
  db.run(sql`UPDATE shows SET alive_ts = ${aliveTs}, is_clean_stop = ${isCleanStop ? 1 : 0}
    WHERE id = ${showId}`);
}

export function insertGap(
  db: WritableDatabase,
  gap: {
    readonly showId: ShowId;
    readonly sourceId: number | null;
    readonly fromTs: number;
    readonly toTs: number;
    readonly cause: string;
    readonly lost: number | null;
    readonly seq: number;
  },
): void {
  db.run(sql`INSERT INTO gaps (show_id, source_id, from_ts, to_ts, cause, lost, seq)
    VALUES (${gap.showId}, ${gap.sourceId}, ${gap.fromTs}, ${gap.toTs}, ${gap.cause}, ${gap.lost}, ${gap.seq})`);
}
