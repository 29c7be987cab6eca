import { afterEach, beforeEach, expect, test } from 'vitest';

import { findingSources } from '#core/review/finding-sources.ts';
import { markedEvents } from '#core/room/room.queries.ts';
import { showById } from '#core/room/show.queries.ts';
import { ProductId } from '#shared/model/ids.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { order, stream } from '#tests/support/make-event.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const END = MIX_START + MIX_MS;
const at = (minutes: number): number => MIX_START + minutes * 60_000;
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

function played(): TestShow {
  const show = addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: END,
  });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const first = addSource(store.store.db, {
    room: 'main',
    connector: 'bridge',
    platform: 'twitch',
  });
  take(show.showId, first, fixedMix(600));
  const nothing = { productId: 'P1', qty: 1, money: null };
  take(show.showId, first, [
    stream({ key: 's1', ts: at(3), platform: 'douyin' }, 'offline'),
    stream({ key: 's2', ts: at(5), platform: 'douyin' }, 'online'),
    order({ key: 'c1', ts: at(6) }, 'cancelled', nothing),
    order({ key: 'c2', ts: at(7) }, 'cancelled', nothing),
  ]);
  committer.runNow(() => {
    const desk = new DeskFacts(store.store.db, ingest, show);
    desk.product('P1', 'CNY', 1);
    desk.fact({ kind: 'help.asked', reason: 'tech', screenId: null }, at(8));
    desk.fact({ kind: 'rest.began', screenId: null }, at(9));
  });
  return show;
}

function sourcesOf({ roomId, showId }: TestShow) {
  const { db } = store.store;
  const stored = showById(db, showId);
  if (stored === null) throw new Error('no show');
  return findingSources({
    db,
    show: stored.show,
    untilTs: END,
    facts: markedEvents(db, roomId, showId),
    products: [{ code: 'P1', productId: ProductId.parse(1) }],
    canTellOrders: true,
  });
}

test('what each source brought in each minute is what its events say', () => {
  const show = played();
  const { sources } = sourcesOf(show);
  const rows = sources.flatMap(({ platform, minutes }) =>
    [...minutes].map(([minute, counts]) => ({ platform, minute, ...counts })),
  );
  const told = store
    .reader()
    .prepare(
      `WITH e AS (SELECT events.*, k.name, r.platform, event_ts / 60000 AS minute FROM events
           JOIN event_kinds k ON k.code = events.kind
           JOIN source_rooms r ON r.id = events.source_room_id WHERE show_id = :show),
         last AS (SELECT minute, source_room_id, platform, json_extract(body, '$.current') AS n,
           row_number() OVER (PARTITION BY minute, source_room_id ORDER BY event_ts DESC, seq DESC) AS r
           FROM e WHERE name = 'viewers')
       SELECT platform, minute,
         (SELECT sum(n) FROM last WHERE last.minute = e.minute AND last.platform = e.platform
           AND r = 1) AS viewers,
         sum(name = 'chat') AS chats, sum(name = 'join') AS joins,
         sum(name = 'order' AND json_extract(body, '$.status') = 'paid') AS ordersPaid
       FROM e GROUP BY platform, minute ORDER BY minute, platform`,
    )
    .all({ show: show.showId });
  const order_ = (row: { minute: number; platform: string }): string =>
    `${row.minute}/${row.platform}`;
  expect(rows.toSorted((a, b) => order_(a).localeCompare(order_(b)))).toEqual(told);
});

test('streams off air, cancelled orders, calls and rests come from the log', () => {
  const show = played();
  const { offAir, cancelled, helps, breaks } = sourcesOf(show);
  expect(offAir).toEqual([{ platform: 'douyin', fromTs: at(3), toTs: at(5) }]);
  const stored = store
    .reader()
    .prepare(
      `SELECT count(*) FROM events WHERE show_id = ? AND json_extract(body, '$.status') = 'cancelled'`,
    )
    .pluck()
    .get(show.showId);
  expect(cancelled).toBe(stored);
  expect(helps.map(({ askedTs, answeredTs }) => [askedTs, answeredTs])).toEqual([[at(8), null]]);
  expect(breaks).toEqual([{ fromTs: at(9), toTs: END }]);
});
