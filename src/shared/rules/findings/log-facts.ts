import type { RoomEvent } from '../../contract/room-event.ts';
import type { FigureName } from '../../model/entered-figure.ts';
import { EnteredFigures } from '../metrics/entered-figures.ts';
import type { AskedAgain, FindingSources } from './facts.ts';

/** Questions of the room that the log tells of, each since it was last answered; oldest first. */
export function askedIn(facts: readonly RoomEvent[]): readonly AskedAgain[] {
  const takenBack = new Set(
    facts.flatMap((fact) => (fact.kind === 'question.reopened' ? [fact.answeredSeq] : [])),
  );
  const asked = new Map<string, AskedAgain>();
  for (const fact of facts) {
    if (fact.kind === 'cue.proposed' && fact.evidence.kind === 'question') {
      const { questionId, sinceTs, people } = fact.evidence;
      const held = asked.get(`${questionId}/${sinceTs}`);
      asked.set(`${questionId}/${sinceTs}`, {
        questionId,
        sinceTs,
        people: Math.max(people, held?.people ?? 0),
        answeredTs: held?.answeredTs ?? null,
      });
    }
    if (fact.kind !== 'question.answered' || takenBack.has(fact.seq)) continue;
    const { questionId, eventTs, askedSinceTs, people } = fact;
    const open = [...asked].filter(
      ([, each]) => each.questionId === questionId && each.answeredTs === null,
    );
    for (const [key, each] of open) asked.set(key, { ...each, answeredTs: eventTs });
    if (open.length > 0 || askedSinceTs === null) continue;
    const key = `${questionId}/${askedSinceTs}`;
    asked.set(key, { questionId, sinceTs: askedSinceTs, people: people ?? 0, answeredTs: eventTs });
  }
  return [...asked.values()].toSorted((a, b) => a.sinceTs - b.sinceTs);
}

/** When somebody of the team, or a guard that was overruled, said that a product is sold out. */
export function soldOutIn(facts: readonly RoomEvent[]): FindingSources['soldOut'] {
  return facts.flatMap((fact) => {
    if (fact.kind === 'assistant.answered') {
      const { answer, productId, eventTs } = fact;
      return answer === 'sold_out' && productId !== null ? [{ productId, ts: eventTs }] : [];
    }
    if (fact.kind !== 'push.overruled') return [];
    const isSoldOut = fact.guards.some((guard) => guard === 'sold_out' || guard === 'stock_empty');
    return isSoldOut ? [{ productId: fact.productId, ts: fact.eventTs }] : [];
  });
}

export function raidsIn(facts: readonly RoomEvent[]): FindingSources['raids'] {
  return facts.flatMap((fact) =>
    fact.kind === 'raid'
      ? [{ ts: fact.eventTs, platform: fact.platform, viewers: fact.viewers }]
      : [],
  );
}

/** Figures that somebody entered: of the whole show, or of its sources together. */
export function enteredIn(facts: readonly RoomEvent[]): FindingSources['entered'] {
  const entered = new EnteredFigures();
  entered.restore(facts);
  const whole = new Map<FigureName, number>();
  const sums = new Map<FigureName, number>();
  for (const { name, value, sourceId } of entered.current()) {
    if (sourceId === null) whole.set(name, value);
    else sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return Object.fromEntries([...sums, ...whole]);
}
