import { describe, expect, it } from 'vitest';

import { playbackTimes, rebaseLine } from './twitch-playback.ts';

const SAID = ' :a!a@a PRIVMSG #room :tmi-sent-ts=5;historical=1';

describe('playing recorded lines', () => {
  it('keeps their pace, faster when asked, never back in time', () => {
    const lines = [100, 600, 400, 2100].map((ts) => `@a=b;tmi-sent-ts=${ts}${SAID}`);
    expect(playbackTimes([...lines, 'PING'], 1)).toEqual([0, 500, 500, 2000, 2000]);
    expect(playbackTimes(lines, 4)).toEqual([0, 125, 125, 500]);
    expect(playbackTimes(lines, Number.POSITIVE_INFINITY)).toEqual([0, 0, 0, 0]);
  });

  it('moves their time and takes out what a history service added', () => {
    const line = `@id=1;tmi-sent-ts=100;historical=1;rm-received-ts=101;mod=0${SAID}`;
    expect(rebaseLine(line, 5000)).toBe(`@id=1;tmi-sent-ts=5000;mod=0${SAID}`);
    expect(rebaseLine('PING :x', 5000)).toBe('PING :x');
  });
});
