import { goesRound, runAt, type OrderedBlock, type TimedLoop } from './groups.ts';

/** A block in its turn: which round of its loop it is in, 1 outside loops. */
export type Turn<B> = { readonly block: B; readonly round: number };

/**
 * The turn after the running one, or the first; null after the last. `blocks` in order, `atTs` the
 * show time at which it would begin. What was passed over comes again with the next round.
 */
export function nextTurn<B extends OrderedBlock>(
  blocks: readonly B[],
  loops: readonly TimedLoop[],
  current: { readonly id: number; readonly round: number } | null,
  atTs: number,
): Turn<B> | null {
  const index = blocks.findIndex(({ id }) => id === current?.id);
  if (index === -1 || current === null) return firstTurn(blocks, 0, blocks.length);
  const run = runAt(blocks, loops, index);
  const inRound = firstTurn(blocks, index + 1, run.to);
  if (inRound !== null) return { ...inRound, round: current.round };
  const first = blocks[run.from];
  if (first !== undefined && goesRound(blocks, run, current.round, atTs)) {
    return { block: first, round: current.round + 1 };
  }
  return firstTurn(blocks, run.to, blocks.length);
}

/** The first that was not passed over. */
function firstTurn<B extends OrderedBlock>(
  blocks: readonly B[],
  from: number,
  to: number,
): Turn<B> | null {
  const block = blocks.slice(from, to).find(({ skippedTs }) => skippedTs === null);
  return block === undefined ? null : { block, round: 1 };
}

/** The turn before: within the round, the round before, or what stands before it; null at the first. */
export function previousTurn<B extends OrderedBlock>(
  blocks: readonly B[],
  loops: readonly TimedLoop[],
  current: { readonly id: number; readonly round: number } | null,
): Turn<B> | null {
  const index = blocks.findIndex(({ id }) => id === current?.id);
  if (index === -1 || current === null) return null;
  const run = runAt(blocks, loops, index);
  const inRound = blocks[index - 1];
  if (index > run.from && inRound !== undefined) return { block: inRound, round: current.round };
  const last = blocks[run.to - 1];
  if (run.loop !== null && current.round > 1 && last !== undefined) {
    return { block: last, round: current.round - 1 };
  }
  return inRound === undefined ? null : { block: inRound, round: 1 };
}
