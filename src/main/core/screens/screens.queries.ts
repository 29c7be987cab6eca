import type { RoomId, ScreenId } from '#shared/model/ids.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type ScreenRow = {
  readonly id: ScreenId;
  readonly room_id: RoomId;
  readonly role: ScreenRole;
  readonly name: string;
  readonly token_hash: Uint8Array;
  readonly paired_ts: number;
  readonly last_seen_ts: number;
};

/** Paired devices that were not revoked, oldest first. */
export function pairedScreens(db: ReadableDatabase, roomId: RoomId): readonly ScreenRow[] {
  return db.all<ScreenRow>(sql`
    SELECT id, room_id, role, name, token_hash, paired_ts, last_seen_ts FROM screens
    WHERE room_id = ${roomId} AND revoked_ts IS NULL ORDER BY id`);
}

export function screenByTokenHash(
  db: ReadableDatabase,
  role: ScreenRole,
  tokenHash: Uint8Array,
): ScreenRow | undefined {
  return db.get<ScreenRow>(sql`
    SELECT id, room_id, role, name, token_hash, paired_ts, last_seen_ts FROM screens
    WHERE token_hash = ${tokenHash} AND role = ${role}
      AND revoked_ts IS NULL`);
}

/** Returns the new screen's row id. */
export function insertScreen(
  db: WritableDatabase,
  roomId: RoomId,
  screen: {
    readonly role: ScreenRole;
    readonly name: string;
    readonly tokenHash: Uint8Array;
    readonly nowTs: number;
  },
): number {
  const { role, name, tokenHash, nowTs } = screen;
  return db.run(sql`
    INSERT INTO screens (room_id, role, name, token_hash, paired_ts, last_seen_ts)
    VALUES (${roomId}, ${role}, ${name}, ${tokenHash}, ${nowTs}, ${nowTs})`).lastId;
}

export function touchScreen(db: WritableDatabase, id: ScreenId, nowTs: number): void {
  db.run(sql`UPDATE screens SET last_seen_ts = ${nowTs} WHERE id = ${id}`);
}

/** False when there is no such paired screen in this room. */
export function revokeScreen(
  db: WritableDatabase,
  roomId: RoomId,
  id: ScreenId,
  nowTs: number,
): boolean {
  const { changes } = db.run(sql`
    UPDATE screens SET revoked_ts = ${nowTs}
    WHERE id = ${id} AND room_id = ${roomId} AND revoked_ts IS NULL`);
  return changes === 1;
}
