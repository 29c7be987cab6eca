import { Trade } from '#shared/model/assistant.ts';
import type { RoomId, ScreenId } from '#shared/model/ids.ts';
import { ScreenRole } from '#shared/model/screen.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A row as it is stored: what an assistant's phone is for stands behind its role, `assistant:stock`. */
type StoredScreen = Omit<ScreenRow, 'role' | 'trade'> & { readonly role: string };

export type ScreenRow = {
  readonly id: ScreenId;
  readonly room_id: RoomId;
  readonly role: ScreenRole;
  /** Null for all but assistants. */
  readonly trade: Trade | null;
  readonly name: string;
  readonly token_hash: Uint8Array;
  readonly paired_ts: number;
  readonly last_seen_ts: number;
};

/** Paired devices that were not revoked, oldest first. */
export function pairedScreens(db: ReadableDatabase, roomId: RoomId): readonly ScreenRow[] {
  return db
    .all<StoredScreen>(sql`
      SELECT id, room_id, role, name, token_hash, paired_ts, last_seen_ts FROM screens
      WHERE room_id = ${roomId} AND revoked_ts IS NULL ORDER BY id`)
    .map(screenRow);
}

function screenRow({ role: stored, ...row }: StoredScreen): ScreenRow {
  const [role, trade = null] = stored.split(':');
  return { ...row, role: ScreenRole.parse(role), trade: Trade.nullable().parse(trade) };
}

export function screenByTokenHash(
  db: ReadableDatabase,
  role: ScreenRole,
  tokenHash: Uint8Array,
): ScreenRow | undefined {
  const row = db.get<StoredScreen>(sql`
    SELECT id, room_id, role, name, token_hash, paired_ts, last_seen_ts FROM screens
    WHERE token_hash = ${tokenHash} AND (role = ${role} OR role LIKE ${`${role}:%`})
      AND revoked_ts IS NULL`);
  return row === undefined ? undefined : screenRow(row);
}

/** Returns the new screen's row id. */
export function insertScreen(
  db: WritableDatabase,
  roomId: RoomId,
  screen: {
    readonly role: ScreenRole;
    readonly trade: Trade | null;
    readonly name: string;
    readonly tokenHash: Uint8Array;
    readonly nowTs: number;
  },
): number {
  const { role, trade, name, tokenHash, nowTs } = screen;
  const stored = trade === null ? role : `${role}:${trade}`;
  return db.run(sql`
    INSERT INTO screens (room_id, role, name, token_hash, paired_ts, last_seen_ts)
    VALUES (${roomId}, ${stored}, ${name}, ${tokenHash}, ${nowTs}, ${nowTs})`).lastId;
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
