import { describe, expect, it } from 'vitest';

import { parseTags, TAG } from '#core/feeds/twitch/irc-tags.ts';

const USUAL = `id user-id room-id display-name tmi-sent-ts badges badge-info color emotes mod vip
  subscriber user-type first-msg returning-chatter historical`.split(/\s+/);
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
    const all = [...USUAL, ...UNUSED, ...RARE];
    const section = all.map((key) => `${key}=<${key}>`).join(';');
    const tags = parseTags(section, 0, section.length);
    expect(tags?.usual).toEqual(USUAL.map((key) => `<${key}>`));
    expect([...(tags?.rare ?? [])]).toEqual(RARE.map((key) => [key, `<${key}>`]));
    expect(Object.keys(TAG)).toHaveLength(USUAL.length);
  });

  it('keep what holds marks, let the last of two hold, and count nothing as absent', () => {
    const section = 'id=;color=a=b;msg-id=x;msg-id=y;;mod;vip=1;bits=';
    const tags = parseTags(section, 0, section.length);
    expect(tags?.get(TAG.id)).toBeUndefined();
    expect(tags?.get(TAG.color)).toBe('a=b');
    expect(tags?.get('msg-id')).toBe('y');
    expect(tags?.get(TAG.mod)).toBeUndefined();
    expect(tags?.get(TAG.vip)).toBe('1');
    expect(tags?.has('bits')).toBe(false);
  });

  it.each(['=', '=x', 'a=1;=;b=2', 'ké=1', 'a b=1', '"=1'])('refuse %j', (section) => {
    expect(parseTags(section, 0, section.length)).toBeNull();
  });
});
