import type { Block } from '../../model/run-of-show.ts';
import type { HeldTarget } from '../../model/show-target.ts';

/**
 * How long the show is planned to be on air, ms: by its own target, else by the blocks of its run of
 * show. Null where neither says.
 */
export function plannedLength(
  targets: readonly Pick<HeldTarget, 'name' | 'value'>[],
  blocks: readonly Pick<Block, 'plannedMs'>[],
): number | null {
  const own = targets.find(({ name }) => name === 'onAir');
  if (own !== undefined) return own.value * 1_000;
  const sum = blocks.reduce((total, { plannedMs }) => total + plannedMs, 0);
  return sum > 0 ? sum : null;
}
