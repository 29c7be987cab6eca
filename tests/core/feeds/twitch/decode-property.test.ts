import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import { hasLoneSurrogate } from '#core/feeds/twitch/irc-line.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import { madeUpFolder, readEdgeCases, readLiveLines } from '#tests/support/recordings-folder.ts';

const RECEIVED_TS = Date.UTC(2026, 5, 1);
const KEYS = `id user-id room-id display-name tmi-sent-ts badges badge-info color emotes mod vip
  subscriber user-type first-msg returning-chatter historical bits msg-id login system-msg
  source-room-id source-id source-msg-id custom-reward-id rm-deleted ban-duration target-user-id
  target-msg-id pinned-chat-paid-amount pinned-chat-paid-exponent pinned-chat-paid-currency
  reply-parent-msg-id reply-parent-user-login reply-parent-display-name msg-param-viewerCount
  msg-param-sub-plan msg-param-months msg-param-mass-gift-count slow followers-only`.split(/\s+/);

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
const oneLine = text.map((value) => value.replace(/[\r\n\0]/g, ''));
const tagValue = fc.oneof(
  oneLine.map((value) => value.replace(/[; ]/g, '\\s')),
  fc.integer().map(String),
  fc.constantFrom('0', '1', 'subgift', 'raid', 'announcement', 'USD', '25:0-4/1:2-3,5-9', 'vip/1'),
);
const tags = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), tagValue), { maxLength: 12 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join(';'));
const command = fc.constantFrom(
  'PRIVMSG',
  'USERNOTICE',
  'CLEARMSG',
  'CLEARCHAT',
  'ROOMSTATE',
  'NOTICE',
);
const shapedLine = fc
  .tuple(tags, command, oneLine)
  .map(([section, name, said]) => `@${section} :ann!ann@ann ${name} #room :${said}`);

/** A line of the made-up set with a few places overwritten. */
const samples = [
  ...readEdgeCases(madeUpFolder()).map(({ line }) => line),
  ...readLiveLines(madeUpFolder()).slice(0, 20),
];
const brokenLine = fc
  .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(600), text), { maxLength: 4 }))
  .map(([line, edits]) =>
    edits.reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at + put.length), line),
  );

/** Everything about the line's result that breaks a promise of the decoder. */
function flawsOf(line: string): readonly string[] {
  const result = decodeTwitchLine(line, RECEIVED_TS);
  if (!result.ok) return /^[a-z_]+$/.test(result.reason) ? [] : [`reason ${result.reason}`];
  return result.events.flatMap((event) => {
    const written = JSON.stringify(event);
    return [
      ...(FeedEvent.safeParse(event).error?.issues ?? []).map((issue) => issue.message),
      ...(hasLoneSurrogate(written) ? ['half a character'] : []),
      ...(isDeepStrictEqual(JSON.parse(written), event) ? [] : ['does not survive JSON']),
    ];
  });
}

/** The message's text as its fragments have it; null when it did not become an event. */
function fragmentText(line: string): string | null {
  const result = decodeTwitchLine(line, RECEIVED_TS);
  const [event] = result.ok ? result.events : [];
  return event !== undefined && 'fragments' in event ? joinFragments(event.fragments) : null;
}

describe('any line', () => {
  it('is an event of the contract, no event, or refused with a code; never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(text, shapedLine, brokenLine), (line) => {
        expect(flawsOf(line)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the text of a message whole, whatever its emotes and bits claim', () => {
    fc.assert(
      fc.property(tags, oneLine, (section, said) => {
        fc.pre(!hasLoneSurrogate(section + said) && !said.startsWith('\u0001ACTION '));
        expect(fragmentText(`@${section} :ann!ann@ann PRIVMSG #room :${said}`)).toBe(said);
      }),
      { numRuns: 1500 },
    );
  });
});
