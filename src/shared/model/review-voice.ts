import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** Chat lines that are read at most, the newest of a show. */
export const VOICE_LINES_MAX = 200_000;

/** Questions that mean the same, asked until they were answered. */
export const VoiceQuestion = z.strictObject({
  /** Of its first line, without the people it calls. */
  text: z.string(),
  count: z.int().min(1),
  people: z.int().min(0),
  firstTs: Timestamp,
  lastTs: Timestamp,
  /** Show time; null: nobody answered it. */
  answeredTs: Timestamp.nullable(),
});
export type VoiceQuestion = z.infer<typeof VoiceQuestion>;

export const VoiceComplaint = z.strictObject({
  text: z.string(),
  count: z.int().min(1),
  firstTs: Timestamp,
});
export type VoiceComplaint = z.infer<typeof VoiceComplaint>;

/** What viewers said in a show. */
export const ReviewVoice = z.strictObject({
  /** Lines that were read; those before `fromTs` were not where it is not null. */
  lines: z.int().min(0),
  fromTs: Timestamp.nullable(),
  questions: z.array(VoiceQuestion),
  /** Lines that complain, in all, and those that were said most. */
  complaining: z.int().min(0),
  complaints: z.array(VoiceComplaint),
  words: z.array(z.strictObject({ word: z.string(), lines: z.int().min(1) })),
  /** Lines the words are of: every so many-th, so that a long show does not take minutes. */
  wordLines: z.int().min(0),
});
export type ReviewVoice = z.infer<typeof ReviewVoice>;
