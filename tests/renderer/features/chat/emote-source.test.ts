import { expect, test } from 'vitest';

import { emoteSource } from '#renderer/features/chat/emote-source.ts';
import { readPayloads } from '#tests/support/payloads.ts';

const EMOTES = 'https://static-cdn.jtvnw.net/';

test('a picture comes from the platform’s own server alone, whatever the address says', () => {
  const origins = readPayloads()
    .flatMap(({ text }) => [text, `https:${text}`, `https://${text}`, `${EMOTES}${text}`])
    .map(emoteSource)
    .filter((source) => source !== null)
    .map((source) => new URL(source).origin);
  expect(new Set(origins)).toEqual(new Set([new URL(EMOTES).origin]));
});

test('no address of the corpus alone is a picture’s', () => {
  const shown = readPayloads().filter(({ text }) => emoteSource(text) !== null);
  expect(shown.map(({ id }) => id)).toEqual([]);
});

test('an emote of the platform is a picture', () => {
  expect(emoteSource(`${EMOTES}emoticons/v2/25/default/dark/2.0`)).not.toBeNull();
});
