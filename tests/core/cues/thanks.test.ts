import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { THANKS_EXPIRE_MS } from '#shared/model/thanks.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { gift, order, person, type At } from '#tests/support/make-event.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;
let serial = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-thanks-'));
  rig = await startRig(folder);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
});
afterEach(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

function at(): At {
  serial += 1;
  return { key: `thanks-${serial}`, ts: rig.ports.clock.wallNow() };
}
const ONE = { count: 1, value: null, combo: null };

async function came(...events: readonly FeedEvent[]): Promise<void> {
  const cli = rig.screen('cli');
  await cli.must('ingest.append', { sender: 'test', events: [...events] });
  // Screens are told with the tick.
  await rig.advance(600);
}
const due = () => desk.slice('thanks').due;
const sentTexts = (): readonly string[] => desk.slice('cues').sent.map(({ text }) => text);

describe('thanks that are due', () => {
  it('are folded, sent as one cue, and never due again for the same gifts', async () => {
    await came(gift(at(), person('1', '小林'), ONE), gift(at(), person('2', '加微信123'), ONE));
    expect(due()).toMatchObject([{ kind: 'gift', names: ['小林', null], people: 2, gift: 'Rose' }]);
    const [first] = due();
    const { cueId } = await desk.must('thanks.send', {
      thanksId: first?.id ?? 0,
      language: 'zh-CN',
    });
    await rig.advance(10);
    expect(sentTexts()).toEqual(['谢谢小林、这位朋友送的 Rose']);
    expect(due()).toEqual([]);
    const fact = desk.events().findLast(({ kind }) => kind === 'thanks.settled');
    expect(fact).toMatchObject({ how: 'sent', thanksKind: 'gift', people: 2, cueId });
    expect(
      await desk.run('thanks.send', { thanksId: first?.id ?? 0, language: 'zh-CN' }),
    ).toMatchObject({ error: { code: 'thanks_gone' } });
    await came(gift(at(), person('1', '小林'), ONE));
    expect(due()).toMatchObject([{ names: ['小林'], people: 1 }]);
  });

  it('are the same after a restart: what was settled is not due, what was not still is', async () => {
    await came(gift(at(), person('1', 'A'), ONE));
    await desk.must('thanks.drop', { thanksId: due()[0]?.id ?? 0 });
    await came(gift(at(), person('2', 'B'), ONE));
    const before = due();
    expect(before).toMatchObject([{ names: ['B'] }]);
    await rig.close();
    rig = await startRig(folder, rig.ports.clock.wallNow());
    desk = rig.screen('desk');
    // Who is due is read when the desk has its picture; who comes before that is neither lost nor twice.
    expect(due()).toEqual([]);
    await came(gift(at(), person('9', 'I'), ONE));
    expect(due()).toEqual([]);
    await rig.advance(1_500);
    expect(due()).toMatchObject([
      { ...before[0], names: ['I', 'B'], people: 2, lastTs: due()[0]?.lastTs },
    ]);
    expect(sentTexts()).toEqual([]);
  });

  it('expire by themselves', async () => {
    await came(gift(at(), person('1', 'A'), ONE));
    expect(due()).toHaveLength(1);
    await rig.advance(THANKS_EXPIRE_MS);
    await rig.advance(600);
    expect(due()).toEqual([]);
  });

  it('for a streak that goes on after it was thanked for are not due again', async () => {
    const streak = (count: number): FeedEvent =>
      gift({ ...at(), key: `streak-${count}` }, person('1', 'A'), {
        count: 1,
        value: null,
        combo: { id: 'streak', count },
      });
    await came(streak(1));
    await desk.must('thanks.drop', { thanksId: due()[0]?.id ?? 0 });
    await came(streak(2), streak(3));
    expect(due()).toEqual([]);
  });

  it('are due for a big order alone', async () => {
    const paid = (amountMinor: number, name: string): FeedEvent => ({
      ...order(at(), 'paid', {
        productId: null,
        qty: 1,
        money: { amountMinor, currency: 'CNY', exponent: 2 },
      }),
      actor: person(name, name),
    });
    await came(...Array.from({ length: 10 }, (_, index) => paid(9_900, `Buyer ${index}`)));
    expect(due()).toEqual([]);
    await came(paid(29_900, 'Mei'));
    expect(due()).toMatchObject([{ kind: 'order', names: ['Mei'], people: 1 }]);
  });

  it('are what a card with names says, which settles them', async () => {
    const card = { cardId: null, kind: 'thanks', pinnedSlot: null, productId: null } as const;
    const { cardId } = await desk.must('cue.putCard', { ...card, text: '{名字}，一共{人数}位' });
    expect(await desk.run('cue.sendCard', { cardId, productId: null })).toMatchObject({
      error: { code: 'cue_value_missing', params: { names: '{名字} {人数}' } },
    });
    await came(gift(at(), person('1', '小林'), ONE));
    await desk.must('cue.sendCard', { cardId, productId: null });
    await rig.advance(10);
    expect(sentTexts()).toEqual(['小林，一共1位']);
    expect(due()).toEqual([]);
  });
});
