import { describe, expect, it } from 'vitest';

import { FLAG, parseTags, TAG } from '#core/feeds/twitch/irc-tags.ts';

const TEXTS = 'id user-id room-id display-name badges badge-info color emotes user-type'.split(' ');
const FLAGS = 'mod vip subscriber first-msg returning-chatter historical'.split(' ');
const UNUSED = 'flags turbo client-nonce rm-received-ts'.split(' ');
/** Tags of Twitch's documentation and of recorded traffic that have no slot. */
const RARE =
  `ban-duration bits custom-reward-id emote-only emote-sets followers-only login message-id
  msg-id msg-param-anon-gift msg-param-category msg-param-charity-name msg-param-color
  msg-param-community-gift-id msg-param-copoReward msg-param-cumulative-months
  msg-param-current-badge-level msg-param-displayName msg-param-donation-amount
  msg-param-donation-currency msg-param-exponent msg-param-fun-string msg-param-gift-months
  msg-param-gift-theme msg-param-goal-contribution-type msg-param-goal-current-contributions
  msg-param-goal-description msg-param-goal-target-contributions msg-param-goal-user-contributions
  msg-param-id msg-param-login msg-param-mass-gift-count msg-param-months
  msg-param-multimonth-duration msg-param-multimonth-tenure msg-param-origin-id
  msg-param-prior-gifter-anonymous msg-param-prior-gifter-display-name msg-param-prior-gifter-id
  msg-param-prior-gifter-user-name msg-param-profileImageURL msg-param-promo-gift-total
  msg-param-promo-name msg-param-recipient-display-name msg-param-recipient-id
  msg-param-recipient-name msg-param-recipient-user-name msg-param-ritual-name
  msg-param-sender-count msg-param-sender-login msg-param-sender-name
  msg-param-should-share-streak msg-param-streak-months msg-param-sub-plan
  msg-param-sub-plan-name msg-param-threshold msg-param-trigger-type msg-param-value
  msg-param-viewerCount msg-param-was-gifted pinned-chat-paid-amount
  pinned-chat-paid-canonical-amount pinned-chat-paid-currency pinned-chat-paid-exponent
  pinned-chat-paid-is-system-message pinned-chat-paid-level r9k reply-parent-display-name
  reply-parent-msg-body reply-parent-msg-id reply-parent-user-id reply-parent-user-login
  reply-thread-parent-display-name reply-thread-parent-msg-id reply-thread-parent-user-id
  reply-thread-parent-user-login rituals rm-deleted sent-ts slow source-badge-info source-badges
  source-id source-msg-id source-only source-room-id subs-only system-msg target-msg-id
  target-user-id thread-id animation-id`.split(/\s+/);

describe('tags', () => {
  it('are never mistaken for one another', () => {
    const all = [...TEXTS, ...FLAGS, 'tmi-sent-ts', ...UNUSED, ...RARE];
    const section = all.map((key) => `${key}=<${key}>`).join(';');
    const tags = parseTags(section, 0);
    expect(tags?.texts).toEqual(TEXTS.map((key) => `<${key}>`));
    expect([tags?.flags, tags?.sentTs]).toEqual([0, -1]);
    expect([...(tags?.rare ?? [])]).toEqual(RARE.map((key) => [key, `<${key}>`]));
    expect(Object.keys(TAG)).toHaveLength(TEXTS.length);
    expect(Object.keys(FLAG)).toHaveLength(FLAGS.length);
  });

  it.each(FLAGS.map((key, place) => [key, 1 << place] as const))('%s is a flag', (key, bit) => {
    const flagsOf = (section: string): unknown => parseTags(section, 0)?.flags;
    expect(flagsOf(`${key}=1`)).toBe(bit);
    expect(flagsOf(`${key}=1;${key}=;a=1`)).toBe(bit);
    expect([`${key}=0`, `${key}=11`, `${key}=1;${key}=0`, key].map(flagsOf)).toEqual([0, 0, 0, 0]);
  });

  it('end at a space, and tell of what they could not rule out', () => {
    const found = (section: string): unknown[] => {
      const tags = parseTags(section, 0);
      return [tags?.end, tags?.isSuspect];
    };
    expect(found('id=1;color= :a')).toEqual([11, false]);
    expect(found('display-name=名字;id=1')).toEqual([20, false]);
    expect(['id=\0 x', 'id=👍 x', 'other=1 x'].map((section) => found(section)[1])).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('tell the time where it is one', () => {
    const timeOf = (value: string): unknown => parseTags(`tmi-sent-ts=${value}`, 0)?.sentTs;
    expect(['1718100000581', '0'].map(timeOf)).toEqual([1718100000581, 0]);
    expect(['', '-1', '1e3', '17181000005810', '１'].map(timeOf)).toEqual([-1, -1, -1, -1, -1]);
  });

  it('keep what holds marks, let the last of two hold, and count nothing as absent', () => {
    const section = 'id=;color=a=b;msg-id=x;msg-id=y;;mod;vip=1;bits=';
    const tags = parseTags(section, 0);
    expect(tags?.get(TAG.id)).toBeUndefined();
    expect(tags?.get(TAG.color)).toBe('a=b');
    expect(tags?.get('msg-id')).toBe('y');
    expect(tags?.flags).toBe(FLAG.vip);
    expect(tags?.has('bits')).toBe(false);
  });

  it.each(['=', '=x', 'a=1;=;b=2', 'ké=1', '"=1'])('refuse %j', (section) => {
    expect(parseTags(section, 0)).toBeNull();
  });
});
