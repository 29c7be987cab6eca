import type { Block, LoopedGroup } from '../../model/run-of-show.ts';

/** What an order of blocks is worked out from. */
export type OrderedBlock = Pick<Block, 'id' | 'group' | 'plannedMs' | 'skippedTs'>;

/** A loop with its time of day as a show time; null where it is so many times. */
export type TimedLoop = LoopedGroup & { readonly untilTs: number | null };

/** Neighbours of one name; a block without a group stands alone. From and to (exclusive) are indexes. */
export type BlockRun = {
  readonly from: number;
  readonly to: number;
  readonly loop: TimedLoop | null;
};

/** The run that the block at this index is in. */
export function runAt(
  blocks: readonly Pick<Block, 'group'>[],
  loops: readonly TimedLoop[],
  index: number,
): BlockRun {
  const group = blocks[index]?.group ?? '';
  if (group === '') return { from: index, to: index + 1, loop: null };
  let from = index;
  while (blocks[from - 1]?.group === group) from -= 1;
  let to = index + 1;
  while (blocks[to]?.group === group) to += 1;
  return { from, to, loop: loops.find(({ name }) => name === group) ?? null };
}

/** Planned length of one round of a run, ms. */
export function roundMs(blocks: readonly Pick<Block, 'plannedMs'>[], run: BlockRun): number {
  return blocks.slice(run.from, run.to).reduce((sum, { plannedMs }) => sum + plannedMs, 0);
}

/**
 * Whether a run goes round again after this round, at this show time: until a time of day it does
 * where the whole round is over by then. One without any length never does, or it would for ever.
 */
export function goesRound(
  blocks: readonly Pick<Block, 'plannedMs'>[],
  run: BlockRun,
  round: number,
  atTs: number,
): boolean {
  if (run.loop === null) return false;
  const { loop, untilTs } = run.loop;
  if (loop.kind === 'times') return round < loop.times;
  const lengthMs = roundMs(blocks, run);
  return lengthMs > 0 && untilTs !== null && atTs + lengthMs <= untilTs;
}
