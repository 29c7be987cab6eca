import { z } from 'zod';

import { Timestamp } from './ids.ts';
import { ImageId } from './product-image.ts';

/** Characters of what is written to a moment. */
export const NOTE_MAX = 500;

/** A moment that somebody marked, with what is known of it now. */
export const ReviewNote = z.strictObject({
  /** Of the fact that marked it. */
  seq: z.int().positive(),
  /** Show time it is about. */
  ts: Timestamp,
  /** Wall time at which it was marked or last written to. */
  writtenTs: Timestamp,
  note: z.string(),
  /** Its photo; null for none. */
  imageId: ImageId.nullable(),
});
export type ReviewNote = z.infer<typeof ReviewNote>;
