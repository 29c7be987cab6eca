import type BetterSqlite from 'better-sqlite3';

import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { FORGET_FIGURES } from '../shows/show-figures.queries.ts';

/** The statement every event is stored by; a row that is there already changes nothing. */
export const INSERT_EVENT = `INSERT INTO events
  (show_id, source_room_id, kind, person_id, platform_ts, received_ts, event_ts, dedupe_key, text, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/**
 * Writes rows of `events`. Bound by hand and not through the sql tag: this is the path of every
 * message. The STRICT columns turn whole JS numbers into INTEGER.
 */
export class EventWriter {
  readonly #insert: BetterSqlite.Statement;
  readonly #forgetFigures: BetterSqlite.Statement;

  constructor(raw: BetterSqlite.Database) {
    this.#insert = raw.prepare(INSERT_EVENT);
    this.#forgetFigures = raw.prepare(FORGET_FIGURES);
  }

  /** What the show came to is counted anew when it is asked for; once for each batch. */
  forgetFigures(showId: number): void {
    this.#forgetFigures.run(showId);
  }

  /** @returns the new row's seq, or null when the event was stored before. */
  insert(
    event: FeedEvent | DeskEvent,
    row: {
      readonly showId: number;
      readonly sourceRoomId: number | null;
      readonly personId: number | null;
      readonly eventTs: number;
      readonly text: string | null;
      readonly body: string;
    },
  ): number | null {
    const result = this.#insert.run(
      row.showId,
      row.sourceRoomId,
      EVENT_KIND_CODES[event.kind],
      row.personId,
      event.platformTs,
      event.receivedTs,
      row.eventTs,
      event.dedupeKey,
      row.text,
      row.body,
    );
    return result.changes === 0 ? null : Number(result.lastInsertRowid);
  }
}
