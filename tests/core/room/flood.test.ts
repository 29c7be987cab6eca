import { expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { startRoom } from '#tests/support/room-rig.ts';

const PEOPLE = 100_000;
const BATCH = 1_000;
const SENDER = 'crowd';

/** What rooms send to break what reads them: nothing to see, marks piled up, from the right, endless. */
const HARD = [
  '\u200B\u200D\u2060',
  `Z${'\u0310\u0343\u0489'.repeat(60)}algo`,
  'هل يتوفر هذا المعطف؟ \u202E321',
  '衣'.repeat(10_000),
] as const;

test('a hundred thousand people at once, with what is hard to read, are stored and counted exactly', async () => {
  const rig = startRoom();
  const { room, committer, ports, store } = rig;
  const { raw } = store.store.db;
  const one = (query: string): number => Number(raw.prepare(query).pluck().get());
  committer.runNow(() =>
    room.sources.bridges.open({ connector: 'bridge', sender: SENDER }, new Set()),
  );
  for (let from = 0; from < PEOPLE; from += BATCH) {
    const events = Array.from({ length: BATCH }, (_, index): FeedEvent => {
      const who = from + index;
      const text = who % 100 === 0 ? (HARD[(who / 100) % HARD.length] ?? '') : `第 ${who} 个`;
      const at = { key: `crowd-${who}`, ts: ports.clock.wallNow(), platform: 'bridge' };
      return chat(at, person(String(who), `观众${who}`), text);
    });
    room.sources.bridges.accept({ connector: 'bridge', sender: SENDER }, events);
    committer.runNow(() => undefined);
    ports.clock.advance(100);
  }
  expect(one("SELECT count(*) FROM events WHERE dedupe_key LIKE 'crowd-%'")).toBe(PEOPLE);
  expect(one('SELECT count(DISTINCT person_id) FROM events WHERE kind = 1')).toBe(PEOPLE);
  expect(one('SELECT sum(chats) FROM minute_counts')).toBe(PEOPLE);
  const longest = one('SELECT max(length(text)) FROM events');
  expect(longest).toBe(10_000);
  expect(room.ingest.counts()).toMatchObject({ duplicates: 0, dropped: 0 });
  // All of them spoke within ten seconds: the figure of the last minute holds each.
  const { metrics } = room.snapshot('desk').slices;
  expect(metrics?.activeChatters).toMatchObject({ known: true, value: PEOPLE });
  expect(metrics?.totalChats).toBe(PEOPLE);
  await rig.close();
});
