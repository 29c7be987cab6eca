import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isDeeperThan, readBody, readEvents } from '#core/inbound/read-events.rules.ts';

const NOW = 1_790_000_000_000;
const ORDER = {
  kind: 'order',
  dedupeKey: 'o-1:paid',
  orderId: 'o-1',
  status: 'paid',
  qty: 1,
  money: { amountMinor: 9900, currency: 'CNY', exponent: 2 },
};

function refusalOf(patch: Readonly<Record<string, unknown>>) {
  return readEvents([{ ...ORDER, ...patch }], NOW).refused[0];
}

describe('an event of a bridge', () => {
  test('may leave out what it does not know, which is null; how it came is ours to say', () => {
    const { good, refused } = readEvents([{ ...ORDER, source: 'desk', receivedTs: 1 }], NOW);
    expect(refused).toEqual([]);
    expect(good).toMatchObject([
      { platform: 'bridge', source: 'inbound', receivedTs: NOW, actor: null, title: null },
    ]);
  });

  test.each([
    [{ dedupeKey: undefined }, 'dedupeKey', 'missing'],
    [
      { money: { amountMinor: 1.5, currency: 'CNY', exponent: 2 } },
      'money.amountMinor',
      'wrong_type',
    ],
    [{ money: { amountMinor: 1, currency: 'yuan', exponent: 2 } }, 'money.currency', 'wrong_value'],
    [{ status: 'refunded' }, 'status', 'wrong_value'],
    [{ qty: 0 }, 'qty', 'too_small'],
    [{ colour: 'red' }, 'colour', 'unknown_field'],
    [{ kind: 'chat' }, 'kind', 'unknown_kind'],
    [{ title: 'x'.repeat(10_001) }, 'title', 'too_long'],
  ])('%j is refused by its field', (patch, path, code) => {
    expect(refusalOf(patch)).toMatchObject({ index: 0, path, code });
  });

  test('names a person by what it knows: an id or a name is enough', () => {
    const actorOf = (actor: unknown) => readEvents([{ ...ORDER, actor }], NOW).good[0]?.actor;
    const nobody = { roles: [], badges: [] };
    expect(actorOf({ platformUserId: 'u-7' })).toEqual({
      ...nobody,
      platformUserId: 'u-7',
      name: 'u-7',
      displayName: 'u-7',
    });
    expect(actorOf({ displayName: '小王' })).toEqual({
      ...nobody,
      platformUserId: null,
      name: '小王',
      displayName: '小王',
    });
    expect(actorOf({ platformUserId: 'u-7', name: 'wang', roles: ['vip'] })).toMatchObject({
      name: 'wang',
      displayName: 'wang',
      roles: ['vip'],
    });
    expect(refusalOf({ actor: {} })).toMatchObject({ path: 'actor.platformUserId' });
    expect(refusalOf({ actor: { name: 7 } })).toMatchObject({ path: 'actor.name' });
    expect(refusalOf({ actor: { name: 'a', nick: 'b' } })).toMatchObject({ path: 'actor.nick' });
  });

  test('of any shape is either taken or told by its place, and takes no other with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(ORDER), fc.jsonValue()), { maxLength: 20 }),
        (list) => {
          const { good, refused } = readEvents(list, NOW);
          expect(good).toHaveLength(list.filter((value) => value === ORDER).length);
          expect(good.length + refused.length).toBe(list.length);
          for (const { index } of refused) expect(list[index]).not.toBe(ORDER);
        },
      ),
    );
  });
});

describe('a body', () => {
  test.each([
    ['nonsense', 'not_json'],
    ['[]', 'not_events'],
    ['{"events":{}}', 'not_events'],
    ['{"events":[],"more":1}', 'not_events'],
    ['{"events":[],"id":"a"}', 'not_events'],
    [JSON.stringify({ events: Array.from({ length: 501 }, () => 0) }), 'too_many_events'],
    [`{"events":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`, 'too_deep'],
  ])('%.30s is refused as a whole', (text, code) => {
    expect(readBody(text, false)).toEqual({ ok: false, code, id: null });
  });

  test('a message may have an id for its answer', () => {
    expect(readBody('{"id":7,"events":[]}', true)).toEqual({ ok: true, id: 7, events: [] });
    expect(readBody('{"id":7,"events":0}', true)).toMatchObject({ code: 'not_events', id: 7 });
  });

  test('is as deep as its value, whatever its texts hold', () => {
    const depthOf = (value: unknown): number => {
      if (typeof value !== 'object' || value === null) return 0;
      return 1 + Math.max(0, ...Object.values(value).map(depthOf));
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(6), (value, max) => {
        expect(isDeeperThan(JSON.stringify(value), max)).toBe(depthOf(value) > max);
      }),
    );
  });
});
