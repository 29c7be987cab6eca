import { describe, expect, it } from 'vitest';

import { messageNote } from '#renderer/features/chat/message-note.ts';
import { isChatRowEvent, makeRow, type ChatRow } from '#renderer/store/chat-row.ts';
import type { Fragment } from '#shared/contract/fragment.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';
import { sampleChat } from '#tests/support/sample-events.ts';

function row(text: string, fragments?: readonly Fragment[]): ChatRow {
  const event = sampleChat({ seq: 1, name: 'a', text, fragments });
  if (!isChatRowEvent(event)) throw new Error('no row');
  return makeRow(event, readWordLists(NO_WORDS));
}

describe('what is said of a message', () => {
  it.each(['\u200B', '\u200B\u200D \u2060', '\u0301\u0301', '\u202E\u202C', '   '])(
    'that shows nothing: it is blank (%j)',
    (text) => {
      expect(messageNote(row(text))).toEqual({ kind: 'blank' });
    },
  );

  it('that is longer than its row: how long it is, in characters a person counts', () => {
    expect(messageNote(row('衣'.repeat(10_000)))).toEqual({ kind: 'long', characters: 10_000 });
    expect(messageNote(row('🧥'.repeat(600)))).toEqual({ kind: 'long', characters: 600 });
  });

  it.each(['1', '。', '🧥', 'هل يتوفر', 'Z\u0310\u0343\u0489algo', '衣'.repeat(240)])(
    'that can be seen as it is: nothing (%j)',
    (text) => {
      expect(messageNote(row(text))).toBeNull();
    },
  );

  it('that is a picture: nothing', () => {
    const emote: Fragment = { type: 'emote', text: '\u200B', provider: 'x', id: '1', url: 'u' };
    expect(messageNote(row('\u200B', [emote]))).toBeNull();
  });
});
