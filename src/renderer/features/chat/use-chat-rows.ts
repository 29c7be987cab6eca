import { useMemo, useSyncExternalStore } from 'react';

import type { ChatLog } from '#renderer/store/chat-log.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useChat } from '#renderer/store/selectors.ts';

/** Within a group commit of the core, so that each is drawn as it comes. */
const DRAW_EVERY_MS = 40;
/** Nobody reads that many; a page that stands for a moment says more than one that flickers. */
const FLOOD_DRAW_EVERY_MS = 500;
/** What a column shows passes by in less than a drawing. */
const FLOOD_ROWS_PER_SECOND = 2_000;
/** How long the rate of rows is looked at before it says that this is a flood, or none any more. */
const RATE_OVER_MS = 500;

export interface DrawnRows {
  readonly rows: readonly ChatRow[];
  /** More comes than anybody reads: drawn seldom, by whole pages. */
  readonly isFlood: boolean;
}

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

/** Tells a flood from the rate at which rows come, looked at with every drawing. */
function floodGauge(log: ChatLog): () => boolean {
  let [sinceMs, total, isFlood] = [performance.now(), log.total(), false];
  return () => {
    const now = performance.now();
    const spanMs = now - sinceMs;
    if (spanMs < RATE_OVER_MS) return isFlood;
    isFlood = ((log.total() - total) * 1000) / spanMs > FLOOD_ROWS_PER_SECOND;
    [sinceMs, total] = [now, log.total()];
    return isFlood;
  };
}

function drawnRows(log: ChatLog) {
  const isFlood = floodGauge(log);
  let drawn: DrawnRows = { rows: log.rows(), isFlood: false };
  return {
    current(): DrawnRows {
      const rows = log.rows();
      if (drawn.rows !== rows) drawn = { ...drawn, rows };
      return drawn;
    },
    subscribe(onChange: () => void): () => void {
      function draw(): void {
        drawn = { rows: log.rows(), isFlood: isFlood() };
        onChange();
      }
      const drawing = paced(draw, () => (drawn.isFlood ? FLOOD_DRAW_EVERY_MS : DRAW_EVERY_MS));
      const stop = log.subscribe(drawing.run);
      return () => {
        stop();
        drawing.cancel();
      };
    },
  };
}

/** The rows of the log, renewed as they come, twice a second in a flood. */
export function useChatRows(): DrawnRows {
  const log = useChat();
  const drawn = useMemo(() => drawnRows(log), [log]);
  return useSyncExternalStore(drawn.subscribe, drawn.current);
}
