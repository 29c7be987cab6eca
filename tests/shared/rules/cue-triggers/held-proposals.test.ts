import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { HeldProposals, type ProposalFact } from '#shared/rules/cue-triggers/held-proposals.ts';
import { RoomEvent, type RoomEventOf } from '#shared/contract/room-event.ts';
import { deskEnvelope } from '#core/room/room-context.ts';
import { ShowId, RoomId } from '#shared/model/ids.ts';

const stored = (seq: number) => ({
  ...deskEnvelope(`k${seq}`, seq),
  seq,
  eventTs: seq,
  roomId: RoomId.parse('main'),
  showId: ShowId.parse(1),
});

function proposed(seq: number, ruleId = 'chat-thin'): ProposalFact {
  const event = RoomEvent.parse({
    ...stored(seq),
    kind: 'cue.proposed',
    ruleId,
    name: null,
    cueKind: 'question',
    priority: 'normal',
    cardId: 1,
    text: `line ${seq}`,
    evidence: { kind: 'soldOut', linkNumber: 1 },
    score: { urgency: 20, evidence: 10, lift: null, fatigue: 0, dropped: 0 },
  });
  if (event.kind !== 'cue.proposed') throw new Error('not a proposal');
  return event;
}

function settled(
  seq: number,
  proposalSeq: number,
  outcome: RoomEventOf<'cue.proposal_settled'>['outcome'],
): ProposalFact {
  const told = { proposalSeq, ruleId: 'chat-thin', outcome, cueId: null, screenId: null };
  const event = RoomEvent.parse({ ...stored(seq), kind: 'cue.proposal_settled', ...told });
  if (event.kind !== 'cue.proposal_settled') throw new Error('not settled');
  return event;
}

function places(held: HeldProposals): readonly (readonly [seq: number, slot: number | null])[] {
  return held.open().map(({ seq, slot }) => [seq, slot]);
}

describe('places of proposals', () => {
  test('who has one keeps it; the next takes the first that is free, and who waits is seated', () => {
    const held = new HeldProposals();
    for (const seq of [1, 2, 3, 4]) held.take(proposed(seq));
    expect(places(held)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, null],
    ]);
    held.take(settled(5, 2, 'dropped'));
    expect(places(held)).toEqual([
      [1, 1],
      [4, 2],
      [3, 3],
    ]);
    held.take(settled(6, 1, 'sent'));
    expect(places(held)).toEqual([
      [4, 2],
      [3, 3],
    ]);
    held.take(proposed(7));
    expect(places(held)).toEqual([
      [7, 1],
      [4, 2],
      [3, 3],
    ]);
  });

  test('nobody moves, whatever happens', () => {
    const step = fc.option(fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const held = new HeldProposals();
        let seq = 0;
        for (const which of steps) {
          const before = new Map(places(held));
          const gone = which === null ? undefined : held.open()[which];
          seq += 1;
          held.take(gone === undefined ? proposed(seq) : settled(seq, gone.seq, 'sent'));
          for (const [open, slot] of places(held)) {
            expect(slot).toBe(before.get(open) ?? slot);
          }
          const taken = places(held).flatMap(([, slot]) => slot ?? []);
          expect(new Set(taken).size).toBe(taken.length);
        }
      }),
    );
  });
});

test('dropping teaches, sending forgives, and a reset forgets', () => {
  const held = new HeldProposals();
  for (const seq of [1, 2, 3]) held.take(proposed(seq));
  held.take(settled(4, 1, 'dropped'));
  held.take(settled(5, 2, 'dropped'));
  held.take(settled(6, 3, 'sent'));
  expect(held.dropped('chat-thin')).toBe(1);
  expect(held.counts()).toEqual({
    made: 3,
    outcomes: { sent: 1, edited: 0, auto: 0, dropped: 2, expired: 0 },
  });
  const reset = RoomEvent.parse({ ...stored(7), kind: 'triggers.reset', screenId: null });
  if (reset.kind === 'triggers.reset') held.take(reset);
  expect(held.dropped('chat-thin')).toBe(0);
});
