import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { CARD_MESSAGES_MAX, type PersonPart } from '#shared/model/person.ts';
import { MAIN_ROOM, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, gift, join, membership, order, person, tip } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const MEI = { ...person('88001122334455', '小美'), roles: ['member' as const] };
const MEI_KEY = { platform: 'twitch', platformUserId: '88001122334455' };
const BO = person('7', 'Bo');

let rig: CoreRig;
let desk: RigScreen;
let sent = 0;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(async () => {
  await rig.close();
});

function at(platform = 'twitch') {
  sent += 1;
  return { key: `e${sent}`, ts: TEST_NOW + sent * 1_000, platform };
}

async function send(events: readonly FeedEvent[]): Promise<void> {
  await rig.screen('cli').must('ingest.append', { sender: 'sender', events: [...events] });
}

async function show(origin: 'live' | 'rehearsal', title: string): Promise<void> {
  await desk.must('show.create', { title, origin, currency: 'CNY' });
  await desk.must('show.start', {});
}

async function nextShow(origin: 'live' | 'rehearsal', title: string): Promise<void> {
  await desk.must('show.end', {});
  await desk.must('show.leave', {});
  await show(origin, title);
}

const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY', exponent: 2 });
const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY', exponent: 0 });
const bits = (quantity: number) => ({ unit: 'bits' as const, quantity });
const streak = (count: number, combo: number) => ({
  count,
  value: bits(count * 100),
  combo: { id: 'mei-streak', count: combo },
});

/** What Mei did, among others who did as much. */
function talk(): FeedEvent[] {
  const bought = { productId: 'P1', qty: 2 };
  return [MEI, BO].flatMap((actor): FeedEvent[] => [
    join(at(), actor),
    chat(at(), actor, 'how much'),
    chat(at(), actor, '要 M 码'),
    gift(at(), actor, { count: 1, value: bits(100), combo: null }),
    gift(at(), actor, { count: 3, value: null, combo: null }),
    tip(at(), actor, yuan(3_000)),
    tip(at(), actor, yen(500)),
    membership(at(), actor, 1),
    { ...order(at(), 'placed', { ...bought, money: yuan(19_900) }), actor },
    { ...order(at(), 'paid', { ...bought, money: yuan(19_900) }), actor },
    { ...order(at(), 'paid', { ...bought, money: yen(1_200) }), actor },
    { ...order(at(), 'paid', { ...bought, money: null }), actor },
    { ...order(at(), 'cancelled', { ...bought, money: yuan(19_900) }), actor },
    // Nobody that the platform names: on no card.
    order(at(), 'paid', { ...bought, money: yuan(7) }),
  ]);
}

/** What plain SQL over the base tables makes of a person's part of some shows. */
function oraclePart(where: string): PersonPart {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const own = `FROM events e JOIN people p ON p.id = e.person_id JOIN event_kinds k ON k.code = e.kind
    JOIN shows s ON s.id = e.show_id
    WHERE p.platform = 'twitch' AND p.platform_user_id = '88001122334455' AND ${where}`;
  const one = (select: string, and: string): number =>
    Number(db.prepare(`SELECT ${select} ${own} AND ${and}`).pluck().get());
  const sums = (and: string): PersonPart['paid'] =>
    db
      .prepare(
        `SELECT json_extract(body, '$.money.currency') AS currency,
           json_extract(body, '$.money.exponent') AS exponent,
           sum(json_extract(body, '$.money.amountMinor')) AS amountMinor
         ${own} AND ${and} AND json_extract(body, '$.money.currency') IS NOT NULL
         GROUP BY 1, 2 ORDER BY 1, 2`,
      )
      .all() as PersonPart['paid'];
  const order = (status: string): string =>
    `k.name = 'order' AND json_extract(body, '$.status') = '${status}'`;
  try {
    return {
      messages: one('count(*)', `k.name = 'chat'`),
      gifts: one(`coalesce(sum(json_extract(body, '$.count')), 0)`, `k.name = 'gift'`),
      giftValues: db
        .prepare(
          `SELECT json_extract(body, '$.value.unit') AS unit,
             sum(json_extract(body, '$.value.quantity')) AS quantity
           ${own} AND k.name = 'gift' AND unit IS NOT NULL GROUP BY 1 ORDER BY 1`,
        )
        .all() as PersonPart['giftValues'],
      paidMessages: one('count(*)', `k.name = 'paid_message'`),
      paidMessageMoney: sums(`k.name = 'paid_message'`),
      memberships: one('count(*)', `k.name = 'membership'`),
      ordersPaid: one('count(*)', order('paid')),
      paid: sums(order('paid')),
      ordersPaidUnpriced: one(
        'count(*)',
        `${order('paid')} AND json_extract(body, '$.money') IS NULL`,
      ),
      ordersCancelled: one('count(*)', order('cancelled')),
      cancelled: sums(order('cancelled')),
    };
  } finally {
    db.close();
  }
}

describe('the card of a person', () => {
  test('says what they gave in this show and in live ones before, as plain SQL says it', async () => {
    await show('live', 'Monday');
    await send(talk());
    await nextShow('rehearsal', 'Try');
    await send(talk());
    await nextShow('live', 'Tuesday');
    await send([...talk(), ...talk()]);
    await nextShow('live', 'Wednesday');
    await send([
      ...talk(),
      gift(at(), MEI, streak(1, 1)),
      gift(at(), MEI, streak(1, 4)),
      // The same name elsewhere is somebody else.
      chat(at('douyin'), { ...MEI }, 'on the other platform'),
    ]);

    const card = await desk.must('person.card', MEI_KEY);

    expect(card.thisShow).toEqual(oraclePart(`s.title = 'Wednesday'`));
    expect(card.earlier).toEqual(oraclePart(`s.origin = 'live' AND s.title <> 'Wednesday'`));
    expect(card.thisShow).toMatchObject({
      messages: 2,
      gifts: 8,
      giftValues: [{ unit: 'bits', quantity: 500 }],
      ordersPaid: 3,
      ordersPaidUnpriced: 1,
      paid: [
        { currency: 'CNY', exponent: 2, amountMinor: 19_900 },
        { currency: 'JPY', exponent: 0, amountMinor: 1_200 },
      ],
    });
    expect(card.earlier).toMatchObject({ messages: 6, ordersCancelled: 3 });
    expect(card.showCount).toBe(3);
    expect(card.shows.map(({ title }) => title)).toEqual(['Wednesday', 'Tuesday', 'Monday']);
    expect(card).toMatchObject({
      ...MEI_KEY,
      name: '小美',
      roles: ['member'],
      firstSeenTs: expect.any(Number),
      tells: { gifts: true, orders: true },
      note: null,
      marks: [],
    });
  });

  test('holds the newest messages of this show, the newest first', async () => {
    await show('live', 'Long');
    const texts = Array.from({ length: CARD_MESSAGES_MAX + 5 }, (_each, index) => `line ${index}`);
    await send(texts.flatMap((text) => [chat(at(), MEI, text), chat(at(), BO, 'in between')]));
    const { messages, thisShow } = await desk.must('person.card', MEI_KEY);
    expect(messages.map(({ text }) => text)).toEqual(
      texts.toReversed().slice(0, CARD_MESSAGES_MAX),
    );
    expect(thisShow?.messages).toBe(texts.length);
  });

  test('says what is not known: no sight outside live shows, no orders where none are told', async () => {
    await show('rehearsal', 'Try');
    await send([chat(at(), MEI, 'hello')]);
    expect(await desk.must('person.card', MEI_KEY)).toMatchObject({
      firstSeenTs: null,
      lastSeenTs: null,
      showCount: 1,
      earlier: { messages: 0 },
    });
    const db = new BetterSqlite(rig.storePath);
    db.exec(`UPDATE sources SET connector = 'twitch-irc'`);
    db.close();
    const card = await desk.must('person.card', MEI_KEY);
    expect(card.tells).toEqual({ gifts: true, orders: false });
  });

  test('of nobody is refused, whatever the id is', async () => {
    for (const platformUserId of ['nobody', 'erased-0011223344556677', "' OR 1=1 --", '0']) {
      const result = await desk.run('person.card', { platform: 'twitch', platformUserId });
      expect(result).toMatchObject({ ok: false, error: { code: 'unknown_person' } });
    }
    await show('live', 'A');
    await send([chat(at(), MEI, 'hello')]);
    const elsewhere = { ...MEI_KEY, platform: 'douyin' };
    expect(await desk.run('person.card', elsewhere)).toMatchObject({ ok: false });
  });

  test('is of the room that is asked: another one has its own shows', async () => {
    await show('live', 'Here');
    await send([chat(at(), MEI, 'here')]);
    const input = { name: 'Second', timeZone: 'UTC', currency: 'CNY' };
    const second = MAIN_ROOM.replace('main', 'second') as typeof MAIN_ROOM;
    await desk.must('room.create', { roomId: second, ...input });
    const there = rig.screen('desk', second);
    expect(await there.must('person.card', MEI_KEY)).toMatchObject({
      showCount: 0,
      thisShow: null,
      earlier: { messages: 0 },
      messages: [],
    });
  });
});
