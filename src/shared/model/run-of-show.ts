import { z } from 'zod';

import { BlockId, ProductId, Timestamp } from './ids.ts';

/** One block of the run of show (流程). Times are show time. */
export const Block = z.strictObject({
  id: BlockId,
  position: z.int().min(1),
  role: z.enum([
    'warmup',
    'traffic',
    'benefit',
    'hero',
    'margin',
    'giveaway',
    'questions',
    'close',
    'encore',
    'preview',
  ]),
  title: z.string(),
  plannedMs: z.int().min(0),
  productId: ProductId.nullable(),
  startedTs: Timestamp.nullable(),
  endedTs: Timestamp.nullable(),
});
export type Block = z.infer<typeof Block>;
