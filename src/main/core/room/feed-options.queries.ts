import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventPage, lastEventTs } from './room.queries.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * A source's stored options as its feed takes them: a replay of a stored show gets the show's pages
 * to read, the demo what was pushed and cued and who was silenced so far, so that it goes on where it
 * was.
 */
export function feedOptionsOf(
  db: ReadableDatabase,
  roomId: RoomId,
  connector: string,
  currentShowId: number | null,
  stored: Options,
): Options {
  if (connector === 'simulator' && currentShowId !== null) {
    const silences = silencesOf(db, currentShowId);
    return { ...stored, inputs: inputsOf(db, currentShowId), silences };
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

type Moderated = {
  readonly platform: string;
  readonly userId: string;
  readonly action: string;
  readonly durationS: number | null;
  readonly ts: number;
};

/** Who may not write in a show by its log; the last word on each counts. Moderation is kind 15. */
function silencesOf(db: ReadableDatabase, showId: number) {
  const rows = db.all<Moderated>(sql`
    SELECT json_extract(body, '$.platform') AS platform,
      json_extract(body, '$.target.platformUserId') AS userId,
      json_extract(body, '$.action') AS action, json_extract(body, '$.durationS') AS durationS,
      event_ts AS ts
    FROM events WHERE seq IN (
      SELECT seq FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND kind = 15)
      AND json_extract(body, '$.target.platformUserId') IS NOT NULL
    ORDER BY seq`);
  const last = new Map(rows.map((row) => [`${row.platform}\n${row.userId}`, row]));
  return [...last.values()]
    .filter(({ action }) => action === 'ban' || action === 'timeout')
    .map(({ platform, userId, action, durationS, ts }) => ({
      platform,
      userId,
      untilTs: action === 'ban' ? null : ts + (durationS ?? 0) * 1_000,
    }));
}
