import type { Block } from '../../model/run-of-show.ts';

/** What the clock of a block is worked out from. */
export type ClockedBlock = Pick<
  Block,
  'plannedMs' | 'extendedMs' | 'startedTs' | 'endedTs' | 'heldMs' | 'heldSinceTs'
>;

/** How long a block is meant to be by now: as planned and what was added on air, ms. */
export function meantMs({
  plannedMs,
  extendedMs,
}: Pick<Block, 'plannedMs' | 'extendedMs'>): number {
  return Math.max(0, plannedMs + extendedMs);
}

/** How long its clock stood still until then, ms. */
export function heldUntil({ heldMs, heldSinceTs }: ClockedBlock, atTs: number): number {
  return heldMs + (heldSinceTs === null ? 0 : Math.max(0, atTs - heldSinceTs));
}

/** What its clock says at a show time, holds left out; 0 before it began. */
export function elapsedMs(block: ClockedBlock, atTs: number): number {
  if (block.startedTs === null) return 0;
  const toTs = block.endedTs ?? atTs;
  return Math.max(0, toTs - block.startedTs - heldUntil(block, toTs));
}

/** When a running block is over if it is as meant from here on; never before `atTs`. */
export function endsAt(block: ClockedBlock, atTs: number): number {
  return atTs + Math.max(0, meantMs(block) - elapsedMs(block, atTs));
}
