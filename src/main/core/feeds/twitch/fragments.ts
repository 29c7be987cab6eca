import type { Fragment } from '#shared/contract/fragment.ts';
import type { z } from 'zod';
import type { ReplyTo } from '#shared/contract/message-context.ts';
import { acceptedCheermotes, CHEER_WORD } from './cheermotes.ts';
import { parseEmoteRanges } from './emote-ranges.ts';

export type ReplyParent = z.infer<typeof ReplyTo>;

/**
 * Splits a message into fragments that, joined, equal it. Emotes are placed by the platform; in
 * what is left between them mentions and, in a cheer (`bits` > 0), cheermotes are looked for.
 */
export function messageFragments(
  text: string,
  emotesTag: string | undefined,
  bits: number,
  parent: ReplyParent | null,
): Fragment[] {
  const fragments: Fragment[] = [];
  const cheermotes = bits > 0 ? acceptedCheermotes(text, bits) : null;
  let at = 0;
  let lastId = '';
  let url = '';
  for (const { id, start, end } of parseEmoteRanges(emotesTag, text)) {
    // People repeat one emote many times.
    if (id !== lastId) url = `https://static-cdn.jtvnw.net/emoticons/v2/${id}/default/dark/2.0`;
    lastId = id;
    if (start > at) addPlain(fragments, text.slice(at, start), cheermotes, parent);
    fragments.push({
      type: 'emote',
      text: text.slice(start, end),
      provider: 'twitch',
      id,
      url,
    });
    at = end;
  }
  if (at < text.length) {
    addPlain(fragments, at === 0 ? text : text.slice(at), cheermotes, parent);
  }
  return fragments;
}

function addPlain(
  fragments: Fragment[],
  text: string,
  cheermotes: ReadonlySet<string> | null,
  parent: ReplyParent | null,
): void {
  let done = 0;
  let at = text.indexOf('@');
  while (at !== -1) {
    const nameLength = isWordUnit(text.charCodeAt(at - 1)) ? 0 : mentionLength(text, at, parent);
    if (nameLength === 0) {
      at = text.indexOf('@', at + 1);
      continue;
    }
    const end = at + 1 + nameLength;
    if (at > done) addCheers(fragments, text.slice(done, at), cheermotes);
    const mention = text.slice(at, end);
    fragments.push({ type: 'mention', text: mention, userId: mentionedUser(mention, parent) });
    done = end;
    at = text.indexOf('@', end);
  }
  if (done < text.length) addCheers(fragments, done === 0 ? text : text.slice(done), cheermotes);
}

/** Letters after the @; a localised display name is only known when it is the reply's parent. */
function mentionLength(text: string, at: number, parent: ReplyParent | null): number {
  const display = parent?.displayName?.trim() ?? '';
  if (display !== '' && text.startsWith(display, at + 1)) return display.length;
  let end = at + 1;
  while (isWordUnit(text.charCodeAt(end))) end += 1;
  // Logins have at most 25 letters.
  return end - at - 1 <= 25 ? end - at - 1 : 0;
}

function mentionedUser(mention: string, parent: ReplyParent | null): string | null {
  if (parent === null) return null;
  const name = mention.slice(1).toLowerCase();
  const isParent =
    name === parent.name?.toLowerCase() || name === parent.displayName?.trim().toLowerCase();
  return isParent ? parent.userId : null;
}

function addCheers(
  fragments: Fragment[],
  text: string,
  cheermotes: ReadonlySet<string> | null,
): void {
  if (cheermotes === null || cheermotes.size === 0) {
    fragments.push({ type: 'text', text });
    return;
  }
  let done = 0;
  for (const match of text.matchAll(CHEER_WORD)) {
    const word = match[0];
    if (!cheermotes.has(word)) continue;
    if (match.index > done) fragments.push({ type: 'text', text: text.slice(done, match.index) });
    fragments.push({ type: 'cheermote', text: word, bits: Number(match[2]) });
    done = match.index + word.length;
  }
  if (done < text.length) fragments.push({ type: 'text', text: text.slice(done) });
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95
  );
}
