import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RoomEvent } from '#shared/contract/room-event.ts';
import { RoomEvent as RoomEventSchema } from '#shared/contract/room-event.ts';
import type { AnswerKind, AnswerSettled } from '#shared/model/assistant.ts';
import { foldAnswers, isOpenProblem, stands } from '#shared/rules/team/fold-answers.ts';

const ENVELOPE = {
  platform: 'cuedesk',
  source: 'desk',
  platformRoomId: null,
  platformTs: null,
  receivedTs: 1_000,
  test: false,
  historical: false,
  actor: null,
  schema: 1,
  roomId: 'main',
  showId: 1,
};

function answered(seq: number, answer: AnswerKind): RoomEvent {
  return RoomEventSchema.parse({
    ...ENVELOPE,
    kind: 'assistant.answered',
    seq,
    eventTs: 1_000 + seq,
    dedupeKey: `a${seq}`,
    screenId: 4,
    name: 'Pixel',
    trade: 'ads',
    answer,
    productId: 2,
    linkNumber: 2,
    productName: 'Cup',
    units: answer === 'stock_added' ? 200 : null,
    text: '',
    stockBefore: null,
    stockAfter: null,
    hasChangedShelf: false,
  });
}

function settled(seq: number, answerSeq: number, how: AnswerSettled): RoomEvent {
  const envelope = { ...ENVELOPE, seq, eventTs: 1_000 + seq, dedupeKey: `s${seq}` };
  return RoomEventSchema.parse({
    ...envelope,
    kind: 'assistant.settled',
    answerSeq,
    how,
    screenId: null,
  });
}

describe('answers of a show', () => {
  test('are seen up to the one that was painted, and those after it are not', () => {
    const answers = foldAnswers([
      answered(1, 'coupon_on'),
      answered(2, 'coupon_off'),
      answered(3, 'sold_out'),
      settled(4, 2, 'seen'),
    ]);
    expect(answers.map(({ state }) => state)).toEqual(['seen', 'seen', 'received']);
  });

  test('what was taken back is neither seen nor acknowledged afterwards', () => {
    const answers = foldAnswers([
      answered(1, 'problem'),
      settled(2, 1, 'withdrawn'),
      settled(3, 1, 'seen'),
      settled(4, 1, 'acknowledged'),
    ]);
    expect(answers.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(answers.filter(isOpenProblem)).toEqual([]);
  });

  test('a problem stays open when it was seen, until it is acknowledged', () => {
    const seen = [answered(1, 'problem'), settled(2, 1, 'seen')];
    expect(foldAnswers(seen).filter(isOpenProblem)).toHaveLength(1);
    expect(foldAnswers([...seen, settled(3, 1, 'acknowledged')]).filter(isOpenProblem)).toEqual([]);
  });

  test('the last fifty stay, and every problem that is open, however old', () => {
    const many = Array.from({ length: 80 }, (_, at) => answered(at + 2, 'coupon_on'));
    const answers = foldAnswers([answered(1, 'problem'), ...many]);
    expect(answers).toHaveLength(51);
    expect(answers[0]).toMatchObject({ seq: 1, answer: 'problem' });
    expect(answers.at(-1)?.seq).toBe(81);
  });

  test('whatever is said of them, in whatever order, none stands again once it does not', () => {
    const how = fc.constantFrom<AnswerSettled>('seen', 'acknowledged', 'withdrawn', 'undone');
    const fact = fc.record({ answerSeq: fc.integer({ min: 1, max: 6 }), how });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
        const given = Array.from({ length: 5 }, (_, at) => answered(at + 1, 'problem'));
        const ends = new Set<number>();
        const events = [...given];
        for (const [at, { answerSeq, how: as }] of facts.entries()) {
          events.push(settled(10 + at, answerSeq, as));
          if (as === 'withdrawn' || as === 'undone') ends.add(answerSeq);
        }
        const answers = foldAnswers(events);
        expect(answers.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
        expect(answers.filter(stands).map(({ seq }) => seq)).toEqual(
          [1, 2, 3, 4, 5].filter((seq) => !ends.has(seq)),
        );
      }),
    );
  });
});
