import { afterEach, beforeEach, expect, test } from 'vitest';

import { getReview } from '#core/review/review.service.ts';
import { Review } from '#shared/model/review.ts';
import { chat, person, stream, viewers, type At } from '#tests/support/make-event.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const START = Date.UTC(2026, 2, 1, 20, 0, 0);
const MINUTES = 30;
const END = START + MINUTES * 60_000;
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

function at(platform: string, minute: number, second: number): At {
  const ts = START + minute * 60_000 + second * 1_000;
  return { key: `${platform}/${ts}`, ts, platform };
}

/** Kuaishou is down for 48 s and for 3 minutes; douyin goes down at 20 and stays; bilibili tells nothing. */
function played(isEnded: boolean): TestShow {
  const endedTs = isEnded ? END : null;
  const of = {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: START,
    endedTs,
  } as const;
  const show = addShow(store.store.db, of);
  const { take } = startIngest(store, show.roomId);
  const source = addSource(store.store.db, {
    room: 'main',
    connector: 'bridge',
    platform: 'kuaishou',
  });
  const online = Array.from({ length: MINUTES }, (_, minute) => [
    viewers(at('kuaishou', minute, 30), 500 + minute * 7, null),
    viewers(at('douyin', minute, 31), 900 - minute * 11, null),
  ]).flat();
  take(show.showId, source, [
    ...online,
    chat(at('bilibili', 1, 0), person('u1', 'Ana'), 'hello'),
    stream(at('kuaishou', 0, 0), 'online'),
    stream(at('kuaishou', 10, 12), 'offline'),
    stream(at('kuaishou', 11, 0), 'online'),
    stream(at('kuaishou', 14, 5), 'offline'),
    stream(at('kuaishou', 17, 5), 'online'),
    stream(at('douyin', 20, 0), 'offline'),
    stream(at('kuaishou', 29, 0), 'offline'),
  ]);
  return show;
}

function streamsOf({ roomId, showId }: TestShow): Review['streams'] {
  const can = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
  const review = getReview(store.store.db, roomId, showId, END, () => can);
  if (!review.ok) throw new Error(review.error.code);
  return Review.parse(review.value).streams;
}

test('outages and who was there before and after are what the events say', () => {
  const show = played(true);
  const told = store
    .reader()
    .prepare(
      `WITH e AS (SELECT event_ts AS ts, k.name, r.platform, json_extract(body, '$.state') AS state,
           json_extract(body, '$.current') AS n FROM events
           JOIN event_kinds k ON k.code = events.kind
           JOIN source_rooms r ON r.id = events.source_room_id WHERE show_id = :show),
         down AS (SELECT platform, ts AS fromTs, (SELECT min(b.ts) FROM e b WHERE b.name = 'stream'
             AND b.platform = a.platform AND b.state = 'online' AND b.ts > a.ts) AS toTs
           FROM e a WHERE name = 'stream' AND state = 'offline')
       SELECT platform, fromTs, toTs,
         (SELECT n FROM e WHERE e.platform = down.platform AND name = 'viewers'
           AND ts / 60000 = fromTs / 60000 - 1) AS viewersBefore,
         (SELECT n FROM e WHERE e.platform = down.platform AND name = 'viewers'
           AND ts / 60000 = toTs / 60000 + 1) AS viewersAfter
       FROM down WHERE toTs IS NOT NULL OR :end - fromTs > 300000 ORDER BY platform, fromTs`,
    )
    .all({ show: show.showId, end: END });
  expect(told).toHaveLength(3);
  const rows = streamsOf(show).flatMap(({ platform, outages }) =>
    (outages ?? []).map((outage) => ({ platform, ...outage })),
  );
  expect(rows).toEqual(told);
});

test('a platform that told nothing of its stream is unknown', () => {
  const streams = streamsOf(played(true));
  expect(streams.map(({ platform, outages }) => [platform, outages?.length ?? null])).toEqual([
    ['bilibili', null],
    ['douyin', 1],
    ['kuaishou', 2],
  ]);
});

test('of a show that still runs, a stream that is off now is said', () => {
  const last = streamsOf(played(false)).find(({ platform }) => platform === 'kuaishou');
  expect(last?.outages?.at(-1)).toMatchObject({ fromTs: START + 29 * 60_000, toTs: null });
});
