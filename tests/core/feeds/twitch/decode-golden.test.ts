import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import { madeUpFolder, readEdgeCases, readLiveLines } from '#tests/support/recordings-folder.ts';

const RECEIVED_TS = Date.UTC(2026, 5, 1);
const GOLDEN = join(madeUpFolder().folder, 'twitch', 'decoded.jsonl');

/** The made-up lines, and beside them what no line of them has: other commands, broken tags. */
const lines = [
  ...readLiveLines(madeUpFolder()),
  ...readEdgeCases(madeUpFolder()).map(({ line }) => line),
  '@room-id=9;emote-only=1;followers-only=-1;r9k=0;slow=30;subs-only=0 :tmi.twitch.tv ROOMSTATE #room',
  '@msg-id=slow_on :tmi.twitch.tv NOTICE #room :This room is now in slow mode.',
  ':tmi.twitch.tv NOTICE * :Login authentication failed',
  '@room-id=9;tmi-sent-ts=1718100000581 :tmi.twitch.tv CLEARCHAT #room',
  '@user-idx=5;user-i=6;idd=7;mode=1;badge-infos=x/1;vi=1 :ann!ann@ann PRIVMSG #room :near names',
  '@id=a;id=;id=b;=;color=#12345g;badges=,/,a,b/,c/1/2;subscriber=1 :ann!a@a PRIVMSG #room one',
  '@badges=predictions/blue-1,vip/1;badge-info=predictions/team\\sblue;user-id=5 :b!b@b PRIVMSG #r :x',
  '@badges=predictions/blue-1,vip/1;badge-info=predictions/team\\spink;mod=1 :b!b@b PRIVMSG #r :x',
  '@user-type=global_mod;mod=1;vip=1;subscriber=1;bits=5;emotes=1:0-0 :c!c@c PRIVMSG #r :👍 Cheer5',
  '@=x :c!c@c PRIVMSG #r :x',
  '@id=\uD83D :c!c@c PRIVMSG #r :x',
  '@id=1 :c!c@c PRIVMSG #r :\uDC4D',
  '@id=1 :c!c@c PRIVMSG #r :nul \0',
  '@id=1;mod',
  'PING :tmi.twitch.tv',
  'NONSENSE',
];

describe('the made-up lines', () => {
  it('become exactly what they became before', () => {
    const golden = readFileSync(GOLDEN, 'utf8').trimEnd().split('\n');
    expect(golden).toHaveLength(lines.length);
    // One by one, so that a failure shows its line and no other.
    for (const [place, line] of lines.entries()) {
      const result: unknown = JSON.parse(JSON.stringify(decodeTwitchLine(line, RECEIVED_TS)));
      expect({ line, result }).toEqual({ line, result: JSON.parse(golden[place] ?? '') });
    }
  });
});
