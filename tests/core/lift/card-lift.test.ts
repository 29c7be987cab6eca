import { afterEach, beforeEach, expect, test } from 'vitest';

import { cardUse } from '#core/cues/library/card-use.ts';
import type { CueCard } from '#shared/model/cue.ts';
import { CueCardId, RoomId } from '#shared/model/ids.ts';
import { noisyShow } from '#tests/support/lift/noisy-shows.ts';
import { storePlanted } from '#tests/support/lift/stored-planted.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };

let opened: TestStore;
beforeEach(() => {
  opened = openTestStore();
});
afterEach(() => opened.close());

test('the library goes over all shows a card was sent in, and reads a show anew when it changed', async () => {
  const { db } = opened.store;
  const shows = [noisyShow(9, 'flat'), noisyShow(10, 'flat')];
  const stored = shows.map((each) => storePlanted(db, 'main', each));
  const sql = opened.reader();
  const texts = sql.prepare('SELECT id, text FROM cue_cards').all();
  const deck = (texts as { id: number; text: string }[]).map(({ id, text }): CueCard => {
    const rest = { pinnedSlot: null, productId: null, language: 'any', tone: 'plain' } as const;
    return { id: CueCardId.parse(id), kind: 'question', text, favouriteOf: [], ...rest };
  });
  const of = { db, roomId: RoomId.parse('main'), ownDeckShowId: null, nowTs: 0, canOf: () => ALL };
  const before = await cardUse(of, deck);
  for (const { cardId, sent, lift } of before) {
    const count = sql.prepare('SELECT count(*) FROM cues WHERE card_id = ?').pluck().get(cardId);
    expect(sent).toBe(count);
    for (const { n } of lift) expect(n).toBeLessThanOrEqual(sent);
  }
  const first = sql.prepare('SELECT count(*) FROM cues WHERE card_id = ? AND show_id = ?').pluck();
  const most = before.map(({ cardId, lift }) => {
    const inFirst = Number(first.get(cardId, stored[0]?.showId));
    return Math.max(0, ...lift.map(({ n }) => n)) - inFirst;
  });
  expect(Math.max(...most)).toBeGreaterThan(0);
  expect(await cardUse(of, deck)).toEqual(before);
  db.raw.exec(`UPDATE minute_counts SET chats = chats * 2, events = events + 1`);
  expect(await cardUse(of, deck)).not.toEqual(before);
});
