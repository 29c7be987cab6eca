import { describe, expect, it } from 'vitest';

import { askedIn, enteredIn, soldOutIn } from '#shared/rules/findings/log-facts.ts';
import { deskFact } from '#tests/support/desk-fact.ts';

const lines = { questionId: 7, lineSeqs: [7] };
const proposed = (seq: number, people: number, sinceTs = 1_000) =>
  deskFact(seq, {
    kind: 'cue.proposed',
    ruleId: 'same-question',
    name: null,
    cueKind: 'question',
    priority: 'high',
    cardId: null,
    text: '',
    evidence: { kind: 'question', questionId: 7, sinceTs, people },
    score: { urgency: 1, evidence: 1, lift: null, fatigue: 0, dropped: 0 },
  });
const answered = (seq: number, askedSinceTs: number | null = 1_000, people: number | null = 9) =>
  deskFact(seq, {
    kind: 'question.answered',
    ...lines,
    how: 'marked',
    cueId: null,
    count: 12,
    people,
    askedSinceTs,
  });

describe('questions of the log', () => {
  it('are told once each, with the most people, and answered by what came after', () => {
    expect(askedIn([proposed(1, 4), proposed(2, 6), answered(3)])).toEqual([
      { questionId: 7, sinceTs: 1_000, people: 6, answeredTs: 1_003 },
    ]);
  });

  it('are open where the answer was taken back, and asked anew after an answer', () => {
    const reopened = deskFact(4, { kind: 'question.reopened', ...lines, answeredSeq: 3 });
    expect(askedIn([proposed(1, 4), answered(3), reopened])).toMatchObject([{ answeredTs: null }]);
    expect(askedIn([proposed(1, 4), answered(3), proposed(5, 3, 1_004)])).toMatchObject([
      { sinceTs: 1_000, answeredTs: 1_003 },
      { sinceTs: 1_004, answeredTs: null },
    ]);
  });

  it('are told of by their answer alone, where that knows since when', () => {
    expect(askedIn([answered(3, 1_001, 5)])).toEqual([
      { questionId: 7, sinceTs: 1_001, people: 5, answeredTs: 1_003 },
    ]);
    expect(askedIn([answered(3, null, null)])).toEqual([]);
  });
});

describe('other facts', () => {
  it('say that a product is sold out: an assistant, or a guard that was overruled', () => {
    const said = deskFact(5, {
      kind: 'assistant.answered',
      screenId: null,
      name: 'Mei',
      trade: 'stock',
      answer: 'sold_out',
      productId: 3,
      linkNumber: 3,
      productName: 'x',
      units: null,
      text: '',
      stockBefore: null,
      stockAfter: null,
      hasChangedShelf: true,
    });
    const overruled = deskFact(6, {
      kind: 'push.overruled',
      pushId: 1,
      productId: 4,
      guards: ['stock_empty'],
      stock: 0,
      mismatches: [],
      screenId: null,
    });
    expect(soldOutIn([said, overruled])).toEqual([
      { productId: 3, ts: 1_005 },
      { productId: 4, ts: 1_006 },
    ]);
  });

  it('tell entered figures of the whole show before those of its sources, which are added', () => {
    const entered = (seq: number, sourceId: number | null, figures: object[]) =>
      deskFact(seq, {
        kind: 'figures.entered',
        figures,
        sourceId,
        currency: 'CNY',
        asOfTs: 1_000,
        how: 'typed',
        screenId: null,
      });
    const facts = [
      entered(1, 1, [{ name: 'productShown', value: 100 }]),
      entered(2, 2, [{ name: 'productShown', value: 50 }]),
      entered(3, 1, [{ name: 'refunds', value: 9 }]),
      entered(4, null, [{ name: 'refunds', value: 12 }]),
    ];
    expect(enteredIn(facts)).toEqual({ productShown: 150, refunds: 12 });
  });
});
