import { useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useLink, useStage } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import type { HelpCall, HelpReason } from '#shared/model/stage.ts';

/** `waiting`: asked while the desk is away; `asked`: the desk has it; `seen`: somebody sees to it. */
export type CallState = 'open' | 'sending' | 'waiting' | 'asked' | 'seen' | 'refused';

/** How long it stays in sight that somebody sees to a call, milliseconds of show time. */
const SEEN_SHOWN_MS = 10_000;

export interface CallControl {
  stateOf(reason: HelpReason): CallState;
  /** The newest call that is not settled for long; null for none. */
  readonly newest: { readonly reason: HelpReason; readonly state: CallState } | null;
  ask(reason: HelpReason): void;
}

type Outcome = 'sending' | 'refused';

/** What the anchor asks for with one tap, and what has become of it. */
export function useCalls(): CallControl {
  const run = useCommand();
  const { calls } = useStage();
  const isLive = useLink().state === 'live';
  const now = useShowNow(1_000);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<HelpReason, Outcome>>(new Map());
  const [last, setLast] = useState<HelpReason | null>(null);

  const isShown = ({ answeredTs }: HelpCall): boolean =>
    answeredTs === null || (now !== null && now - answeredTs < SEEN_SHOWN_MS);

  function stateOf(reason: HelpReason): CallState {
    const call = calls.find((each) => each.reason === reason && isShown(each));
    if (call !== undefined) return call.answeredTs === null ? 'asked' : 'seen';
    const outcome = outcomes.get(reason);
    if (outcome === undefined) return 'open';
    return outcome === 'sending' && !isLive ? 'waiting' : outcome;
  }

  function ask(reason: HelpReason): void {
    const state = stateOf(reason);
    if (state === 'asked' || state === 'sending' || state === 'waiting') return;
    setLast(reason);
    setOutcomes((held) => new Map(held).set(reason, 'sending'));
    void run('help.ask', { reason }).then((result) => {
      setOutcomes((held) => {
        const next = new Map(held);
        if (result.ok) next.delete(reason);
        else next.set(reason, 'refused');
        return next;
      });
    });
  }

  const shown = calls.find(isShown)?.reason ?? last;
  const state = shown === null ? 'open' : stateOf(shown);
  return {
    stateOf,
    newest: shown === null || state === 'open' ? null : { reason: shown, state },
    ask,
  };
}
