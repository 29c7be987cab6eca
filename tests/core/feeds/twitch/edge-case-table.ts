import { expect } from 'vitest';

/**
 * What each named edge case must become. The lines differ between a recording and the made-up set,
 * so the table names what the case is about and not whose line it is.
 */
export type Expected = Readonly<Record<string, unknown>>;

const TEXT = { type: 'text' };
const MENTION = { type: 'mention' };
function emote(text: string, id: string): Expected {
  return {
    type: 'emote',
    text,
    provider: 'twitch',
    id,
    url: `https://static-cdn.jtvnw.net/emoticons/v2/${id}/default/dark/2.0`,
  };
}
const KAPPA = emote('Kappa', '25');
const KREYGASM = emote('Kreygasm', '41');
const KEEPO = emote('Keepo', '1902');
const POG_CHAMP = emote('PogChamp', '305954156');
const CHEER1 = { type: 'cheermote', text: 'Cheer1', bits: 1 };

const plainChat = { kind: 'chat', replyTo: null, pinned: false, historical: false };
const member = { roles: ['member'] };

function chat(more: Expected): Expected {
  return { ...plainChat, ...more };
}

const gift = { kind: 'gift', giftId: 'bits', paid: true, toUser: null, comboId: null };
const timeout = {
  kind: 'moderation',
  action: 'timeout',
  durationS: 600,
  historical: true,
  actor: null,
};
const clear = { kind: 'moderation', action: 'clear', target: null, durationS: null, actor: null };
const sub = { kind: 'membership', type: 'new', tier: 'prime', months: 0, count: 1, toUser: null };

export const EDGE_CASES: Readonly<Record<string, Expected>> = {
  action: chat({ isAction: true, fragments: [KAPPA], actor: { roles: ['anchor', 'member'] } }),
  'announcement-blue': chat({ announcement: 'blue', actor: { roles: ['anchor', 'member'] } }),
  'announcement-orange': chat({ announcement: 'orange', fragments: [TEXT] }),
  announcement: chat({ announcement: 'primary', fragments: [TEXT] }),
  'bad-emotes2': chat({ fragments: [{ type: 'text', text: 'Kappa' }] }),
  'bad-emotes4': chat({
    platformRoomId: null,
    fragments: [TEXT],
    actor: { platformUserId: null, roles: [], badges: [] },
  }),
  badges: chat({
    actor: {
      ...member,
      badges: [{ set: 'subscriber', id: '24' }],
      medal: { name: 'subscriber', level: 27 },
    },
  }),
  'blocked-user': chat({ actor: member, fragments: [TEXT] }),
  cheer2: {
    ...gift,
    count: 5,
    value: { unit: 'bits', quantity: 5 },
    fragments: [CHEER1, TEXT, CHEER1, TEXT, CHEER1, TEXT, CHEER1, TEXT, CHEER1, TEXT],
  },
  cheer4: {
    ...gift,
    count: 10,
    value: { unit: 'bits', quantity: 10 },
    fragments: [{ type: 'cheermote', text: 'PogChamp10', bits: 10 }],
  },
  'clearchat-stack-never': { ...clear, historical: true },
  clearchat: { ...clear, historical: true },
  'clearmsg-truncated': {
    kind: 'chat.deleted',
    targetId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    userId: null,
    text: expect.stringMatching(/.{100,}/),
  },
  'custom-vip': chat({ actor: { roles: ['vip', 'member'] } }),
  emote: chat({ fragments: [KEEPO], actor: { roles: [] } }),
  emotes: chat({ fragments: [KAPPA, TEXT, KEEPO, TEXT, POG_CHAMP] }),
  emotes3: chat({
    fragments: [
      { type: 'text', text: expect.stringMatching(/^\p{Emoji}$/u) },
      KAPPA,
      TEXT,
      KAPPA,
      TEXT,
    ],
  }),
  emotes5: chat({ fragments: [{ type: 'emote', text: expect.stringMatching(/^..$/) }, TEXT] }),
  highlight1: chat({ actor: { badges: [], displayName: expect.stringMatching(/^[a-z_]+$/) } }),
  highlight3: chat({ fragments: [TEXT] }),
  'hype-chat0': {
    kind: 'paid_message',
    money: { amountMinor: 500, currency: 'USD', exponent: 2 },
    tier: null,
    durationS: null,
  },
  'hype-chat2': {
    kind: 'paid_message',
    money: { amountMinor: 500, currency: 'USD', exponent: 2 },
    tier: 'TWO',
  },
  'ignore-block2': chat({ fragments: [TEXT] }),
  'ignore-replace': chat({
    fragments: [POG_CHAMP, TEXT, KAPPA, TEXT, KEEPO, TEXT, KAPPA, TEXT],
  }),
  links: chat({ fragments: [{ type: 'text', text: expect.stringMatching(/^https:/) }] }),
  'mod-streak-no-msg': {
    kind: 'notice',
    noticeId: 'modiversary',
    systemText: expect.stringMatching(/^has been a moderator for \d+ months!$/),
    fragments: [],
    actor: { roles: ['mod', 'member'] },
    historical: true,
  },
  mod: chat({
    fragments: [TEXT, KREYGASM, { type: 'text', text: ', ' }, KREYGASM],
    actor: { roles: ['mod', 'member'], displayName: expect.stringMatching(/\P{ASCII}/u) },
  }),
  'no-nick': chat({ actor: { name: expect.stringMatching(/^\w+$/), ...member } }),
  raid: { kind: 'raid', viewers: 2, systemText: expect.stringContaining('2 raiders from') },
  'reply-action': replyCase('a', true),
  'reply-blocked-user': replyCase(expect.any(String), false),
  'reply-ignore': replyCase(expect.any(String), true),
  'reply-root': replyCase('a', true),
  'reply-unescape': {
    kind: 'chat',
    fragments: [MENTION, { type: 'text', text: '  b' }],
    replyTo: { displayName: expect.stringMatching(/^\w+ $/) },
    actor: { roles: ['vip', 'member'] },
  },
  'reward-blocked-user': chat({ rewardId: expect.any(String), fragments: [TEXT, KAPPA] }),
  'reward-known': chat({ rewardId: expect.any(String), fragments: [TEXT] }),
  'rm-deleted': {
    kind: 'chat',
    isDeleted: true,
    historical: true,
    fragments: [TEXT, KAPPA, TEXT],
  },
  'shared-chat-emotes': chat({ ...shared(), fragments: [KAPPA, TEXT] }),
  'shared-chat-moderator-both-channels': chat({ ...shared(), actor: { roles: ['mod'] } }),
  'shared-chat-raid': { kind: 'raid', viewers: 2, ...shared() },
  'shared-chat-unknown': chat({ ...shared(), actor: { roles: ['admin'] } }),
  'shared-chat-vip-external-channel': chat({ ...shared(), actor: { roles: [] } }),
  'social-media-badge1': {
    kind: 'notice',
    noticeId: 'socialsharingbadge',
    systemText: 'Unlocked a social sharing badge',
    fragments: [TEXT],
  },
  'sub-blocked-user': sub,
  'sub-first-time': { ...sub, fragments: [] },
  'sub-gift': {
    kind: 'membership',
    type: 'gift_purchase',
    tier: '1000',
    months: null,
    count: 1,
    toUser: {
      platformUserId: expect.stringMatching(/^\d+$/),
      name: expect.stringMatching(/^[a-z_]+$/),
      displayName: expect.stringMatching(/^[A-Za-z_]+$/),
    },
  },
  'sub-message': {
    kind: 'membership',
    type: 'renew',
    tier: 'prime',
    months: 6,
    fragments: [TEXT],
    systemText: expect.stringContaining('has subscribed for 6 months!'),
  },
  'sub-multi-month-gift-count': {
    kind: 'membership',
    type: 'gift_purchase',
    tier: '1000',
    months: 6,
    count: 1,
    toUser: { name: expect.any(String) },
  },
  'sub-multi-month-resub': { kind: 'membership', type: 'renew', tier: '3000', months: 9 },
  'sub-no-message': {
    kind: 'membership',
    type: 'renew',
    tier: '2000',
    months: 12,
    fragments: [],
  },
  'timeout-stack-always': { ...timeout, target: { platformUserId: expect.any(String) } },
  'timeout-stack-no-user': { ...timeout, target: { name: expect.any(String) } },
  'username-localized': chat({ actor: { displayName: expect.stringContaining('display-name=') } }),
  username: chat({ actor: { displayName: expect.stringMatching(/^display-name=.*420$/) } }),
  'watch-streak-no-msg': {
    kind: 'notice',
    noticeId: 'viewermilestone',
    systemText: expect.stringContaining('15 consecutive streams'),
    historical: true,
  },
};

/** Answers to somebody; in the cases below the writer mentions either that person or himself. */
function replyCase(text: unknown, mentionsParent: boolean): Expected {
  return {
    kind: 'chat',
    fragments: [{ ...MENTION, userId: mentionsParent ? expect.any(String) : null }, TEXT],
    replyTo: {
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      userId: expect.stringMatching(/^\d+$/),
      name: expect.any(String),
      displayName: expect.any(String),
      text,
    },
  };
}

function shared(): Expected {
  return {
    sharedFrom: {
      platformRoomId: expect.stringMatching(/^\d+$/),
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  };
}
