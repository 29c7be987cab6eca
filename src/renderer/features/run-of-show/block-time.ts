import type { Block } from '#shared/model/run-of-show.ts';

export type BlockState = 'done' | 'now' | 'ahead';
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
  const endTs = block.endedTs ?? (isCurrent ? showNow : null);
  const elapsedMs =
    block.startedTs === null || endTs === null ? 0 : Math.max(0, endTs - block.startedTs);
  const leftMs = block.plannedMs - elapsedMs;
  const state = isCurrent ? 'now' : block.startedTs === null ? 'ahead' : 'done';
  const isPlanned = block.plannedMs > 0;
  return {
    state,
    elapsedMs,
    leftMs,
    hurry: isCurrent && isPlanned ? hurryOf(leftMs, block.plannedMs) : 'calm',
    progress: isPlanned ? Math.min(1, elapsedMs / block.plannedMs) : 0,
  };
}

function hurryOf(leftMs: number, plannedMs: number): BlockHurry {
  if (leftMs < 0) return 'over';
  return leftMs <= Math.min(SOON_MAX_MS, plannedMs * SOON_PART) ? 'soon' : 'calm';
}
