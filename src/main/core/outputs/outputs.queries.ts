import type { RoomEventOf } from '#shared/contract/room-event.ts';
import { MeasuredOutput, type OutputStrain } from '#shared/model/output-health.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { factsOf } from '../room/facts.queries.ts';

/** What was measured of the streams of a show's OBS (110), in the order of the log. */
export function measuredOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEventOf<'health.measured'>[] {
  return factsOf(db, roomId, showId, ['health.measured']).flatMap((event) =>
    event.kind === 'health.measured' ? [event] : [],
  );
}

const Strains = MeasuredOutput.pick({ strains: true });

/** When streams of a show were strained or bad, as each minute has it. */
export function strainsOf(db: ReadableDatabase, showId: number): readonly OutputStrain[] {
  return db
    .all<{ strains: string }>(sql`
      SELECT json_object('strains', json_extract(body, '$.strains')) AS strains
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind = 110 AND kind >= 40
      ORDER BY seq`)
    .flatMap((row) => Strains.parse(JSON.parse(row.strains)).strains);
}
