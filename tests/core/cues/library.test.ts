import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { DECK_MAX } from '#shared/model/cue.ts';
import { AnchorId, ScreenId, type CueCardId } from '#shared/model/ids.ts';
import { starterCues } from '#shared/rules/cue-library/starter-cues.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-library-'));
  rig = await startRig(folder);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
});
afterEach(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

const CARD = { cardId: null, pinnedSlot: null, productId: null } as const;

async function put(text: string): Promise<CueCardId> {
  return (await desk.must('cue.putCard', { ...CARD, kind: 'price', text })).cardId;
}
const texts = (): readonly string[] => desk.slice('cues').deck.map(({ text }) => text);
const lastChange = () => desk.slice('library').lastChange;

async function undo(): Promise<void> {
  const change = lastChange();
  await desk.must('cue.undoLibrary', { changeId: change?.changeId ?? 0 });
  await rig.advance(10);
}

describe('a card with variables', () => {
  const fields = {
    ...productFields('x', 'CNY'),
    name: '亚麻衬衫',
    priceMinor: 12_900,
    stock: null,
  };

  it('says what the room knows of the product on the shelf, and the fact names card and product', async () => {
    const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 3 });
    const cardId = await put('{链接}号{商品}，到手{价格}');
    await desk.must('shelf.arm', { linkNumber: 3 });
    await desk.must('shelf.go', { productId });
    const { cueId } = await desk.must('cue.sendCard', { cardId, productId: null });
    await rig.advance(10);
    expect(desk.slice('cues').sent.at(-1)).toMatchObject({ cardId, text: '3号亚麻衬衫，到手¥129' });
    const fact = desk.events().findLast(({ kind }) => kind === 'cue.sent');
    expect(fact).toMatchObject({ cueId, cardId, productId });
  });

  it('is not sent where nobody knows a value, and says which', async () => {
    const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 3 });
    const cardId = await put('只剩{库存}件，{在线}人在看');
    const sent = await desk.run('cue.sendCard', { cardId, productId });
    expect(sent).toEqual({
      ok: false,
      error: { code: 'cue_value_missing', params: { names: '{库存} {在线}' } },
    });
    await rig.advance(10);
    expect(desk.slice('cues').sent).toEqual([]);
  });

  it('is not sent with braces that are no variable, nor where it became too long', async () => {
    const wrong = await put('领{优惠券}');
    expect(await desk.run('cue.sendCard', { cardId: wrong, productId: null })).toMatchObject({
      error: { code: 'cue_variable_unknown', params: { names: '{优惠券}' } },
    });
    const name = '长'.repeat(100);
    const { productId } = await desk.must('shelf.putProduct', {
      fields: { ...fields, name },
      linkNumber: 1,
    });
    const long = await put('{商品}{商品}');
    expect(await desk.run('cue.sendCard', { cardId: long, productId })).toMatchObject({
      error: { code: 'text_too_long', params: { max: 120, given: 200 } },
    });
  });

  it('goes along with its product filled, or not at all: the push says so and goes on', async () => {
    const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 3 });
    const linked = { ...CARD, kind: 'price', productId } as const;
    const { cardId } = await desk.must('cue.putCard', { ...linked, text: '到手{价格}' });
    expect(await desk.must('shelf.arm', { linkNumber: 3 })).toMatchObject({
      linkedCueText: '到手¥129',
    });
    await desk.must('shelf.go', { productId });
    await rig.advance(10);
    expect(desk.slice('cues').sent.at(-1)).toMatchObject({ cardId, text: '到手¥129' });
    await desk.must('cue.putCard', { ...linked, cardId, text: '剩{库存}件' });
    const armed = await desk.must('shelf.arm', { linkNumber: 3 });
    expect(armed.preview.find(({ target }) => target === 'cue')).toMatchObject({
      isConnected: false,
      problem: 'cue_incomplete',
    });
    await desk.must('shelf.go', { productId });
    await rig.advance(10);
    expect(desk.slice('cues').sent).toHaveLength(1);
    expect(desk.slice('shelf').current).toMatchObject({ productId, cueId: null });
  });
});

describe('a change of the library', () => {
  it('of any kind is taken back, the last one first, down to where it began', async () => {
    const a = await put('甲');
    await desk.must('cue.putCard', { ...CARD, cardId: a, kind: 'close', text: '乙', tone: 'calm' });
    const cards = starterCues('zh').map((card) => ({ ...card }));
    await desk.must('cue.addCards', { cards, isStarter: true });
    await desk.must('cue.removeCard', { cardId: a });
    const { anchorId } = await desk.must('anchor.put', { anchorId: null, name: '小林' });
    await rig.advance(10);
    const cardId = desk.slice('cues').deck[0]?.id ?? a;
    await desk.must('cue.setFavourite', { cardId, anchorId, isFavourite: true });
    await rig.advance(10);
    expect(lastChange()).toMatchObject({ kind: 'favourite', count: 1 });
    await undo();
    expect(desk.slice('cues').deck.flatMap(({ favouriteOf }) => favouriteOf)).toEqual([]);
    await undo();
    expect(desk.slice('library').anchors).toEqual([]);
    await undo();
    expect(texts()).toHaveLength(cards.length + 1);
    expect(lastChange()).toMatchObject({ kind: 'starter', count: cards.length });
    await undo();
    expect(desk.slice('cues').deck).toMatchObject([
      { id: a, kind: 'close', text: '乙', tone: 'calm' },
    ]);
    await undo();
    expect(desk.slice('cues').deck).toMatchObject([
      { id: a, kind: 'price', text: '甲', tone: 'plain' },
    ]);
    await undo();
    expect(texts()).toEqual([]);
    expect(lastChange()).toBeNull();
    expect(await desk.run('cue.undoLibrary', { changeId: 1 })).toMatchObject({
      error: { code: 'nothing_to_undo' },
    });
  });

  it('gives a key that was taken from another card back to it', async () => {
    const pinned = { ...CARD, kind: 'free', pinnedSlot: 2 } as const;
    const { cardId } = await desk.must('cue.putCard', { ...pinned, text: '先' });
    await desk.must('cue.putCard', { ...pinned, text: '后' });
    await rig.advance(10);
    await undo();
    expect(desk.slice('cues').deck).toMatchObject([{ id: cardId, text: '先', pinnedSlot: 2 }]);
  });

  it('taken a second time adds nothing, and leaves the way back as it was', async () => {
    const cards = starterCues('en').map((card) => ({ ...card }));
    const input = { cards, isStarter: true };
    expect(await desk.must('cue.addCards', input)).toEqual({ added: cards.length, known: 0 });
    expect(await desk.must('cue.addCards', input)).toEqual({ added: 0, known: cards.length });
    await rig.advance(10);
    expect(lastChange()).toMatchObject({ kind: 'starter', count: cards.length });
  });

  it('that makes the deck too large is refused whole', async () => {
    const card = { kind: 'free', language: 'any', tone: 'plain' } as const;
    const cards = Array.from({ length: DECK_MAX }, (_, index) => ({ ...card, text: `${index}` }));
    await desk.must('cue.addCards', { cards, isStarter: false });
    const one = { cards: [{ ...card, text: 'one more' }], isStarter: false };
    expect(await desk.run('cue.addCards', one)).toMatchObject({ error: { code: 'too_many' } });
    await rig.advance(10);
    expect(texts()).toHaveLength(DECK_MAX);
  });
});

describe('hosts', () => {
  it('are named once each; who hosts is a fact that a restart finds again', async () => {
    const { anchorId } = await desk.must('anchor.put', { anchorId: null, name: 'Mei' });
    expect(await desk.run('anchor.put', { anchorId: null, name: 'mei' })).toMatchObject({
      error: { code: 'anchor_exists' },
    });
    await desk.must('anchor.choose', { anchorId });
    await desk.must('anchor.choose', { anchorId });
    await rig.advance(10);
    const facts = desk.events().filter(({ kind }) => kind === 'anchor.changed');
    expect(facts).toMatchObject([{ anchorId, name: 'Mei' }]);
    expect(desk.slice('library').currentAnchorId).toBe(anchorId);
    await rig.close();
    rig = await startRig(folder, rig.ports.clock.wallNow());
    desk = rig.screen('desk');
    expect(desk.slice('library')).toMatchObject({
      anchors: [{ id: anchorId, name: 'Mei' }],
      currentAnchorId: anchorId,
    });
    await desk.must('anchor.remove', { anchorId });
    await rig.advance(10);
    expect(desk.slice('library')).toMatchObject({ anchors: [], currentAnchorId: null });
    const gone = { cardId: await put('x'), anchorId, isFavourite: true };
    expect(await desk.run('cue.setFavourite', gone)).toMatchObject({
      error: { code: 'unknown_anchor' },
    });
  });

  it('cannot be chosen without a show', async () => {
    await desk.must('show.end', {});
    expect(await desk.run('anchor.choose', { anchorId: AnchorId.parse(1) })).toMatchObject({
      error: { code: 'show_not_running' },
    });
  });
});

describe('the use of a card', () => {
  it('counts what was sent from it in live shows, not what was taken back', async () => {
    const cardId = await put('到点了');
    const anchor = rig.screen('anchor', undefined, ScreenId.parse(1));
    const send = () => desk.must('cue.sendCard', { cardId, productId: null });
    const first = await send();
    await rig.advance(10);
    await anchor.must('cue.answer', { cueId: first.cueId, answer: 'shown' });
    await anchor.must('cue.answer', { cueId: first.cueId, answer: 'done' });
    await send();
    const third = await send();
    await rig.advance(10);
    await desk.must('cue.withdraw', { cueId: third.cueId });
    const { cards } = await desk.must('cue.usage', {});
    expect(cards).toEqual([
      {
        cardId,
        sent: 2,
        shown: 1,
        done: 1,
        lastTs: expect.any(Number),
        lift: [],
      },
    ]);
  });
});

it('a deck is written as a file that spreadsheets open', async () => {
  await desk.must('cue.putCard', { ...CARD, kind: 'welcome', text: '=1+1', language: 'zh' });
  const { path, cards } = await desk.must('cue.exportDeck', { format: 'csv', language: 'zh-CN' });
  expect(cards).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe(
    '\uFEFF"类型","内容","语言","口吻"\r\n"欢迎","\'=1+1","中文","平常"\r\n',
  );
});
