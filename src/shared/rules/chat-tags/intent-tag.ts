import { z } from 'zod';

/** What a chat line is about, in the order in which screens list them. */
export const INTENT_TAGS = [
  'question',
  'buying',
  'complaint',
  'size_shipping',
  'praise',
  'spam',
] as const;
export const IntentTag = z.enum(INTENT_TAGS);
export type IntentTag = z.infer<typeof IntentTag>;

/** Why a line is shown under "flagged": an address, contact elsewhere, a word of risk. */
export const CHAT_FLAGS = ['link', 'contact', 'risk'] as const;
export type ChatFlag = (typeof CHAT_FLAGS)[number];
