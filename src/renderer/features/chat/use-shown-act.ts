import { useEffect, useState } from 'react';

import { useActs } from '#renderer/store/selectors.ts';
import type { ChatAction } from '#shared/model/chat-act.ts';

/** What went well goes by itself; what did not stays until it is closed or something else is done. */
const DONE_SHOWN_MS = 10_000;

export interface ShownAct {
  readonly action: ChatAction;
  /** Where the very same was done or goes: one line to several platforms is one thing. */
  readonly platforms: readonly string[];
  /** How many others are under way or failed beside it. */
  readonly others: number;
  dismiss(): void;
}

/**
 * What is to be said of what was done in the platforms' chats since this window was opened: failures
 * first, then what is under way, then the newest.
 */
export function useShownAct(): ShownAct | null {
  const { recent } = useActs();
  const newest = recent.at(-1)?.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(newest);
  const open = recent.filter(({ seq }) => seq > seenSeq);
  const failed = open.filter(({ state }) => state === 'refused' || state === 'unknown');
  const waiting = open.filter(({ state }) => state === 'waiting');
  const action = failed.at(-1) ?? waiting.at(-1) ?? open.at(-1) ?? null;
  const isAllDone = action?.state === 'done';
  useEffect(() => {
    if (!isAllDone) return undefined;
    const timer = setTimeout(() => setSeenSeq(newest), DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isAllDone, newest]);
  if (action === null) return null;
  const troubled = [...failed, ...waiting];
  const alike = open.filter(
    ({ act, text, state, lineSeq }) =>
      act === action.act && text === action.text && state === action.state && lineSeq === null,
  );
  const platforms = action.lineSeq === null ? alike.map(({ platform }) => platform) : [];
  return {
    action,
    others: troubled.filter((each) => each !== action && !alike.includes(each)).length,
    platforms: [...new Set([...platforms, action.platform])],
    dismiss: () => setSeenSeq(newest),
  };
}
