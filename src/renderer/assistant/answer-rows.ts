import type { AppError } from '#shared/contract/app-error.ts';
import { TAKE_BACK_MS, type AssistantAnswer, type Trade } from '#shared/model/assistant.ts';

import type { Tap } from './use-taps.ts';

/** An answer as it is listed on the phone, of this phone or of another assistant's. */
export interface AnswerRow {
  readonly key: string;
  readonly answer: AssistantAnswer['answer'];
  readonly units: number | null;
  readonly text: string;
  readonly linkNumber: number | null;
  readonly trade: Trade | null;
  /** Show time; null until it was received. */
  readonly ts: number | null;
  readonly state: AssistantAnswer['state'] | 'sending' | 'refused';
  readonly error: AppError | null;
  /** Which answer, and until when by this machine's wall time; null where it cannot be taken back. */
  readonly back: { readonly seq: number; readonly untilTs: number } | null;
}

/** The newest first: what the desk holds, and before it what it has not confirmed yet. */
export function answerRows(
  answers: readonly AssistantAnswer[],
  taps: readonly Tap[],
): readonly AnswerRow[] {
  const held = new Set(answers.map(({ seq }) => seq));
  const own = new Map(taps.map((tap) => [tap.seq, tap]));
  const pending = taps
    .filter(({ seq }) => seq === null || !held.has(seq))
    .map((tap): AnswerRow => {
      const { answer, units, text } = tap.input;
      const state = tap.error !== null ? 'refused' : tap.seq === null ? 'sending' : 'received';
      const linkNumber = tap.product?.linkNumber ?? null;
      const what = { answer, units, text, linkNumber, trade: null, ts: null };
      return { key: `tap ${tap.id}`, ...what, state, error: tap.error, back: backOf(tap) };
    });
  const stored = answers.map((each): AnswerRow => {
    const { seq, answer, units, text, linkNumber, trade, ts, state } = each;
    const isOpen = state === 'received' || state === 'seen';
    const back = isOpen ? backOf(own.get(seq)) : null;
    const what = { answer, units, text, linkNumber, trade, ts };
    return { key: `seq ${seq}`, ...what, state, error: null, back };
  });
  return [...stored, ...pending].reverse();
}

function backOf(tap: Tap | undefined): AnswerRow['back'] {
  if (tap === undefined || tap.seq === null || tap.receivedTs === null) return null;
  return { seq: tap.seq, untilTs: tap.receivedTs + TAKE_BACK_MS };
}
