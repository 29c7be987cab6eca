import { useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useLink } from '#renderer/store/selectors.ts';
import type { SentCue } from '#shared/model/cue.ts';

export type AnchorAnswer = 'done' | 'help';
/** `waiting`: pressed while the desk is away, sent by the client when it is back. */
export type AnswerState = 'open' | 'sending' | 'waiting' | 'taken' | 'refused';

export interface AnswerControl {
  /** False while there is nothing to answer. */
  readonly isPossible: boolean;
  readonly done: AnswerState;
  readonly help: AnswerState;
  press(answer: AnchorAnswer): void;
}

type Outcome = 'sending' | 'taken' | 'refused';

/** The anchor's two answers to the current cue and what has become of them. */
export function useAnswer(cue: SentCue | null): AnswerControl {
  const run = useCommand();
  const link = useLink();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());

  function stateOf(answer: AnchorAnswer): AnswerState {
    if (cue === null) return 'open';
    // The core's word counts: another anchor screen may have answered.
    if (cue.state === answer) return 'taken';
    const outcome = outcomes.get(keyOf(cue, answer));
    if (outcome === undefined) return 'open';
    return outcome === 'sending' && link.state !== 'live' ? 'waiting' : outcome;
  }

  function press(answer: AnchorAnswer): void {
    if (cue === null) return;
    const state = stateOf(answer);
    if (state !== 'open' && state !== 'refused') return;
    const key = keyOf(cue, answer);
    const settle = (outcome: Outcome): void => {
      setOutcomes((held) => new Map(held).set(key, outcome));
    };
    settle('sending');
    void run('cue.answer', { cueId: cue.id, answer }).then((result) => {
      settle(result.ok ? 'taken' : 'refused');
    });
  }

  return { isPossible: cue !== null, done: stateOf('done'), help: stateOf('help'), press };
}

function keyOf(cue: SentCue, answer: AnchorAnswer): string {
  return `${String(cue.id)}/${answer}`;
}
