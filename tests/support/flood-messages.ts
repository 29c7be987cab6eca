import { z } from 'zod';

/** What the flood's process is told: so many lines a second for so long. */
export const FloodOrder = z.strictObject({ perSecond: z.number(), seconds: z.number() });
export type FloodOrder = z.infer<typeof FloodOrder>;

export const FloodReport = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('listening'), url: z.string() }),
  z.strictObject({ type: z.literal('joined') }),
  /** Sent, and read by whoever listens. */
  z.strictObject({ type: z.literal('sent'), lines: z.int() }),
]);
export type FloodReport = z.infer<typeof FloodReport>;
