import { useCallback, useSyncExternalStore } from 'react';

import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useChat } from '#renderer/store/selectors.ts';

/** Nobody reads faster; a flood costs eight drawings a second instead of sixty. */
const DRAW_EVERY_MS = 125;

/** Passes the first call on at once, then at most one each period, the last one included. */
function atMostEvery(periodMs: number, call: () => void): { run(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBehind = false;
  function pass(): void {
    isBehind = false;
    timer = setTimeout(() => {
      timer = null;
      if (isBehind) pass();
    }, periodMs);
    call();
  }
  return {
    run() {
      if (timer === null) pass();
      else isBehind = true;
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** The rows of the log, renewed at most eight times a second, at once when it was quiet. */
export function useChatRows(): readonly ChatRow[] {
  const log = useChat();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const throttled = atMostEvery(DRAW_EVERY_MS, onChange);
      const stop = log.subscribe(throttled.run);
      return () => {
        stop();
        throttled.cancel();
      };
    },
    [log],
  );
  return useSyncExternalStore(subscribe, log.rows);
}
