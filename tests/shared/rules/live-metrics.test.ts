import { describe, expect, test } from 'vitest';

import type { FeedEvent, RoomEvent } from '#shared/contract/room-event.ts';
import { RoomId, ShowId } from '#shared/model/ids.ts';
import { LiveMetrics } from '#shared/model/metrics.ts';
import type { LinkState } from '#shared/model/source.ts';
import { LiveMetricsReducer, NO_GIFT, type SourceStatus } from '#shared/rules/live-metrics.ts';
import {
  chat,
  follow,
  gift,
  join,
  order,
  person,
  tip,
  viewers,
} from '#tests/support/make-event.ts';

const NOW = 1_772_395_200_000;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const CHAT_ONLY = { ...ALL, viewers: false, joins: false, follows: false, orders: false };
const [roomId, showId] = [RoomId.parse('main'), ShowId.parse(1)];
const AROUND = { isOver: false, pushDelay: null, onShelf: null };
let serial = 0;

function committed(event: FeedEvent): RoomEvent {
  serial += 1;
  const eventTs = event.platformTs ?? event.receivedTs;
  return { ...event, seq: serial, roomId, showId, eventTs };
}

function source(id: number, link: LinkState = 'ready', can = ALL): SourceStatus {
  const since = { linkSinceTs: NOW - 5_000, stream: 'unknown', streamSinceTs: null } as const;
  return { id, platform: `platform-${id}`, link, ...since, can };
}

function reducerOf(...events: FeedEvent[]): LiveMetricsReducer {
  const reducer = new LiveMetricsReducer();
  for (const event of events) {
    const delta =
      event.kind === 'gift'
        ? { count: event.count, quantity: event.value?.quantity ?? 0, isNew: true }
        : NO_GIFT;
    reducer.apply(committed(event), 1, delta);
  }
  return reducer;
}

function read(reducer: LiveMetricsReducer, ...sources: SourceStatus[]): LiveMetrics {
  return LiveMetrics.parse(
    reducer.read({ nowTs: NOW, seq: serial, sources, onAirMs: 0, ...AROUND }),
  );
}

const known = (value: number, without: string[] = []) => ({
  known: true,
  value,
  isApprox: false,
  without,
});
const unknown = (reason: string) => ({ known: false, reason });
const ann = person('1', 'Ann');
const at = (key: string, agoMs = 0) => ({ key, ts: NOW - agoMs });

describe('formulae', () => {
  test('chat a minute, active chatters and entries come from their windows', () => {
    const reducer = reducerOf(
      chat(at('a', 10_000), ann, 'hi'),
      chat(at('b', 20_000), ann, 'hi'),
      chat(at('c', 100_000), person('2', 'Ben'), 'hi'),
      chat(at('d', 400_000), person('3', 'Cid'), 'hi'),
      join(at('e', 299_000), null),
      join(at('f', 301_000), null),
    );
    expect(read(reducer, source(1))).toMatchObject({
      chatPerMinute: known(2),
      activeChatters: known(2),
      entries5Min: known(1),
      totalChats: 4,
      totalEvents: 6,
    });
  });

  test('a late event counts for its own time and not for now', () => {
    const reducer = reducerOf(
      chat(at('now', 1_000), ann, 'hi'),
      chat(at('late', 90_000), ann, 'x'),
    );
    expect(read(reducer, source(1))).toMatchObject({ chatPerMinute: known(1), totalChats: 2 });
  });

  test('money is kept apart by currency and its exponent; tips apart from orders', () => {
    const paid = (key: string, amountMinor: number, currency: string) =>
      order(at(key), 'paid', {
        productId: 'P1',
        qty: 1,
        money: { amountMinor, currency, exponent: 2 },
      });
    const reducer = reducerOf(
      paid('a', 100, 'CNY'),
      paid('b', 250, 'CNY'),
      paid('c', 99, 'USD'),
      order(at('d'), 'placed', { productId: 'P1', qty: 1, money: null }),
      order(at('e'), 'cancelled', { productId: 'P1', qty: 1, money: null }),
      tip(at('f'), ann, { amountMinor: 5, currency: 'CNY', exponent: 2 }),
    );
    expect(read(reducer, source(1))).toMatchObject({
      ordersPaid: known(3),
      ordersPlaced: known(1),
      paid: [
        { currency: 'CNY', exponent: 2, amountMinor: 350 },
        { currency: 'USD', exponent: 2, amountMinor: 99 },
      ],
      tips: [{ currency: 'CNY', exponent: 2, amountMinor: 5 }],
    });
  });

  test('a growing streak adds its growth and is one event', () => {
    const value = { unit: 'bits', quantity: 10 } as const;
    const first = gift(at('g'), ann, { count: 1, value, combo: { id: 's', count: 1 } });
    const reducer = reducerOf(first);
    const grown = { ...first, count: 4, value: { ...value, quantity: 40 } };
    reducer.apply(committed(grown), 1, { count: 3, quantity: 30, isNew: false });
    expect(read(reducer, source(1))).toMatchObject({
      gifts: known(4),
      giftValues: [{ unit: 'bits', quantity: 40 }],
      totalEvents: 1,
    });
  });

  test('facts of the desk are events of the show, but nothing that a source gave', () => {
    const reducer = new LiveMetricsReducer();
    const { actor: _actor, platformRoomId: _room, ...rest } = follow(at('x'), null);
    const fact: RoomEvent = {
      ...rest,
      platformRoomId: null,
      actor: null,
      kind: 'bookmark',
      note: 'here',
      seq: 1,
      roomId,
      showId,
      eventTs: NOW,
    };
    reducer.apply(fact, 0, NO_GIFT);
    expect(read(reducer, source(1))).toMatchObject({
      totalEvents: 1,
      follows: unknown('nothing_yet'),
    });
  });
});

describe('viewers', () => {
  test('sum over the sources that are received; a silent one is named', () => {
    const reducer = new LiveMetricsReducer();
    reducer.apply(committed(viewers(at('a', 1_000), 100, 900)), 1, NO_GIFT);
    reducer.apply(committed(viewers(at('b', 2_000), 40, null)), 2, NO_GIFT);
    expect(read(reducer, source(1), source(2))).toMatchObject({
      viewers: known(140),
      viewersPeak: known(140),
      views: known(900),
    });
    expect(read(reducer, source(1), source(2, 'reconnecting')).viewers).toEqual(
      known(100, ['platform-2']),
    );
  });

  test('a figure that is too old is no figure', () => {
    const reducer = reducerOf(viewers(at('a', 91_000), 100, null));
    expect(read(reducer, source(1))).toMatchObject({
      viewers: unknown('nothing_yet'),
      viewersPeak: known(100),
    });
  });
});

describe('what is not known says why', () => {
  const quiet = reducerOf();
  const busy = reducerOf(chat(at('a'), ann, 'hi'));

  test.each([
    ['no source at all', quiet, [], 'no_source', 'no_source'],
    ['a source that cannot', busy, [source(1, 'ready', CHAT_ONLY)], 'source_cannot', null],
    [
      'a source that lost its link',
      quiet,
      [source(1, 'reconnecting')],
      'source_silent',
      'source_silent',
    ],
    ['nothing has come yet', quiet, [source(1)], 'nothing_yet', null],
  ] as const)('%s', (_name, reducer, sources, viewersReason, chatReason) => {
    const metrics = read(reducer, ...sources);
    expect(metrics.viewers).toEqual(unknown(viewersReason));
    const chatFigure = metrics.chatPerMinute;
    expect(chatFigure.known ? null : chatFigure.reason).toBe(chatReason);
  });

  test('a total stays true when its source falls silent, and says who is missing', () => {
    const reducer = reducerOf(follow(at('a'), ann));
    expect(read(reducer, source(1, 'failed')).follows).toEqual(known(1, ['platform-1']));
  });

  test('0 is said only where a source could have given more', () => {
    expect(read(busy, source(1)).ordersPaid).toEqual(known(0));
    expect(read(busy, source(1, 'ready', CHAT_ONLY)).ordersPaid).toEqual(unknown('source_cannot'));
  });
});
