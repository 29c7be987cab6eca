import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { joinFragments } from '#shared/contract/fragment.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import {
  eraseMentions,
  eraseOwnEvent,
  erasePatterns,
  type EventFields,
} from '#shared/rules/erase-person.ts';
import { arbitraryFeedEvent, PLATFORM_KINDS } from '#tests/support/arbitrary-event.ts';

const STAND_IN = 'erased-0011223344556677';
const person = {
  platform: 'twitch',
  platformUserId: '88001122334455',
  names: ['meiling_77', 'MeiLing_77', '小美同学'],
};
const patterns = erasePatterns(person);
const actor = {
  platformUserId: person.platformUserId,
  name: 'meiling_77',
  displayName: '小美同学',
  altIds: { secUid: 'sec-mei' },
  roles: [],
  badges: [],
};

function chatOf(patch: EventFields): EventFields {
  return { platform: 'twitch', actor: null, replyTo: null, ...patch };
}

function masked(patch: EventFields, text: string | null) {
  return eraseMentions(chatOf(patch), text, patterns, STAND_IN);
}

const COUNTED = ['count', 'value', 'money', 'qty', 'status', 'viewers', 'current', 'total'];

/** What figures are made of. */
function counted(event: FeedEvent): unknown {
  return Object.fromEntries(Object.entries(event).filter(([key]) => COUNTED.includes(key)));
}

describe("the person's own event", () => {
  test.each(PLATFORM_KINDS)('%s keeps what was counted and says neither who nor what', (kind) => {
    fc.assert(
      fc.property(arbitraryFeedEvent(kind), (event) => {
        const own = { ...event, platform: 'twitch', actor };
        const emptied = eraseOwnEvent(kind, own, STAND_IN);
        const whole = eraseMentions(emptied, null, patterns, STAND_IN)?.fields ?? emptied;
        const parsed = FeedEvent.parse(whole);
        expect(parsed.actor?.platformUserId).toBe(STAND_IN);
        expect(JSON.stringify(parsed)).not.toMatch(/88001122334455|meiling_77|小美同学|sec-mei/i);
        expect('fragments' in parsed ? parsed.fragments : []).toEqual([]);
        expect(counted(parsed)).toEqual(counted(event));
      }),
      { numRuns: 50 },
    );
  });
});

describe('an event of somebody else', () => {
  test('that has nothing to do with the person is not touched', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORM_KINDS).chain(arbitraryFeedEvent), (event) => {
        const others = erasePatterns({ ...person, names: ['nobody-is-called-so'] });
        expect(eraseMentions(event, null, others, STAND_IN)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('on another platform keeps the same id: it is somebody else there', () => {
    const field = { platform: 'douyin', target: { platformUserId: person.platformUserId } };
    expect(masked(field, null)).toBeNull();
  });

  test('mentions are masked and the joined text stays the message', () => {
    const fragments = [
      { type: 'text', text: 'hey @MEILING_77, ' },
      { type: 'mention', text: '@小美同学', userId: person.platformUserId },
      { type: 'text', text: ' and @meiling_771 too' },
    ];
    const result = masked({ fragments }, 'hey @MEILING_77, @小美同学 and @meiling_771 too');
    expect(result?.text).toBe('hey @****, @**** and @meiling_771 too');
    const parsed = FeedEvent.parse({
      ...result?.fields,
      kind: 'chat',
      source: 'bridge',
      platformRoomId: null,
      dedupeKey: 'a',
      platformTs: null,
      receivedTs: 1,
      test: false,
      historical: false,
      pinned: false,
      schema: 1,
    });
    expect('fragments' in parsed && joinFragments(parsed.fragments)).toBe(result?.text);
  });

  test('a bare name is masked where the event is about the person, and nowhere else', () => {
    const replyTo = { messageId: 'm', userId: person.platformUserId, name: 'meiling_77' };
    expect(masked({ replyTo }, 'thanks meiling_77')?.text).toBe('thanks ****');
    expect(masked({}, 'thanks meiling_77')).toBeNull();
    expect(masked({}, 'my number is 88001122334455')?.text).toBe('my number is ****');
  });

  test('gifts to, punishments of and removals from the person lose whom', () => {
    const ref = { platformUserId: person.platformUserId, name: 'meiling_77', displayName: null };
    for (const key of ['toUser', 'target']) {
      expect(masked({ [key]: ref }, null)?.fields[key]).toEqual({
        platformUserId: STAND_IN,
        name: null,
        displayName: null,
      });
    }
    const removal = masked({ userId: person.platformUserId, text: 'her words' }, null);
    expect(removal?.fields).toMatchObject({ userId: STAND_IN, text: null });
  });

  test('names that are patterns of an expression are taken as they are', () => {
    const odd = erasePatterns({ ...person, names: ['a.*b', '(x|y)+', '[z', '\\'] });
    const result = eraseMentions(chatOf({}), '@a.*b @axxb @(x|y)+ @[z', odd, STAND_IN);
    expect(result?.text).toBe('@**** @axxb @**** @****');
  });
});
