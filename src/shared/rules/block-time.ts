export type BlockTime = {
  /** Milliseconds of the plan still left; negative once over. */
  readonly leftMs: number;
  /** `ending`: the last fifth, but at most the last minute. A block without a plan just runs. */
  readonly phase: 'running' | 'ending' | 'over';
};

const ENDING_PART = 0.2;
const ENDING_AT_MOST_MS = 60_000;

/** How a block stands against its plan. Start and now in show time, UTC milliseconds. */
export function blockTime(startedTs: number, plannedMs: number, showNowTs: number): BlockTime {
  const leftMs = startedTs + plannedMs - showNowTs;
  if (plannedMs === 0) return { leftMs, phase: 'running' };
  if (leftMs < 0) return { leftMs, phase: 'over' };
  const isEnding = leftMs <= Math.min(plannedMs * ENDING_PART, ENDING_AT_MOST_MS);
  return { leftMs, phase: isEnding ? 'ending' : 'running' };
}
