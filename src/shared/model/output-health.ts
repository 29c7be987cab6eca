import { z } from 'zod';

import { OutletId, Timestamp } from './ids.ts';

/** How an OBS gets its stream out (推流): judged by `rules/outputs/output-level.ts`. */
export const OutputLevel = z.enum(['good', 'strained', 'bad']);
export type OutputLevel = z.infer<typeof OutputLevel>;

export const OutputState = z.enum([...OutputLevel.options, 'not_streaming']);
export type OutputState = z.infer<typeof OutputState>;

/**
 * What holds a stream up: the line takes less than is sent, the picture is not drawn in time, it is not
 * encoded in time, or the connection is being made again.
 */
export const OutputCause = z.enum(['network', 'rendering', 'encoding', 'reconnecting']);
export type OutputCause = z.infer<typeof OutputCause>;

/** Why nobody knows a stream's bitrate: translated as `output.why.<reason>`. */
export const OutputUnknown = z.enum([
  'not_streaming',
  'reconnecting',
  /** It has just been looked at for the first time: a rate is between two readings. */
  'first_reading',
  /** Its counters went back, as after a reconnect. */
  'counters_restarted',
  /** It says that it streams, and its stream does not grow longer. */
  'no_frames',
  /** OBS is not reached, or did not answer. */
  'not_read',
]);
export type OutputUnknown = z.infer<typeof OutputUnknown>;

const Count = z.int().min(0);
const Share = z.number().min(0).max(1);

/** The stream of an OBS, as it was read last. */
export const OutputHealth = z.strictObject({
  outletId: OutletId,
  name: z.string(),
  /** Null: it could not be read. */
  state: OutputState.nullable(),
  /** What made it strained or bad; null otherwise. */
  cause: OutputCause.nullable(),
  /** Kilobits a second between the last two readings; null: `why`. */
  kbps: Count.nullable(),
  why: OutputUnknown.nullable(),
  /** Frames that did not go out for the line, as a share of 1 of those of the last seconds. */
  droppedShare: Share.nullable(),
  /** The same since the stream began. */
  droppedFrames: Count.nullable(),
  totalFrames: Count.nullable(),
  /** How full what waits to be sent is; 1: OBS begins to drop frames. */
  congestion: Share.nullable(),
  /** Frames that were not drawn, not encoded in time, as shares of 1 of those of the last seconds. */
  unrenderedShare: Share.nullable(),
  unencodedShare: Share.nullable(),
  fps: z.number().min(0).nullable(),
  /** Of all of the machine's processors, percent. */
  cpuPercent: z.number().min(0).nullable(),
  /** How long it has streamed, milliseconds. */
  streamedMs: Count.nullable(),
  /** Its microphone; null where none is listened to. */
  microphone: z
    .strictObject({
      name: z.string(),
      /** The loudest of the last half second, dB of full scale; null: nothing is heard of it. */
      levelDb: z.int().min(-100).max(0).nullable(),
      isVoice: z.boolean(),
    })
    .nullable(),
});
export type OutputHealth = z.infer<typeof OutputHealth>;

/** Of each OBS that is on, in their order. */
export const OutputsSlice = z.strictObject({ outputs: z.array(OutputHealth) });
export type OutputsSlice = z.infer<typeof OutputsSlice>;
export const NO_OUTPUTS: OutputsSlice = { outputs: [] };

/** A stretch of show time in which a stream was strained or bad throughout. */
export const OutputStrain = z.strictObject({
  fromTs: Timestamp,
  toTs: Timestamp,
  level: z.enum(['strained', 'bad']),
  cause: OutputCause,
});
export type OutputStrain = z.infer<typeof OutputStrain>;

/** Within one minute more would be noise: leaving one takes six seconds. */
export const STRAINS_A_MINUTE = 12;

/** What was measured of a stream up to a minute. Null: nobody knows; for the bitrate says `why`. */
export const measuredFields = {
  outletId: OutletId,
  /** The place's name then. */
  name: z.string().min(1).max(60),
  /** Show time, within one minute of it. */
  fromTs: Timestamp,
  toTs: Timestamp,
  /** Milliseconds that were read; of those OBS streamed, and was making the connection again. */
  measuredMs: z.int().positive(),
  streamingMs: Count,
  reconnectingMs: Count,
  /** Kilobits a second: bits that went out over the time the stream grew by, and the least of two readings. */
  kbpsMean: Count.nullable(),
  kbpsMin: Count.nullable(),
  why: OutputUnknown.nullable(),
  droppedFrames: Count.nullable(),
  totalFrames: Count.nullable(),
  congestionMax: Share.nullable(),
  unrenderedFrames: Count.nullable(),
  renderedFrames: Count.nullable(),
  unencodedFrames: Count.nullable(),
  encodedFrames: Count.nullable(),
  fpsMin: z.number().min(0).nullable(),
  cpuMax: z.number().min(0).nullable(),
  strains: z.array(OutputStrain).max(STRAINS_A_MINUTE),
};
export const MeasuredOutput = z.strictObject(measuredFields);
export type MeasuredOutput = z.infer<typeof MeasuredOutput>;
