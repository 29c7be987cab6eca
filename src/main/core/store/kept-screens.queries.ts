import type BetterSqlite from 'better-sqlite3';

/** A device as the store keeps it: its token as a hash, and whether it was revoked. */
type ScreenRow = {
  readonly id: number;
  readonly room_id: string;
  readonly role: string;
  readonly name: string;
  readonly token_hash: Uint8Array;
  readonly paired_ts: number;
  readonly last_seen_ts: number;
  readonly revoked_ts: number | null;
};

/** Every device that was ever let in, those that were revoked among them. */
export function screenRows(raw: BetterSqlite.Database): readonly ScreenRow[] {
  return raw
    .prepare<[], ScreenRow>(
      `SELECT id, room_id, role, name, token_hash, paired_ts, last_seen_ts, revoked_ts
      FROM screens ORDER BY id`,
    )
    .all();
}

/**
 * Puts these devices in the place of the store's own. One of a room that this store does not have
 * goes; a desk works every room, so it goes to the oldest.
 */
export function replaceScreenRows(raw: BetterSqlite.Database, rows: readonly ScreenRow[]): void {
  const rooms = raw
    .prepare<[], string>('SELECT id FROM rooms ORDER BY created_ts, id')
    .pluck()
    .all();
  const insert = raw.prepare(`
    INSERT INTO screens (id, room_id, role, name, token_hash, paired_ts, last_seen_ts, revoked_ts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  raw.transaction(() => {
    raw.exec('DELETE FROM screens');
    for (const row of rows) {
      const own = rooms.includes(row.room_id) ? row.room_id : null;
      const roomId = own ?? (row.role === 'desk' ? (rooms[0] ?? null) : null);
      if (roomId === null) continue;
      const { id, role, name, token_hash: hash, paired_ts: paired, last_seen_ts: seen } = row;
      insert.run(BigInt(id), roomId, role, name, hash, BigInt(paired), BigInt(seen), stamp(row));
    }
  })();
}

function stamp({ revoked_ts: revoked }: ScreenRow): bigint | null {
  return revoked === null ? null : BigInt(revoked);
}
