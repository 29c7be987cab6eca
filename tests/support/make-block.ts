import { Block } from '#shared/model/run-of-show.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';

/** A block of a run of show as a test needs it; the rest is as of one that nothing was planned of. */
export function makeBlock(fields: {
  readonly [K in keyof Block]?: Block[K] extends readonly unknown[] ? readonly number[] : unknown;
}): Block {
  return Block.parse({
    ...BLANK_BLOCK,
    id: 1,
    position: 1,
    productId: null,
    startedTs: null,
    endedTs: null,
    extendedMs: 0,
    heldMs: 0,
    heldSinceTs: null,
    skippedTs: null,
    round: 1,
    ...fields,
  });
}
