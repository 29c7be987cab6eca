import {
  CueCard,
  SentCue,
  type CardLanguage,
  type CueKind,
  type CueTone,
} from '#shared/model/cue.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The room's deck, or the show's own where it brought one (the demo). */
export function cardsOf(
  db: ReadableDatabase,
  roomId: RoomId,
  ownDeckShowId: number | null,
): readonly CueCard[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT id, kind, text, pinned_slot AS pinnedSlot, product_id AS productId, language, tone,
        (SELECT json_group_array(anchor_id) FROM card_favourites WHERE card_id = cue_cards.id)
          AS favouriteOf
      FROM cue_cards
      WHERE room_id = ${roomId} AND removed_ts IS NULL AND show_id IS ${ownDeckShowId}
      ORDER BY pinned_slot IS NULL, pinned_slot, position, id`)
    .map((row) => CueCard.parse({ ...row, favouriteOf: JSON.parse(String(row['favouriteOf'])) }));
}

/** What is written of a card; null or left out language and tone are the first ones. */
type CardFields = {
  readonly kind: CueKind;
  readonly text: string;
  readonly pinnedSlot: number | null;
  readonly productId: number | null;
  readonly language?: CardLanguage | undefined;
  readonly tone?: CueTone | undefined;
};

export function insertCard(
  db: WritableDatabase,
  card: CardFields & { readonly roomId: RoomId; readonly showId: number | null },
): number {
  return db.run(sql`
    INSERT INTO cue_cards (room_id, show_id, kind, text, pinned_slot, product_id, language, tone,
      position)
    VALUES (${card.roomId}, ${card.showId}, ${card.kind}, ${card.text}, ${card.pinnedSlot},
      ${card.productId}, ${card.language ?? 'any'}, ${card.tone ?? 'plain'}, (SELECT coalesce(max(position), 0) + 1 FROM cue_cards))`)
    .lastId;
}

export function updateCard(db: WritableDatabase, cardId: number, card: CardFields): void {
  db.run(sql`UPDATE cue_cards SET kind = ${card.kind}, text = ${card.text},
    pinned_slot = ${card.pinnedSlot}, product_id = ${card.productId},
    language = coalesce(${card.language ?? null}, language), tone = coalesce(${card.tone ?? null}, tone)
    WHERE id = ${cardId}`);
}

/** A key belongs to one card of a deck: the one that had it loses it. */
export function freeSlot(
  db: WritableDatabase,
  roomId: RoomId,
  showId: number | null,
  slot: number,
): void {
  db.run(sql`UPDATE cue_cards SET pinned_slot = NULL
    WHERE room_id = ${roomId} AND show_id IS ${showId} AND pinned_slot = ${slot}`);
}

export function removeCard(db: WritableDatabase, cardId: number, removedTs: number): void {
  db.run(
    sql`UPDATE cue_cards SET removed_ts = ${removedTs}, pinned_slot = NULL WHERE id = ${cardId}`,
  );
}

export function insertCue(
  db: WritableDatabase,
  cue: {
    readonly showId: number;
    readonly kind: CueKind;
    readonly text: string;
    readonly sentTs: number;
    readonly cardId: number | null;
    readonly productId: number | null;
    /** The text is a question in a viewer's words. */
    readonly asks: boolean;
  },
): number {
  // The fact that names the cue needs its id first; its seq is filled in within the same commit.
  return db.run(sql`INSERT INTO cues (show_id, kind, text, sent_ts, state, seq, card_id,
      product_id, asks)
    VALUES (${cue.showId}, ${cue.kind}, ${cue.text}, ${cue.sentTs}, 'sent', 0, ${cue.cardId},
      ${cue.productId}, ${cue.asks ? 1 : 0})`).lastId;
}

export function setCueSeq(db: WritableDatabase, cueId: number, seq: number): void {
  db.run(sql`UPDATE cues SET seq = ${seq} WHERE id = ${cueId}`);
}

export function setCueState(db: WritableDatabase, cueId: number, state: SentCue['state']): void {
  db.run(sql`UPDATE cues SET state = ${state} WHERE id = ${cueId}`);
}

/** Keeps the first answer of each kind. Returns whether this one was the first. */
export function insertAnswer(
  db: WritableDatabase,
  answer: {
    readonly cueId: number;
    readonly answer: 'shown' | 'done' | 'help' | 'withdrawn';
    readonly screenId: number | null;
    readonly answeredTs: number;
    readonly delayMs: number | null;
  },
): boolean {
  return (
    db.run(sql`
      INSERT INTO cue_answers (cue_id, answer, screen_id, answered_ts, delay_ms, seq)
      VALUES (${answer.cueId}, ${answer.answer}, ${answer.screenId}, ${answer.answeredTs},
        ${answer.delayMs}, 0)
      ON CONFLICT (cue_id, answer) DO NOTHING`).changes === 1
  );
}

export function setAnswerSeq(
  db: WritableDatabase,
  cueId: number,
  answer: string,
  seq: number,
): void {
  db.run(sql`UPDATE cue_answers SET seq = ${seq} WHERE cue_id = ${cueId} AND answer = ${answer}`);
}

/** The newest `limit` cues of a show, oldest first. */
export function sentCuesOf(
  db: ReadableDatabase,
  showId: number,
  limit: number,
): readonly SentCue[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT c.id, c.kind, c.text, c.sent_ts AS sentTs, c.state, c.card_id AS cardId,
        (SELECT delay_ms FROM cue_answers a WHERE a.cue_id = c.id AND a.answer = 'shown') AS shownDelayMs,
        (SELECT delay_ms FROM cue_answers a WHERE a.cue_id = c.id AND a.answer = 'done') AS doneDelayMs
      FROM (SELECT * FROM cues WHERE show_id = ${showId} ORDER BY id DESC LIMIT ${limit}) c
      ORDER BY c.id`)
    .map((row) => SentCue.parse(row));
}

/** Whether a cue puts a question in a viewer's words to the anchor, and of which product it was asked. */
export function askedBy(
  db: ReadableDatabase,
  cueId: number,
): { readonly asks: number; readonly productId: number | null } | undefined {
  return db.get(sql`SELECT asks, product_id AS productId FROM cues WHERE id = ${cueId}`);
}
