import { describe, expect, test } from 'vitest';

import { QuestionId } from '#shared/model/ids.ts';
import { PRESET_TRIGGERS } from '#shared/rules/cue-triggers/preset-triggers.ts';
import type { TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import type { RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import {
  engineOf,
  FULL_DECK,
  MINUTE_MS,
  presetTrigger,
  quietMinute,
  quietMoment,
  START_TS,
} from '#tests/support/trigger-moments.ts';

/** A stretch of a show in which a rule has its reason, and the same one without it. */
type Scripted = {
  readonly minutes?: (at: number) => RoomMinute;
  readonly length?: number;
  readonly moments?: (at: number) => Partial<TriggerMoment>;
};
type Case = Scripted & {
  readonly id: string;
  readonly kind: string;
  readonly evidence: object;
  /** As near as can be, and yet no reason. */
  readonly not: Scripted;
};

const product = {
  productId: 7,
  linkNumber: 3,
  stock: 15,
  stockBefore: 100,
  unitsPerMinute: 5,
  isSoldOut: false,
};
const ask = (people: number, isDebt: boolean) => [
  { id: QuestionId.parse(41), people, firstTs: START_TS, isDebt },
];
const saying = (text: string, people: number) => ({
  lines: Array.from({ length: people }, (_, who) => ({
    ts: START_TS,
    person: `p${who}`,
    text,
  })),
});
const steady = (counts: Parameters<typeof quietMinute>[1], later: typeof counts, from: number) => ({
  minutes: (at: number) => quietMinute(at, at < from ? counts : later),
});
const block = {
  position: 2,
  role: 'hero' as const,
  startedTs: START_TS - 10 * MINUTE_MS,
  plannedMs: 8 * MINUTE_MS,
};

const CASES: readonly Case[] = [
  {
    id: 'inflow-falls',
    kind: 'rescue',
    ...steady({ entries: 200 }, { entries: 120 }, 10),
    length: 16,
    evidence: { kind: 'figure', figure: 'entries', versus: 'before' },
    // Ten of a hundred are missing, as chance may have it.
    not: { ...steady({ entries: 4 }, { entries: 3 }, 10), length: 16 },
  },
  {
    id: 'newcomers',
    kind: 'welcome',
    ...steady({ entries: 20 }, { entries: 120 }, 10),
    length: 15,
    evidence: { kind: 'newcomers', entries: 600, online: 1_000, share: 0.6 },
    not: { ...steady({ entries: 20 }, { entries: 82 }, 10), length: 15 },
  },
  {
    id: 'chat-thin',
    kind: 'question',
    ...steady({ chats: 40 }, { chats: 1 }, 30),
    length: 37,
    evidence: { kind: 'figure', figure: 'chats', against: 25 },
    not: { ...steady({ chats: 6 }, { chats: 4 }, 30), length: 37 },
  },
  {
    id: 'chat-silent',
    kind: 'question',
    ...steady({ chats: 3 }, {}, 30),
    length: 35,
    evidence: { kind: 'silent', minutes: 5, usual: 15 },
    // A message a minute or less: five without one come by themselves.
    not: { ...steady({ chats: 1 }, {}, 30), length: 35 },
  },
  {
    id: 'likes-thin',
    kind: 'likes',
    ...steady({ likes: 40 }, { likes: 2 }, 30),
    length: 36,
    evidence: { kind: 'figure', figure: 'likes', versus: 'limit' },
    // A platform that never told a like tells none.
    not: { ...steady({}, {}, 30), length: 36 },
  },
  {
    id: 'likes-high',
    kind: 'thanks',
    ...steady({ likes: 30 }, { likes: 90 }, 10),
    length: 14,
    evidence: { kind: 'figure', figure: 'likes', versus: 'limit' },
    not: { ...steady({ likes: 30 }, { likes: 52 }, 10), length: 14 },
  },
  {
    id: 'same-question',
    kind: 'question',
    moments: () => ({ questions: ask(3, true) }),
    evidence: { kind: 'question', questionId: 41, people: 3 },
    // Three of a thousand chatters a minute are not one in a hundred.
    not: { moments: () => ({ questions: ask(3, false) }) },
  },
  {
    id: 'topic',
    kind: 'question',
    moments: () => saying('这个尺码怎么选', 11),
    evidence: { kind: 'keyword', word: '尺码', people: 11 },
    not: { moments: () => saying('这个尺码怎么选', 10) },
  },
  {
    id: 'ctr-low',
    kind: 'demo',
    moments: () => ({ exposure: { shown: 2_000, clickers: 30, forS: 300 } }),
    evidence: { kind: 'ctr', share: 0.015, shown: 2_000 },
    // 199 people are not enough, whatever they do.
    not: { moments: () => ({ exposure: { shown: 199, clickers: 0, forS: 300 } }) },
  },
  {
    id: 'ctor-low',
    kind: 'price',
    moments: () => ({ clicks: { now: 300, before: 150, orders: 3 } }),
    evidence: { kind: 'ctor', share: 0.01, clicks: 300, before: 150 },
    not: { moments: () => ({ clicks: { now: 300, before: 290, orders: 3 } }) },
  },
  {
    id: 'unpaid-rising',
    kind: 'close',
    ...steady({ ordersPlaced: 20, ordersPaid: 18 }, { ordersPlaced: 20, ordersPaid: 10 }, 5),
    length: 10,
    evidence: { kind: 'unpaidRising', share: 0.5, before: 0.1, placed: 100 },
    not: {
      ...steady({ ordersPlaced: 20, ordersPaid: 18 }, { ordersPlaced: 20, ordersPaid: 17 }, 5),
      length: 10,
    },
  },
  {
    id: 'stock-low',
    kind: 'close',
    moments: () => ({ product }),
    evidence: { kind: 'stock', linkNumber: 3, left: 15, of: 100, minutesLeft: 3 },
    // Nobody tells the stock: nothing is scarce.
    not: { moments: () => ({ product: { ...product, stock: null, stockBefore: null } }) },
  },
  {
    id: 'sold-out',
    kind: 'next',
    moments: () => ({ product: { ...product, stock: 0, isSoldOut: true } }),
    evidence: { kind: 'soldOut', linkNumber: 3 },
    not: { moments: () => ({ product: { ...product, stock: 80 } }) },
  },
  {
    id: 'milestone-viewers',
    kind: 'thanks',
    moments: (at) => ({ viewers: at < 2 ? 990 : 1_010 }),
    evidence: { kind: 'milestone', figure: 'viewers', reached: 1_000 },
    // It was reached before anybody looked.
    not: { moments: () => ({ viewers: 1_010 }) },
  },
  {
    id: 'milestone-likes',
    kind: 'thanks',
    moments: (at) => ({ likes: at < 2 ? 4_000 : 5_100 }),
    evidence: { kind: 'milestone', figure: 'likes', reached: 5_000 },
    not: { moments: (at) => ({ likes: at < 2 ? 100 : 600 }) },
  },
  {
    id: 'order-burst',
    kind: 'thanks',
    ...steady({ ordersPaid: 5 }, { ordersPaid: 40 }, 10),
    length: 11,
    evidence: { kind: 'figure', figure: 'ordersPaid', value: 40, against: 5 },
    not: { ...steady({ ordersPaid: 2 }, { ordersPaid: 5 }, 10), length: 11 },
  },
  {
    id: 'complaint',
    kind: 'calm',
    moments: () => saying('太贵了，质量也差', 3),
    evidence: { kind: 'complaint', people: 3 },
    not: { moments: () => saying('太贵了，质量也差', 2) },
  },
  {
    id: 'block-overrun',
    kind: 'wrap',
    moments: () => ({ block }),
    evidence: { kind: 'overrun', position: 2, overMs: 120_000 },
    not: { moments: () => ({ block: { ...block, plannedMs: 9.5 * MINUTE_MS } }) },
  },
  {
    id: 'anchor-rest',
    kind: 'rest',
    moments: () => ({ sinceRestMs: 46 * MINUTE_MS }),
    evidence: { kind: 'onAir', minutes: 46 },
    // In the middle of a block nobody rests.
    not: {
      moments: () => ({
        sinceRestMs: 46 * MINUTE_MS,
        block: { ...block, startedTs: START_TS },
      }),
    },
  },
  {
    id: 'risk-word',
    kind: 'correction',
    moments: () => ({ risks: [{ seq: 12, ts: START_TS, by: 'spoken' }] }),
    evidence: { kind: 'risk', seq: 12, by: 'spoken' },
    not: { moments: () => ({ risks: [{ seq: 12, ts: START_TS - 5 * MINUTE_MS, by: 'cue' }] }) },
  },
  {
    id: 'traffic-dump',
    kind: 'welcome',
    minutes: (at) => quietMinute(at, {}, at < 10 ? 1_000 : 1_700),
    length: 12,
    evidence: { kind: 'figure', figure: 'viewers' },
    not: { minutes: (at) => quietMinute(at, {}, at < 10 ? 1_000 : 1_400), length: 12 },
  },
];

function run(id: string, { minutes, length = 0, moments }: Scripted) {
  const engine = engineOf([presetTrigger(id)]);
  for (let at = 0; at < length; at += 1) engine.closeMinute(minutes?.(at) ?? quietMinute(at));
  return [0, 1, 2, 3].flatMap((at) =>
    // Moments begin with the show where no minutes are over.
    engine.look(quietMoment(length * MINUTE_MS + at * 5, moments?.(at)), FULL_DECK),
  );
}

describe('every trigger of the product', () => {
  test.each(CASES)('$id proposes a cue of the kind $kind, once', (each) => {
    const proposed = run(each.id, each);
    expect(proposed).toMatchObject([{ rule: { id: each.id }, evidence: each.evidence }]);
    const [first] = proposed;
    const isQuestion = each.evidence['kind' as keyof object] === 'question';
    expect(first?.text).toBe(isQuestion ? '' : `${each.kind} 0`);
  });

  test.each(CASES)('$id proposes nothing where there is no clear reason', ({ id, not }) => {
    expect(run(id, not)).toEqual([]);
  });

  test('none of them is without its case', () => {
    expect(CASES.map(({ id }) => id).toSorted()).toEqual(
      PRESET_TRIGGERS.map(({ id }) => id).toSorted(),
    );
  });
});
