import { z } from 'zod';

import { BlockId } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** Most that is added to a block, or taken off, at once: an hour, ms. */
const EXTEND_MAX_MS = 3_600_000;

/**
 * The run of show while it runs. All are refused while the show is not on air (show_wrong_state), for
 * a block that is none (unknown_block), or where none runs (no_block_runs).
 */
export const blockCommands = {
  'block.start': { input: z.strictObject({ blockId: BlockId }), output: none, callers: desk },
  /** Also into the next round of a loop. Refused: no_next_block after the last. */
  'block.next': { input: none, output: none, callers: desk },
  /** The block before begins anew. Refused: no_next_block before the first. */
  'block.previous': { input: none, output: none, callers: desk },
  /**
   * The running block is broken off and the next begins; one ahead is passed over, or is not any more.
   * Refused: block_on_air for one that is over.
   */
  'block.skip': {
    input: z.strictObject({ blockId: BlockId, isSkipped: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** Adds to the running block, or takes off; never below nothing. */
  'block.extend': {
    input: z.strictObject({ byMs: z.int().min(-EXTEND_MAX_MS).max(EXTEND_MAX_MS) }),
    output: z.strictObject({ extendedMs: z.int() }),
    callers: desk,
  },
  /** The clock of the running block stands still until it is let go. */
  'block.hold': { input: z.strictObject({ isHeld: z.boolean() }), output: none, callers: desk },
} as const;
