import { describe, expect, it } from 'vitest';

import { twitchDecoder } from '#core/feeds/twitch/decode.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import {
  madeUpFolder,
  readEdgeCases,
  readLiveLines,
  recordingsFolder,
} from '#tests/support/recordings-folder.ts';
import { EDGE_CASES } from './edge-case-table.ts';

const RECEIVED_TS = Date.UTC(2026, 0, 1);

function onlyEvent(line: string): FeedEvent {
  const result = twitchDecoder.decode(line, RECEIVED_TS);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  expect(result.events).toHaveLength(1);
  return FeedEvent.parse(result.events[0]);
}

/** What the fragments say together; empty for kinds without any. */
function saidIn(event: FeedEvent): string {
  return 'fragments' in event ? joinFragments(event.fragments) : '';
}

/** The text on the wire that a person wrote; /me is wrapped in control characters there. */
function writtenIn(line: string): string {
  const text = / (?:PRIVMSG|USERNOTICE) \S+ :?(.*)$/.exec(line)?.[1] ?? '';
  return text.startsWith('\u0001ACTION ') ? text.slice(8, -1) : text;
}

const sets = [
  { name: 'the recording, where there is one', set: recordingsFolder() },
  { name: 'the made-up set', set: madeUpFolder() },
];

describe.each(sets)('edge cases of $name', ({ set }) => {
  const cases = readEdgeCases(set);

  it('has a row in the table for every case', () => {
    expect(cases.length).toBeGreaterThan(50);
    expect(cases.map(({ name }) => name).filter((name) => EDGE_CASES[name] === undefined)).toEqual(
      [],
    );
  });

  it.each(cases)('$name', ({ name, line }) => {
    const event = onlyEvent(line);
    expect(event).toMatchObject(EDGE_CASES[name] ?? {});
    expect(event).toMatchObject({
      platform: 'twitch',
      source: 'twitch-irc',
      receivedTs: RECEIVED_TS,
      test: false,
    });
    expect(event.platformTs).toBe(Number(/tmi-sent-ts=(\d+)/.exec(line)?.[1]));
    expect(saidIn(event)).toBe(writtenIn(line));
  });
});

describe.each(sets)('consecutive lines of $name', ({ set }) => {
  const lines = readLiveLines(set);

  it('become one message each, with its own key', () => {
    const events = lines.map(onlyEvent);
    expect(events).toHaveLength(200);
    expect(new Set(events.map((event) => event.dedupeKey)).size).toBe(200);
    expect(events.every((event) => event.kind === 'chat' && event.actor !== null)).toBe(true);
    expect(events.map((event) => event.dedupeKey)).toEqual(
      lines.map((line) => /[@;]id=([^; ]+)/.exec(line)?.[1]),
    );
  });
});
