import { z } from 'zod';

import { Timestamp } from '#shared/model/ids.ts';
import { Language } from '#shared/model/settings.ts';

/** Options of a simulator source, as the show keeps them. */
export const SimulatorOptions = z.object({
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
  /** What is sold, and what people write; a demo of before there were two was Chinese. */
  language: Language.default('zh-CN'),
  /** Events a second of real time; null is the room's natural pace, at any speed. */
  eventsPerSecond: z.int().min(1).max(20_000).nullable().default(null),
  /**
   * Pushes (`product` null: taken down) and cues so far, in order of show time, so that a show that
   * goes on after a restart has sold what it had sold.
   */
  inputs: z
    .array(
      z.union([
        z.object({ ts: Timestamp, product: z.string().nullable() }),
        z.object({ ts: Timestamp, cueKind: z.string() }),
      ]),
    )
    .default([]),
  /** Who may not write, and until when (null: for ever), as the log has it: kept over a restart too. */
  silences: z
    .array(z.object({ platform: z.string(), userId: z.string(), untilTs: Timestamp.nullable() }))
    .default([]),
});
export type SimulatorOptions = z.infer<typeof SimulatorOptions>;
