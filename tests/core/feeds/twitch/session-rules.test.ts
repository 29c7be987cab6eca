import { describe, expect, it } from 'vitest';

import { parseIrcLine } from '#core/feeds/twitch/irc-line.ts';
import { FATAL_REASONS, newSession, stepSession } from '#core/feeds/twitch/session.rules.ts';
import type { Session, SessionStep } from '#core/feeds/twitch/session.rules.ts';

/** Feeds lines of the server and returns where that leads. */
function play(lines: readonly string[]): { session: Session; steps: readonly SessionStep[] } {
  let session = newSession('room', false);
  const steps: SessionStep[] = [];
  for (const raw of lines) {
    const line = parseIrcLine(raw);
    if (typeof line === 'string') throw new Error(line);
    const [next, step] = stepSession(session, line);
    session = next;
    if (step.do !== 'nothing') steps.push(step);
  }
  return { session, steps };
}

const ACK = ':tmi.twitch.tv CAP * ACK :twitch.tv/tags twitch.tv/commands';
const WELCOME = ':tmi.twitch.tv 001 justinfan1 :Welcome, GLHF!';
const JOIN = { do: 'send', line: 'JOIN #room' };

describe('a connection', () => {
  it('joins once, when it has both the capabilities and the welcome, in any order', () => {
    expect(play([ACK]).steps).toEqual([]);
    expect(play([WELCOME]).steps).toEqual([]);
    expect(play([ACK, WELCOME, ':tmi.twitch.tv 376 justinfan1 :>']).steps).toEqual([JOIN]);
    expect(play([WELCOME, ACK]).steps).toEqual([JOIN]);
  });

  it('is ready when its own channel answers, and only once', () => {
    const names = ':j.tmi.twitch.tv 366 justinfan1 #room :End of /NAMES list';
    const state = '@slow=0 :tmi.twitch.tv ROOMSTATE #room';
    expect(play([state, names]).session.isReady).toBe(false);
    expect(play([ACK, WELCOME, names.replace('#room', '#other')]).session.isReady).toBe(false);
    expect(play([ACK, WELCOME, names, state]).steps).toEqual([JOIN, { do: 'ready' }]);
    expect(play([ACK, WELCOME, state, names]).steps).toEqual([JOIN, { do: 'ready' }]);
  });

  it.each([
    ['CAP * NAK :twitch.tv/tags', 'capabilities_refused', false],
    ['NOTICE * :Login authentication failed', 'login_refused', true],
    ['NOTICE * :Improperly formatted auth', 'login_refused', true],
    ['RECONNECT', 'reconnect_asked', false],
  ])('ends on %s', (line, reason, isForGood) => {
    const [end] = play([`:tmi.twitch.tv ${line}`]).steps;
    expect(end).toEqual({ do: 'end', reason });
    expect(end?.do === 'end' && FATAL_REASONS.has(end.reason)).toBe(isForGood);
  });

  it('takes a notice for fatal only about its own channel', () => {
    const notice = '@msg-id=msg_channel_suspended :tmi.twitch.tv NOTICE #other :Suspended';
    expect(play([notice]).steps).toEqual([]);
    expect(play([notice.replace('#other', '#room')]).steps).toEqual([
      { do: 'end', reason: 'channel_suspended' },
    ]);
    expect(play(['@msg-id=slow_on :tmi.twitch.tv NOTICE #room :Login to chat']).steps).toEqual([]);
  });

  it('answers a ping with its words', () => {
    expect(play(['PING :tmi.twitch.tv']).steps).toEqual([
      { do: 'send', line: 'PONG :tmi.twitch.tv' },
    ]);
  });
});
