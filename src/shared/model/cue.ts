import { z } from 'zod';

import { AnchorId, CueCardId, CueId, ProductId, Timestamp } from './ids.ts';

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

/** What a card is written in; `any`: it goes with every language. */
export const CARD_LANGUAGES = ['any', 'zh', 'en'] as const;
export const CardLanguage = z.enum(CARD_LANGUAGES);
export type CardLanguage = z.infer<typeof CardLanguage>;

/** How a line is to be said (口吻); `plain`: as it comes. */
export const CUE_TONES = [
  'plain',
  'warm',
  'lively',
  'calm',
  'urgent',
  'expert',
  'playful',
] as const;
export const CueTone = z.enum(CUE_TONES);
export type CueTone = z.infer<typeof CueTone>;

/** Cards of one deck at most. */
export const DECK_MAX = 1_000;

/** A prepared cue in the deck (话术库). */
export const CueCard = z.strictObject({
  id: CueCardId,
  kind: CueKind,
  text: z.string().min(1).max(CUE_TEXT_MAX),
  /** Place among the pinned cues, 1 to 8, on F1 to F8 at first; null when not pinned. */
  pinnedSlot: z.int().min(1).max(8).nullable(),
  /** Sent along when this product is pushed; null for none. */
  productId: ProductId.nullable(),
  language: CardLanguage.default('any'),
  tone: CueTone.default('plain'),
  /** Hosts whose favourite it is. */
  favouriteOf: z.array(AnchorId).default([]),
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
  /** The card of the deck it was sent from; null where it was written by hand. */
  cardId: CueCardId.nullable().default(null),
  /** Of the question it puts to the anchor: the approved answer as it is now; told of the current cue alone. */
  answer: z.string().nullable().default(null),
});
export type SentCue = z.infer<typeof SentCue>;
