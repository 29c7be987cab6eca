import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';
import type { AssistantAnswer } from '../../model/assistant.ts';

/** Answers a desk is told of beside the problems that are open. */
const KEPT = 50;

/** An answer that stands: what it said is still so. */
export function stands({ state }: AssistantAnswer): boolean {
  return state !== 'withdrawn' && state !== 'undone';
}

/** A problem nobody at a desk has taken care of. */
export function isOpenProblem(answer: AssistantAnswer): boolean {
  return answer.answer === 'problem' && stands(answer) && answer.state !== 'acknowledged';
}

/** The answers with one more fact of the log; every other event changes nothing. */
export function foldAnswer(
  answers: readonly AssistantAnswer[],
  event: RoomEvent,
): readonly AssistantAnswer[] {
  if (event.kind === 'assistant.answered') return keepLast([...answers, answerOf(event)]);
  if (event.kind !== 'assistant.settled') return answers;
  return answers.map((answer) => settled(answer, event));
}

/** All of a show, from its facts in the order of the log. */
export function foldAnswers(events: readonly RoomEvent[]): readonly AssistantAnswer[] {
  return events.reduce<readonly AssistantAnswer[]>(foldAnswer, []);
}

function answerOf(event: RoomEventOf<'assistant.answered'>): AssistantAnswer {
  const { screenId, name, trade, answer, productId, linkNumber, productName } = event;
  const { units, text, stockBefore, stockAfter, hasChangedShelf, seq, eventTs: ts } = event;
  const about = { productId, linkNumber, productName, units, text };
  const change = { stockBefore, stockAfter, hasChangedShelf };
  return { seq, ts, screenId, name, trade, answer, ...about, ...change, state: 'received' };
}

/** What is seen, acknowledged or taken back never goes a step back. */
function settled(
  answer: AssistantAnswer,
  { answerSeq, how }: RoomEventOf<'assistant.settled'>,
): AssistantAnswer {
  if (!stands(answer)) return answer;
  if (how === 'seen') {
    const isNew = answer.seq <= answerSeq && answer.state === 'received';
    return isNew ? { ...answer, state: 'seen' } : answer;
  }
  return answer.seq === answerSeq ? { ...answer, state: how } : answer;
}

function keepLast(answers: readonly AssistantAnswer[]): readonly AssistantAnswer[] {
  const old = answers.slice(0, -KEPT).filter(isOpenProblem);
  return [...old, ...answers.slice(-KEPT)];
}
