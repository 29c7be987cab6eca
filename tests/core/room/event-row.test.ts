import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';

import { sql } from '#core/database/sql.ts';
import { bodyOf, eventOf, textOf, type EventRow } from '#core/room/event-row.ts';
import { EventWriter } from '#core/room/event-writer.ts';
import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import {
  arbitraryDeskEvent,
  arbitraryFeedEvent,
  DESK_KINDS,
  PLATFORM_KINDS,
} from '#tests/support/arbitrary-event.ts';
import { addShow, openTestStore } from '#tests/support/test-store.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const every = [
  ...PLATFORM_KINDS.map((kind) => ({ kind, events: arbitraryFeedEvent(kind) })),
  ...DESK_KINDS.map((kind) => ({ kind, events: arbitraryDeskEvent(kind) })),
];

describe('a stored event is read back as it was', () => {
  test.each(every)('$kind', ({ events }) => {
    const test = openTestStore();
    const { db } = test.store;
    const { roomId, showId } = addShow(db, {
      room: 'main',
      origin: 'live',
      currency: 'CNY',
      startedTs: TEST_NOW,
      endedTs: null,
    });
    const writer = new EventWriter(db.raw);
    fc.assert(
      fc.property(
        events as fc.Arbitrary<FeedEvent | DeskEvent>,
        fc.integer({ min: 0, max: 8.64e15 }),
        (event, eventTs) => {
          const [text, body] = [textOf(event), bodyOf(event)];
          const keys = { showId, sourceRoomId: null, personId: null, eventTs, text, body };
          const seq = writer.insert(event, keys);
          const row = db.get<EventRow>(sql`SELECT * FROM events WHERE seq = ${seq}`);
          if (row === undefined) throw new Error('no row');
          expect(eventOf(row, roomId)).toEqual({ ...event, seq, roomId, showId, eventTs });
        },
      ),
      { numRuns: 60 },
    );
    test.close();
  });
});

test('the text column holds the whole message and the body leaves out what columns hold', () => {
  fc.assert(
    fc.property(arbitraryFeedEvent('chat'), (event) => {
      if (event.kind !== 'chat') throw new Error('another kind');
      expect(textOf(event)).toBe(joinFragments(event.fragments));
      const body: unknown = JSON.parse(bodyOf(event));
      for (const column of ['kind', 'platformTs', 'receivedTs', 'dedupeKey', 'schema']) {
        expect(body).not.toHaveProperty(column);
      }
      const isPlain = event.fragments.length === 1 && event.fragments[0]?.type === 'text';
      expect(Object.hasOwn(body as object, 'fragments')).toBe(!isPlain);
    }),
  );
});

test('a damaged row is not passed off as an event', () => {
  const row = {
    seq: 1,
    show_id: 1,
    kind: 1,
    platform_ts: null,
    received_ts: 1,
    event_ts: 1,
    dedupe_key: 'a',
    text: 'hello',
    body: '{"platform":"twitch"}',
  };
  expect(() => eventOf(row, 'main')).toThrow(ZodError);
  expect(() => eventOf({ ...row, kind: 99 }, 'main')).toThrow(ZodError);
});
