import { z } from 'zod';

import { BlockId } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The run of show while it runs. */
export const blockCommands = {
  'block.start': { input: z.strictObject({ blockId: BlockId }), output: none, callers: desk },
  'block.next': { input: none, output: none, callers: desk },
} as const;
