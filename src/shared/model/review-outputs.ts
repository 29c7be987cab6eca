import { z } from 'zod';

import { MeasuredOutput, OutputStrain } from './output-health.ts';

/** What was measured of a stream over a stretch of a show: null is unknown, for the bitrate with `why`. */
const MeasuredTotal = MeasuredOutput.omit({
  outletId: true,
  name: true,
  fromTs: true,
  toTs: true,
  measuredMs: true,
  strains: true,
}).extend({ measuredMs: z.int().min(0) });

export const OutputMinute = MeasuredTotal.extend({
  /** Minutes since 1970-01-01 UTC of show time; one in which nothing was read has none. */
  minute: z.int().min(0),
});
export type OutputMinute = z.infer<typeof OutputMinute>;

/** How the stream of one OBS went out in a show. */
export const ReviewOutput = z.strictObject({
  outletId: MeasuredOutput.shape.outletId,
  name: MeasuredOutput.shape.name,
  minutes: z.array(OutputMinute),
  total: MeasuredTotal,
  /** Oldest first. */
  strains: z.array(OutputStrain),
});
export type ReviewOutput = z.infer<typeof ReviewOutput>;
