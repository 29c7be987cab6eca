import { CueId } from '#shared/model/ids.ts';
import { AnswerHow } from '#shared/model/question.ts';
import type { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import { z } from 'zod';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { QuestionRow } from './questions.queries.ts';

/** What of a stored fact or chat line the debt needs; other fields are passed over. */
const ChatBody = z.object({
  platform: z.string(),
  isDeleted: z.boolean().optional(),
  actor: z.object({ roles: z.array(z.string()) }).nullable(),
});
const Lines = { lineSeqs: z.array(z.int().positive()) };
const AnsweredBody = z.object({
  ...Lines,
  how: AnswerHow,
  count: z.int().nullable(),
  people: z.int().nullable(),
});
const ReopenedBody = z.object(Lines);
const CueSentBody = z.object({ cueId: CueId, question: z.object(Lines).nullable().default(null) });
const CueAnsweredBody = z.object({ cueId: CueId, answer: z.string() });

/**
 * Tells the debt of one stored row, as the live event told it when it was committed.
 *
 * @returns whether it is a line that asks something.
 */
export function applyRow(debt: QuestionDebt, row: QuestionRow, chatters: () => number): boolean {
  if (row.kind === EVENT_KIND_CODES.chat) return askRow(debt, row, chatters);
  applyFact(debt, row);
  return false;
}

function applyFact(debt: QuestionDebt, row: QuestionRow): void {
  const { seq, ts } = row;
  switch (row.kind) {
    case EVENT_KIND_CODES['question.answered']: {
      const { lineSeqs, how, count, people } = AnsweredBody.parse(JSON.parse(row.body));
      return debt.answer({ seq, ts, lineSeqs, how, count: count ?? 0, people: people ?? 0 });
    }
    case EVENT_KIND_CODES['question.reopened']: {
      const { lineSeqs } = ReopenedBody.parse(JSON.parse(row.body));
      return debt.reopen({ seq, ts, lineSeqs });
    }
    case EVENT_KIND_CODES['cue.sent']: {
      const { cueId, question } = CueSentBody.parse(JSON.parse(row.body));
      return debt.cueSent(cueId, question?.lineSeqs ?? []);
    }
    case EVENT_KIND_CODES['cue.answered']: {
      const { cueId, answer } = CueAnsweredBody.parse(JSON.parse(row.body));
      return settlesCue(answer) ? debt.cueSettled(cueId) : undefined;
    }
    default:
      return undefined;
  }
}

/** After it a cue is before the anchor no more. */
export function settlesCue(answer: string): boolean {
  return answer === 'done' || answer === 'withdrawn';
}

/** What the anchor's own people write asks nothing of them, and a removed line asks nothing. */
export function asksNothing(
  actor: { readonly roles: readonly string[] } | null,
  isDeleted: boolean | undefined,
): boolean {
  return isDeleted === true || actor?.roles.includes('anchor') === true;
}

export function personKey(platform: string, person: string | null): string | null {
  return person === null || person === '' ? null : `${platform}\n${person}`;
}

function askRow(debt: QuestionDebt, row: QuestionRow, chatters: () => number): boolean {
  const { seq, ts, text } = row;
  if (text === null || text === '' || row.isErased === 1 || !debt.couldAsk(text)) return false;
  const { platform, actor, isDeleted } = ChatBody.parse(JSON.parse(row.body));
  if (asksNothing(actor, isDeleted)) return false;
  const person = personKey(platform, row.person);
  return debt.ask({ seq, ts, text, platform, person }, chatters);
}
