import type { ChatRow } from '#renderer/store/chat-row.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';

/** Longer ones may not be shown whole: a row takes no more than a part of its column. */
const LONG_CHARACTERS = 240;

/** What is said of a message whose looks do not speak for themselves. */
export type MessageNote =
  | { readonly kind: 'blank' }
  | { readonly kind: 'long'; readonly characters: number };

/** Null for messages that can be seen as they are. */
export function messageNote({ event, text }: ChatRow): MessageNote | null {
  if (event.kind !== 'chat') return null;
  if (text.length > LONG_CHARACTERS) return { kind: 'long', characters: [...text].length };
  const hasPicture = event.fragments.some(({ type }) => type !== 'text' && type !== 'mention');
  return !hasPicture && normaliseChat(text) === '' ? { kind: 'blank' } : null;
}
