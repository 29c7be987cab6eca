import { Anchor } from '#shared/model/cue-library.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

/** A card as it is stored, with the hosts whose favourite it is, as text that can be compared. */
export type StoredCard = {
  readonly id: number;
  readonly kind: string;
  readonly text: string;
  readonly pinnedSlot: number | null;
  readonly productId: number | null;
  readonly language: string;
  readonly tone: string;
  /** JSON list of ids, in order. */
  readonly favourites: string;
};

/** Every card of a deck that was not removed. */
export function storedCards(
  db: ReadableDatabase,
  roomId: RoomId,
  ownDeckShowId: number | null,
): readonly StoredCard[] {
  return db.all(sql`
    SELECT id, kind, text, pinned_slot AS pinnedSlot, product_id AS productId, language, tone,
      (SELECT json_group_array(anchor_id) FROM (SELECT anchor_id FROM card_favourites
        WHERE card_id = cue_cards.id ORDER BY anchor_id)) AS favourites
    FROM cue_cards WHERE room_id = ${roomId} AND removed_ts IS NULL AND show_id IS ${ownDeckShowId}
    ORDER BY id`);
}

/** As it was, whether it was removed since or not. */
export function restoreCard(db: WritableDatabase, card: StoredCard): void {
  db.run(sql`UPDATE cue_cards SET kind = ${card.kind}, text = ${card.text},
    pinned_slot = ${card.pinnedSlot}, product_id = ${card.productId}, language = ${card.language},
    tone = ${card.tone}, removed_ts = NULL WHERE id = ${card.id}`);
  db.run(sql`DELETE FROM card_favourites WHERE card_id = ${card.id}`);
  db.run(sql`INSERT INTO card_favourites (card_id, anchor_id)
    SELECT ${card.id}, value FROM json_each(${card.favourites})`);
}

export function setFavourite(
  db: WritableDatabase,
  cardId: number,
  anchorId: number,
  isFavourite: boolean,
): void {
  if (isFavourite) {
    db.run(sql`INSERT INTO card_favourites (card_id, anchor_id) VALUES (${cardId}, ${anchorId})
      ON CONFLICT DO NOTHING`);
  } else {
    db.run(sql`DELETE FROM card_favourites WHERE card_id = ${cardId} AND anchor_id = ${anchorId}`);
  }
}

export function anchorsOf(db: ReadableDatabase, roomId: RoomId): readonly Anchor[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT id, name FROM anchors WHERE room_id = ${roomId} AND removed_ts IS NULL ORDER BY id`)
    .map((row) => Anchor.parse(row));
}

export function insertAnchor(db: WritableDatabase, roomId: RoomId, name: string): number {
  return db.run(sql`INSERT INTO anchors (room_id, name) VALUES (${roomId}, ${name})`).lastId;
}

export function writeAnchor(
  db: WritableDatabase,
  anchorId: number,
  to: { readonly name: string; readonly removedTs: number | null },
): void {
  db.run(
    sql`UPDATE anchors SET name = ${to.name}, removed_ts = ${to.removedTs} WHERE id = ${anchorId}`,
  );
}

/** Who was named last in a show; null: nobody, or nobody any more. */
export function anchorOfShow(db: ReadableDatabase, showId: number): number | null {
  const row = db.get<{ anchorId: number | null }>(sql`
    SELECT json_extract(body, '$.anchorId') AS anchorId FROM events
    WHERE show_id = ${showId} AND kind = 93 AND kind >= 40 ORDER BY seq DESC LIMIT 1`);
  return row?.anchorId ?? null;
}
