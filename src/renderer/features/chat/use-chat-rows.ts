import { useCallback, useSyncExternalStore } from 'react';

import type { ChatLog } from '#renderer/store/chat-log.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useChat } from '#renderer/store/selectors.ts';

/** Within a group commit of the core, so that each is drawn as it comes. */
const DRAW_EVERY_MS = 40;
/** When more rows came since the last drawing than a column shows, nobody reads them any more. */
const FLOOD_ROWS = 80;
/** A flood costs eight drawings a second. */
const FLOOD_DRAW_EVERY_MS = 125;

/** Passes the first call on at once, then at most one each period, the last one included. */
function paced(call: () => void, periodMs: () => number): { run(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBehind = false;
  function pass(): void {
    isBehind = false;
    timer = setTimeout(() => {
      timer = null;
      if (isBehind) pass();
    }, periodMs());
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

/** How long a drawing stands, from how many rows came since the one before. */
function drawPace(log: ChatLog): () => number {
  let drawn = log.total();
  return () => {
    const came = log.total() - drawn;
    drawn = log.total();
    return came > FLOOD_ROWS ? FLOOD_DRAW_EVERY_MS : DRAW_EVERY_MS;
  };
}

/** The rows of the log, renewed as they come, at most eight times a second in a flood. */
export function useChatRows(): readonly ChatRow[] {
  const log = useChat();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const drawing = paced(onChange, drawPace(log));
      const stop = log.subscribe(drawing.run);
      return () => {
        stop();
        drawing.cancel();
      };
    },
    [log],
  );
  return useSyncExternalStore(subscribe, log.rows);
}
