import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { NO_DETAILS } from '#shared/model/product-details.ts';
import type { ProductId, QuestionId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { chat, person } from '#tests/support/make-event.ts';

let rig: CoreRig;
let desk: RigScreen;
let anchor: RigScreen;
let serial = 0;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await startShow();
  anchor = rig.screen('anchor');
});
afterEach(async () => {
  await rig.close();
});

async function startShow(): Promise<void> {
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
}

/** Asked by three people, so that the room owes an answer. */
async function ask(text: string): Promise<QuestionId> {
  // Stored chat of the show is read first.
  await rig.advance(1_000);
  const events = ['1', '2', '3'].map((id) => {
    serial += 1;
    const at = { key: `ask-${serial}`, ts: rig.ports.clock.wallNow() };
    return chat(at, person(id, `Fan ${id}`), text);
  });
  await rig.screen('cli').must('ingest.append', { sender: 'test', events });
  await rig.advance(1_000);
  const found = desk.slice('questions').open.find((each) => each.text === text);
  if (found === undefined) throw new Error(`not asked: ${text}`);
  return found.id;
}

async function pinShirt(): Promise<ProductId> {
  const fields = productFields('shirt', 'CNY');
  const { productId } = await desk.must('shelf.putProduct', { fields, linkNumber: 1 });
  await desk.must('shelf.arm', { linkNumber: 1 });
  await desk.must('shelf.go', { productId });
  await rig.advance(10);
  return productId;
}

describe('an approved answer', () => {
  it('of a product is kept on its card, and stands on desk and anchor’s screen alike; a change is seen on all', async () => {
    const productId = await pinShirt();
    const questionId = await ask('会起球吗');
    const put = { productId, question: '会起球吗', answer: '不起球，可机洗' };
    expect(await desk.must('answer.put', put)).toEqual({ before: null });
    await rig.advance(10);
    expect(desk.slice('answers')).toEqual({ productId, answers: [put] });
    const { products } = await desk.must('catalogue.page', { afterId: null, limit: 10 });
    expect(products[0]?.details.questions).toEqual([{ question: '会起球吗', answer: put.answer }]);

    await desk.must('question.send', { questionId, text: null, isAnswer: false });
    await rig.advance(10);
    expect(anchor.slice('cues').current).toMatchObject({ text: '会起球吗', answer: put.answer });

    // In other words, it is the same question still.
    const other = { productId, question: '这个起球吗', answer: '不起球' };
    expect(await desk.must('answer.put', other)).toEqual({
      before: { question: '会起球吗', answer: put.answer },
    });
    await rig.advance(10);
    expect(desk.slice('answers').answers).toEqual([other]);
    expect(anchor.slice('cues').current).toMatchObject({ answer: '不起球' });

    // On the card itself, as the catalogue changes it.
    const fields = products[0]?.fields ?? productFields('shirt', 'CNY');
    const questions = [{ question: '起球吗', answer: '轻微起球' }];
    await desk.must('catalogue.put', { productId, fields, details: { ...NO_DETAILS, questions } });
    await rig.advance(10);
    expect(desk.slice('answers').answers).toMatchObject(questions);
    expect(anchor.slice('cues').current).toMatchObject({ answer: '轻微起球' });

    await desk.must('answer.remove', { productId, question: '起球吗' });
    await rig.advance(10);
    expect(desk.slice('answers').answers).toEqual([]);
    expect(anchor.slice('cues').current).toMatchObject({ text: '会起球吗', answer: null });
  });

  it('belongs to its product: another on the shelf has none of it, the room’s hold for each', async () => {
    const shirt = await pinShirt();
    await desk.must('answer.put', { productId: shirt, question: '起球吗', answer: '不起球' });
    const room = { productId: null, question: '发什么快递', answer: '顺丰' };
    await desk.must('answer.put', room);
    const coat = await desk.must('shelf.putProduct', {
      fields: productFields('coat', 'CNY'),
      linkNumber: 2,
    });
    await desk.must('shelf.arm', { linkNumber: 2 });
    await desk.must('shelf.go', { productId: coat.productId });
    await rig.advance(10);
    expect(desk.slice('answers')).toEqual({ productId: coat.productId, answers: [room] });
    await desk.must('question.send', {
      questionId: await ask('起球吗'),
      text: null,
      isAnswer: false,
    });
    await rig.advance(10);
    expect(anchor.slice('cues').current).toMatchObject({ text: '起球吗', answer: null });
  });

  it('of the room is replaced, taken away and put back; it is there in the next show', async () => {
    const put = { productId: null, question: '发什么快递', answer: '顺丰' };
    await desk.must('answer.put', put);
    const again = { ...put, question: '发哪家快递', answer: '京东' };
    expect(await desk.must('answer.put', again)).toEqual({
      before: { question: '发什么快递', answer: '顺丰' },
    });
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await startShow();
    await rig.advance(10);
    expect(desk.slice('answers').answers).toEqual([again]);
    const { before } = await desk.must('answer.remove', {
      productId: null,
      question: again.question,
    });
    expect(before).toEqual({ question: '发哪家快递', answer: '京东' });
    expect(await desk.must('answer.remove', { productId: null, question: 'x' })).toEqual({
      before: null,
    });
    await rig.advance(10);
    expect(desk.slice('answers').answers).toEqual([]);
  });

  it('does not stand beside what is no question of viewers', async () => {
    await desk.must('answer.put', { productId: null, question: '起球吗', answer: '不起球' });
    await desk.must('cue.send', { kind: 'question', text: '起球吗' });
    await rig.advance(10);
    expect(anchor.slice('cues').current).toMatchObject({ text: '起球吗', answer: null });
  });
});

describe('an answer of the past', () => {
  it('is offered for the same question in a later show, each once, and is not approved by that', async () => {
    for (const text of ['明天发', '明天发', '后天发']) {
      const questionId = await ask('什么时候发货');
      await desk.must('question.send', { questionId, text, isAnswer: true });
    }
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await startShow();
    const questionId = await ask('什么时候能发货');
    const { answers } = await desk.must('answer.past', { questionId });
    expect(answers.map(({ text, title }) => [text, title])).toEqual([
      ['后天发', 'A'],
      ['明天发', 'A'],
    ]);
    expect(desk.slice('answers').answers).toEqual([]);
    const none = await desk.must('answer.past', { questionId: await ask('多少钱一件') });
    expect(none.answers).toEqual([]);
  });
});
