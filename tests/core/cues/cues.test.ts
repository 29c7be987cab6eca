import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ScreenId } from '#shared/model/ids.ts';

import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;
let anchor: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  anchor = rig.screen('anchor', undefined, ScreenId.parse(1));
});
afterEach(async () => {
  await rig.close();
});

describe('a cue', () => {
  it('reaches the anchor, and what comes back carries its delay by the monotonic clock', async () => {
    const { cueId } = await desk.must('cue.send', { kind: 'retain', text: '别走' });
    await rig.advance(10);
    expect(anchor.slice('cues').current).toMatchObject({ id: cueId, text: '别走', state: 'sent' });
    rig.ports.clock.setWall(rig.ports.clock.wallNow() + 3_600_000);
    await rig.advance(190);
    await anchor.must('cue.answer', { cueId, answer: 'shown' });
    await rig.advance(13_800);
    await anchor.must('cue.answer', { cueId, answer: 'done' });
    await rig.advance(10);
    expect(desk.slice('cues').sent.at(-1)).toMatchObject({
      state: 'done',
      shownDelayMs: 200,
      doneDelayMs: 14_000,
    });
    expect(anchor.slice('cues').current).toBeNull();
  });

  it('keeps the first answer of each kind; a repeat changes nothing', async () => {
    const { cueId } = await desk.must('cue.send', { kind: 'free', text: 'x' });
    await rig.advance(100);
    await anchor.must('cue.answer', { cueId, answer: 'shown' });
    await rig.advance(900);
    await anchor.must('cue.answer', { cueId, answer: 'shown' });
    await rig.advance(10);
    expect(desk.slice('cues').sent.at(-1)?.shownDelayMs).toBe(100);
    const answered = desk.events().filter((event) => event.kind === 'cue.answered');
    expect(answered).toHaveLength(1);
  });

  it('that asks for help stays before the anchor until another is sent or it is done', async () => {
    const { cueId } = await desk.must('cue.send', { kind: 'price', text: '报价' });
    await anchor.must('cue.answer', { cueId, answer: 'help' });
    await rig.advance(10);
    expect(anchor.slice('cues').current).toMatchObject({ id: cueId, state: 'help' });
    const { cueId: nextId } = await desk.must('cue.send', { kind: 'rest', text: '喝水' });
    await rig.advance(10);
    expect(anchor.slice('cues').current?.id).toBe(nextId);
  });

  it('is no longer before the anchor when the show has ended', async () => {
    await desk.must('cue.send', { kind: 'close', text: '最后一轮' });
    await desk.must('show.end', {});
    await rig.advance(10);
    expect(anchor.slice('cues').current).toBeNull();
  });

  it('cannot be sent without a show, nor answered by the desk', async () => {
    expect(await desk.run('cue.answer', { cueId: 1 as never, answer: 'done' })).toMatchObject({
      ok: false,
      error: { code: 'not_allowed' },
    });
    await desk.must('show.end', {});
    expect(await desk.run('cue.send', { kind: 'free', text: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'show_not_running' },
    });
  });
});

describe('the deck', () => {
  it('gives a key to one card only, and keeps its cards for the next show', async () => {
    const card = { cardId: null, kind: 'free', pinnedSlot: 1, productId: null } as const;
    await desk.must('cue.putCard', { ...card, text: '第一' });
    await desk.must('cue.putCard', { ...card, text: '第二' });
    await rig.advance(10);
    const deck = desk.slice('cues').deck;
    expect(deck.map((held) => [held.text, held.pinnedSlot])).toEqual([
      ['第二', 1],
      ['第一', null],
    ]);
    await desk.must('cue.removeCard', { cardId: deck[1]?.id ?? (0 as never) });
    await desk.must('show.end', {});
    await desk.must('show.create', { title: 'B', origin: 'live', currency: 'CNY' });
    await rig.advance(10);
    expect(desk.slice('cues').deck.map((held) => held.text)).toEqual(['第二']);
  });
});
