import { z } from 'zod';

import { CUE_TEXT_MAX } from './cue.ts';
import { CueId, ScreenId, Timestamp } from './ids.ts';
import { RiskClass } from './risk-word.ts';

/** Characters of the words that were said. */
export const SLIP_WORD_MAX = 40;
/** Slips of one show that can be logged: a key that is held ends here. */
export const SLIPS_MAX = 200;

/** What is known of a spoken slip (口误); all of it may come later, or never. */
export const slipFields = {
  /** What was said; empty where nobody wrote it down. */
  word: z.string().max(SLIP_WORD_MAX),
  /** What is wrong with it; null where nobody said. */
  slipClass: RiskClass.nullable(),
} as const;

/** The anchor said what should not be said, as it stands. */
export const Slip = z.strictObject({
  /** Of the fact that logged it. */
  seq: z.int().positive(),
  /** Show time. */
  ts: Timestamp,
  ...slipFields,
  /** The assistant who heard it; empty where a desk did. */
  by: z.string(),
  screenId: ScreenId.nullable(),
  /** The cue that asks the anchor to put it right; null: none was sent. */
  cueId: CueId.nullable(),
});
export type Slip = z.infer<typeof Slip>;

/** What desks are told of slips: those that stand, oldest first. */
export const SlipsSlice = z.strictObject({ slips: z.array(Slip) });
export type SlipsSlice = z.infer<typeof SlipsSlice>;
export const NO_SLIPS: SlipsSlice = { slips: [] };

/** A slip in the review, with whether what is right was said. */
export const ReviewSlip = z.strictObject({
  ...Slip.omit({ screenId: true, cueId: true }).shape,
  /** The line that was to put it right; null where none was sent. */
  correction: z
    .strictObject({
      text: z.string().max(CUE_TEXT_MAX),
      /** `said`: the anchor answered that it is done. */
      state: z.enum(['sent', 'shown', 'said', 'withdrawn']),
      /** From the slip to its being said, show milliseconds; null while it was not. */
      afterMs: z.int().min(0).nullable(),
    })
    .nullable(),
});
export type ReviewSlip = z.infer<typeof ReviewSlip>;
