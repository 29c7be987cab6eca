import { z } from 'zod';

import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A room's endpoint as it is stored. */
export type EndpointRow = {
  readonly roomId: RoomId;
  readonly name: string;
  readonly tokenHash: Uint8Array;
  readonly isOnNetwork: boolean;
  readonly origins: readonly string[];
  readonly madeTs: number;
};

type StoredRow = Omit<EndpointRow, 'isOnNetwork' | 'origins'> & {
  readonly isOnNetwork: number;
  readonly origins: string;
};

const Origins = z.array(z.string());

export function endpoints(db: ReadableDatabase): readonly EndpointRow[] {
  return db
    .all<StoredRow>(sql`
      SELECT room_id AS roomId, name, token_hash AS tokenHash, is_on_network AS isOnNetwork,
        origins, made_ts AS madeTs
      FROM inbound_endpoints ORDER BY room_id`)
    .map((row) => ({
      ...row,
      isOnNetwork: row.isOnNetwork === 1,
      origins: Origins.parse(JSON.parse(row.origins)),
    }));
}

export function putEndpoint(db: WritableDatabase, row: EndpointRow): void {
  const isOnNetwork = row.isOnNetwork ? 1 : 0;
  const origins = JSON.stringify(row.origins);
  db.run(sql`
    INSERT INTO inbound_endpoints (room_id, name, token_hash, is_on_network, origins, made_ts)
    VALUES (${row.roomId}, ${row.name}, ${row.tokenHash}, ${isOnNetwork}, ${origins}, ${row.madeTs})
    ON CONFLICT (room_id) DO UPDATE SET name = excluded.name, token_hash = excluded.token_hash,
      is_on_network = excluded.is_on_network, origins = excluded.origins, made_ts = excluded.made_ts`);
}

export function removeEndpoint(db: WritableDatabase, roomId: RoomId): void {
  db.run(sql`DELETE FROM inbound_endpoints WHERE room_id = ${roomId}`);
}
