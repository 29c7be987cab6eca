import type { TagKey, Tags } from './irc-tags.ts';

const ESCAPED: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n' };

/** Undoes the escapes of IRCv3 tag values; a backslash at the end is dropped, as the standard asks. */
export function unescapeTagValue(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([^]?)/gu, (_, escaped: string) => ESCAPED[escaped] ?? escaped);
}

/** The tag's text, unescaped; null when it is absent or empty. */
export function tagText(tags: Tags, key: TagKey): string | null {
  const value = tags.get(key);
  if (value === undefined) return null;
  return tags.hasEscapes ? unescapeTagValue(value) : value;
}

/** The tag as a whole number; null when it is absent or is no number of at most 15 digits. */
export function tagNumber(tags: Tags, key: TagKey): number | null {
  const value = tags.get(key);
  return value !== undefined && /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}

/** `flag` is a bit of FLAG. */
export function hasFlag(tags: Tags, flag: number): boolean {
  return (tags.flags & flag) !== 0;
}
