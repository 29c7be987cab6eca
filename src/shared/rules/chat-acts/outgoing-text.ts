import { normaliseChat } from '../chat-tags/normalise.ts';

/**
 * A typed line as it is sent: one line, without spaces at its ends. `characters` is what a platform
 * counts: each letter or picture once. Null: nothing in it can be seen.
 */
export function outgoingText(
  typed: string,
): { readonly text: string; readonly characters: number } | null {
  const text = typed.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  if (normaliseChat(text) === '' && !/\p{Extended_Pictographic}/u.test(text)) return null;
  return { text, characters: [...text].length };
}
