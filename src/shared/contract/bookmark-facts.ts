import { z } from 'zod';

import { NOTE_MAX } from '../model/review-note.ts';
import { ScreenId } from '../model/ids.ts';
import { ImageId } from '../model/product-image.ts';
import { deskEnvelope } from './event-envelope.ts';

/** Moments that somebody marked, and what was written to them. Their show time is that of the moment. */
export const bookmarkFacts = {
  bookmark: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('bookmark'),
    note: z.string().max(NOTE_MAX),
  }),
  /** What is known of it from now on; one that was taken away is there again. */
  'bookmark.noted': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('bookmark.noted'),
    bookmarkSeq: z.int().positive(),
    note: z.string().max(NOTE_MAX),
    /** A photo beside the store; null for none. */
    imageId: ImageId.nullable(),
    screenId: ScreenId.nullable(),
  }),
  'bookmark.removed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('bookmark.removed'),
    bookmarkSeq: z.int().positive(),
    screenId: ScreenId.nullable(),
  }),
} as const;
