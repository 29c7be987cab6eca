import type { Block } from '#shared/model/run-of-show.ts';
import { elapsedMs, meantMs } from '#shared/rules/run-of-show/block-clock.ts';

export type BlockState = 'done' | 'now' | 'ahead' | 'skipped';
export type BlockHurry = 'calm' | 'soon' | 'over';

/** The last fifth of a block is worth a warning, but at most its last minute. */
const SOON_PART = 0.2;
const SOON_MAX_MS = 60_000;

export type BlockTime = {
  readonly state: BlockState;
  /** Show milliseconds since its start; of a finished block, all it took. */
  readonly elapsedMs: number;
  /** Planned minus elapsed; negative when over. */
  readonly leftMs: number;
  readonly hurry: BlockHurry;
  /** Part of the plan that has passed, 0 to 1. */
  readonly progress: number;
};

/** Where a block stands at a show time; null is before the show has a clock. */
export function blockTime(block: Block, isCurrent: boolean, showNow: number | null): BlockTime {
  const isOver = block.endedTs !== null;
  const elapsed = isOver || (isCurrent && showNow !== null) ? elapsedMs(block, showNow ?? 0) : 0;
  const lengthMs = meantMs(block);
  const leftMs = lengthMs - elapsed;
  const state = stateOf(block, isCurrent);
  const isPlanned = lengthMs > 0;
  return {
    state,
    elapsedMs: elapsed,
    leftMs,
    hurry: isCurrent && isPlanned ? hurryOf(leftMs, lengthMs) : 'calm',
    progress: isPlanned ? Math.min(1, elapsed / lengthMs) : 0,
  };
}

function stateOf({ startedTs, skippedTs }: Block, isCurrent: boolean): BlockState {
  if (isCurrent) return 'now';
  if (skippedTs !== null) return 'skipped';
  return startedTs === null ? 'ahead' : 'done';
}

function hurryOf(leftMs: number, plannedMs: number): BlockHurry {
  if (leftMs < 0) return 'over';
  return leftMs <= Math.min(SOON_MAX_MS, plannedMs * SOON_PART) ? 'soon' : 'calm';
}
