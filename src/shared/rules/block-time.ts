import { elapsedMs, meantMs, type ClockedBlock } from './run-of-show/block-clock.ts';

export type BlockTime = {
  /** Milliseconds of the plan, and of what was added on air, still left; negative once over. */
  readonly leftMs: number;
  /** `ending`: the last fifth, but at most the last minute. A block without a plan just runs. */
  readonly phase: 'running' | 'ending' | 'over';
};

const ENDING_PART = 0.2;
const ENDING_AT_MOST_MS = 60_000;

/** How a running block stands against its plan at a show time (UTC milliseconds), holds left out. */
export function blockTime(block: ClockedBlock, showNowTs: number): BlockTime {
  const wholeMs = meantMs(block);
  const leftMs = wholeMs - elapsedMs(block, showNowTs);
  if (wholeMs === 0) return { leftMs, phase: 'running' };
  if (leftMs < 0) return { leftMs, phase: 'over' };
  const isEnding = leftMs <= Math.min(wholeMs * ENDING_PART, ENDING_AT_MOST_MS);
  return { leftMs, phase: isEnding ? 'ending' : 'running' };
}
