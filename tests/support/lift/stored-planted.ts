import type { WritableDatabase } from '#core/database/database.ts';
import { sql } from '#core/database/sql.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';

import { addShow, addSource } from '../test-store.ts';
import type { PlantedShow } from './planted-show.ts';

type Stored = { readonly roomId: RoomId; readonly showId: ShowId; readonly sourceId: number };

/** A made-up show as a desk that ran it would have stored it; its cards and products are the room's. */
export function storePlanted(db: WritableDatabase, room: string, planted: PlantedShow): Stored {
  return db.transaction(() => putPlanted(db, room, planted));
}

function putPlanted(db: WritableDatabase, room: string, { show }: PlantedShow): Stored {
  const { startTs, endTs } = show;
  const of = { room, origin: 'live', currency: 'CNY', startedTs: startTs, endedTs: endTs } as const;
  const { roomId, showId } = addShow(db, of);
  const sourceId = addSource(db, { room, connector: 'made-up', platform: 'demo' });
  const sourceRoomId = db.run(sql`
    INSERT INTO source_rooms (source_id, platform, platform_room_id)
    VALUES (${sourceId}, 'demo', ${`room ${showId}`})`).lastId;
  const addFact = (kind: number, ts: number, body: object): number =>
    db.run(sql`INSERT INTO events (show_id, kind, received_ts, event_ts, dedupe_key, body)
      VALUES (${showId}, ${kind}, ${ts}, ${ts}, ${`${kind} ${ts}`}, ${JSON.stringify(body)})`)
      .lastId;
  addFact(40, startTs, { kind: 'show.state', state: 'on_air' });
  addFact(40, endTs, { kind: 'show.state', state: 'ended' });
  for (const ts of show.raidTs) addFact(10, ts, { kind: 'raid' });
  for (const { fromTs, toTs } of show.gaps) {
    db.run(sql`INSERT INTO gaps (show_id, source_id, from_ts, to_ts, cause, seq)
      VALUES (${showId}, ${sourceId}, ${fromTs}, ${toTs}, 'link', 1)`);
  }
  for (const { minute, viewers, chats, joins, follows, orders } of show.minutes) {
    const seenTs = viewers === null ? null : (minute + 1) * 60_000 - 1_000;
    db.run(sql`
      INSERT INTO minute_counts (show_id, source_room_id, minute, events, chats, joins, follows,
        orders_paid, viewers_last, viewers_last_ts)
      VALUES (${showId}, ${sourceRoomId}, ${minute}, 1, ${chats ?? 0}, ${joins ?? 0},
        ${follows ?? 0}, ${orders ?? 0}, ${viewers}, ${seenTs})`);
  }
  for (const { ts, things } of show.acts) {
    const [thing] = things;
    if (thing?.kind === 'push') {
      const productId = productOf(db, room, thing.key);
      db.run(sql`INSERT INTO pushes (show_id, product_id, link_number, go_ts, go_wall_ts, state, seq)
        VALUES (${showId}, ${productId}, 1, ${ts}, ${ts}, 'replaced', 1)`);
    } else if (thing !== undefined) {
      db.run(sql`INSERT INTO cues (show_id, kind, text, sent_ts, state, seq, card_id)
        VALUES (${showId}, 'question', ${thing.key}, ${ts}, 'done', 1,
          ${cardOf(db, room, thing.key)})`);
    }
  }
  return { roomId, showId, sourceId };
}

function productOf(db: WritableDatabase, room: string, code: string): number {
  const fields = JSON.stringify({ name: code });
  db.run(sql`INSERT INTO products (room_id, code, fields, created_ts)
    VALUES (${room}, ${code}, ${fields}, 1) ON CONFLICT DO NOTHING`);
  return idOf(
    db.get<{ id: number }>(sql`SELECT id FROM products WHERE room_id = ${room} AND code = ${code}`),
  );
}

function cardOf(db: WritableDatabase, room: string, text: string): number {
  const held = db.get<{ id: number }>(
    sql`SELECT id FROM cue_cards WHERE room_id = ${room} AND text = ${text}`,
  );
  if (held !== undefined) return held.id;
  return db.run(sql`INSERT INTO cue_cards (room_id, kind, text, position)
    VALUES (${room}, 'question', ${text}, 1)`).lastId;
}

function idOf(row: { readonly id: number } | undefined): number {
  if (row === undefined) throw new Error('nothing was stored');
  return row.id;
}
