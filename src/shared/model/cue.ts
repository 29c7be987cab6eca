import { z } from 'zod';

import { CueCardId, CueId, ProductId, Timestamp } from './ids.ts';

export const CUE_KINDS = [
  'welcome',
  'retain',
  'rescue',
  'thanks',
  'question',
  'price',
  'demo',
  'close',
  'giveaway',
  'rest',
  'correction',
  'likes',
  'calm',
  'next',
  'wrap',
  'free',
] as const;
export const CueKind = z.enum(CUE_KINDS);
export type CueKind = z.infer<typeof CueKind>;

export const CUE_TEXT_MAX = 120;

/** A prepared cue in the deck (话术库). */
export const CueCard = z.strictObject({
  id: CueCardId,
  kind: CueKind,
  text: z.string().min(1).max(CUE_TEXT_MAX),
  /** Place among the pinned cues, 1 to 8, on F1 to F8 at first; null when not pinned. */
  pinnedSlot: z.int().min(1).max(8).nullable(),
  /** Sent along when this product is pushed; null for none. */
  productId: ProductId.nullable(),
});
export type CueCard = z.infer<typeof CueCard>;

/** A cue that was sent to the anchor, with what came back. Times are show time, delays monotonic. */
export const SentCue = z.strictObject({
  id: CueId,
  kind: CueKind,
  text: z.string(),
  sentTs: Timestamp,
  state: z.enum(['sent', 'shown', 'done', 'help', 'withdrawn']),
  shownDelayMs: z.int().min(0).nullable(),
  doneDelayMs: z.int().min(0).nullable(),
});
export type SentCue = z.infer<typeof SentCue>;
