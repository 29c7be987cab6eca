import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normaliseChat, READ_UP_TO } from '#shared/rules/chat-tags/normalise.ts';
import { SIMPLE_CHARACTERS } from '#shared/rules/chat-tags/simple-characters.ts';

/** What has tripped a normaliser: marks, invisibles, ligatures, odd blanks, halves of characters. */
const ODD_PARTS = (
  '\u200b|\u202e|\ufeff|\u0301|\u3099|か|İ|ß|ﬁ|㎏|\u00a0|Ａ|？|?|!| |é|好|看|嗎|6|😍|❤️|👨‍👩‍👧|\ud83d|' +
  '\udc00|مرحبا|ก็|한|\u1112\u1161\u11ab|\u0345|⃣|￼|\u00ad|😂😂😂'
).split('|');
const oddText = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(...ODD_PARTS)), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('normaliseChat', () => {
  it.each([
    ['有Ｓ码吗？？？', '有s码吗?'],
    ['ＯＭＧ  I LOVE it!!!', 'omg i love it!'],
    ['好看看看看看', '好看看'],
    ['sooooo cute', 'soo cute'],
    ['1\u200b号\u2060链\u202e接', '1号链接'],
    ['t\u0335r\u0335a\u0335s\u0335h', 'trash'],
    ['café', 'cafe'],
    ['這件多少錢', '这件多少钱'],
    ['66666', '66666'],
    ['1000块', '1000块'],
    ['😍😍😍😍', '😍'],
    ['加➕Ｖ①②', '加➕v12'],
    ['𝗳𝗿𝗲𝗲 𝓿𝓲𝓮𝔀𝓮𝓻𝓼', 'free viewers'],
    ['\u200b\u200c\u200d\ufeff', ''],
    ['   ', ''],
    ['مرحبا', 'مرحبا'],
    ['ก็ดี', 'ก็ดี'],
    ['が', 'が'],
  ])('%j is read as %j', (text, plain) => {
    expect(normaliseChat(text)).toBe(plain);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const once = normaliseChat(text);
        expect(normaliseChat(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to the same the short way and the long way', () => {
    const common = fc.stringMatching(/^[ -~一-龥。、“”‘’《》【】「」！-～繁體貨嗎]{0,40}$/u);
    fc.assert(
      fc.property(common, (line) => {
        // What cannot be seen sends the line the long way and leaves nothing of itself.
        expect(normaliseChat(line)).toBe(normaliseChat(`${line}\u200B`));
      }),
    );
  });

  it('reads a bounded part of a line and leaves nothing that cannot be seen', () => {
    fc.assert(
      fc.property(oddText, fc.nat(400), (text, times) => {
        const plain = normaliseChat(text.repeat(times));
        expect(plain.length).toBeLessThanOrEqual(READ_UP_TO * 2);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(plain).toBe(plain.trim());
      }),
    );
  });

  it('has no character that leads to another one in its table', () => {
    for (const simple of SIMPLE_CHARACTERS.values()) {
      expect(SIMPLE_CHARACTERS.has(simple)).toBe(false);
    }
  });
});
