import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventPage, lastEventTs } from './room.queries.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * A source's stored options as its feed takes them: a replay of a stored show gets the show's pages
 * to read, the demo what was pushed and cued so far, so that it goes on where it was.
 */
export function feedOptionsOf(
  db: ReadableDatabase,
  roomId: RoomId,
  connector: string,
  currentShowId: number | null,
  stored: Options,
): Options {
  if (connector === 'simulator' && currentShowId !== null) {
    return { ...stored, inputs: inputsOf(db, currentShowId) };
  }
  const { kind, showId } = stored;
  if (kind !== 'show' || typeof showId !== 'number') return stored;
  return {
    kind: 'events',
    lastTs: lastEventTs(db, showId),
    pages: (eventTs: number, seq: number, limit: number) =>
      Promise.resolve(eventPage(db, roomId, showId, { eventTs, seq }, limit)),
  };
}

type Input =
  | { readonly ts: number; readonly product: string | null }
  | { readonly ts: number; readonly cueKind: string };

/** Pushes, take-downs and cues of a show in order of show time. */
function inputsOf(db: ReadableDatabase, showId: number): readonly Input[] {
  const pushes = db.all<{ goTs: number; endTs: number | null; state: string; code: string }>(sql`
    SELECT u.go_ts AS goTs, u.end_ts AS endTs, u.state, p.code
    FROM pushes u JOIN products p ON p.id = u.product_id
    WHERE u.show_id = ${showId} AND u.state <> 'undone' ORDER BY u.id`);
  const cues = db.all<{ ts: number; cueKind: string }>(sql`
    SELECT sent_ts AS ts, kind AS cueKind FROM cues
    WHERE show_id = ${showId} AND state <> 'withdrawn' ORDER BY id`);
  const inputs: Input[] = [...cues];
  for (const { goTs, endTs, state, code } of pushes) {
    inputs.push({ ts: goTs, product: code });
    if (state === 'taken_down' && endTs !== null) inputs.push({ ts: endTs, product: null });
  }
  return inputs.sort((a, b) => a.ts - b.ts);
}
