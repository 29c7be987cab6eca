import type { Actor, PersonRef } from '#shared/contract/actor.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { Fragment } from '#shared/contract/fragment.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';

const EMOTES = 'https://static-cdn.jtvnw.net/emoticons/v2/';

export type PayloadEvent = {
  readonly event: FeedEvent;
  /** How often the text must at least stand in its chat row; null where the kind has no row. */
  readonly timesInRow: number | null;
};

/** Everything a platform may say, with the text in every field that takes any. */
export function payloadEvents(text: string, key: string, ts: number): readonly PayloadEvent[] {
  const ref: PersonRef = { platformUserId: text, name: text, displayName: text };
  const shared = { platformRoomId: text, messageId: text };
  const base = (kind: string) => ({ ...envelope(text, `${key}-${kind}`, ts), actor: actor(text) });
  const fragments = everyFragment(text);
  const said: Fragment[] = [{ type: 'text', text }];
  const replyTo = { messageId: text, userId: text, name: text, displayName: text, text };
  const money = { amountMinor: 100, currency: 'CNY', exponent: 2 };
  const chat = { kind: 'chat', pinned: false, announcement: text, rewardId: text } as const;
  const order = { kind: 'order', orderId: `${key}-order`, status: 'paid', qty: 1, money } as const;
  return [
    row(2 + fragments.length, { ...base('chat'), ...chat, fragments, replyTo, sharedFrom: shared }),
    // Only the login is known.
    row(2, {
      ...base('login'),
      actor: { ...actor(text), displayName: '' },
      kind: 'chat',
      pinned: true,
      fragments: said,
      replyTo: null,
    }),
    row(3, {
      ...base('gift'),
      kind: 'gift',
      giftId: text,
      name: text,
      icon: text,
      count: 1,
      comboId: null,
      comboCount: null,
      comboEnd: false,
      value: null,
      toUser: ref,
      paid: true,
      fragments: said,
      sharedFrom: shared,
    }),
    row(2, {
      ...base('paid'),
      kind: 'paid_message',
      money,
      fragments: said,
      durationS: null,
      tier: text,
    }),
    row(2, {
      ...base('member'),
      kind: 'membership',
      type: 'new',
      tier: text,
      months: null,
      count: 1,
      toUser: ref,
      fragments: said,
      systemText: text,
      sharedFrom: shared,
    }),
    row(1, { ...base('raid'), kind: 'raid', viewers: 3, systemText: text, sharedFrom: shared }),
    row(3, { ...base('reward'), kind: 'reward', rewardId: text, title: text, fragments: said }),
    row(2, {
      ...base('notice'),
      kind: 'notice',
      noticeId: text,
      systemText: text,
      fragments: said,
      sharedFrom: shared,
    }),
    row(1, {
      ...base('ban'),
      kind: 'moderation',
      action: 'ban',
      target: { ...ref, platformUserId: null },
      durationS: null,
    }),
    row(null, { ...base('deleted'), kind: 'chat.deleted', targetId: text, userId: null, text }),
    row(null, { ...base('join'), kind: 'join', entryType: text }),
    row(null, { ...base('stream'), kind: 'stream', state: 'title', title: text }),
    row(null, { ...base('order'), ...order, productId: text, title: text }),
    row(null, { ...base('cart'), kind: 'cart_add', productId: text, qty: 1 }),
  ];
}

function row(timesInRow: number | null, event: FeedEvent): PayloadEvent {
  return { event, timesInRow };
}

function envelope(text: string, dedupeKey: string, ts: number) {
  return {
    platform: 'twitch',
    source: 'bridge',
    platformRoomId: text,
    dedupeKey,
    platformTs: ts,
    receivedTs: ts,
    test: false,
    historical: false,
    schema: EVENT_SCHEMA,
  } as const;
}

function actor(text: string): Actor {
  return {
    platformUserId: text,
    altIds: { login: text },
    name: text,
    displayName: text,
    avatar: text,
    color: text,
    roles: ['vip'],
    badges: [{ set: text, id: text, title: text, url: text }],
    medal: { name: text, level: 1, anchorId: text },
  };
}

/** The text as a message, and as name, id and address of pictures, also behind the allowed host. */
function everyFragment(text: string): Fragment[] {
  const emote = { type: 'emote', text, provider: text, id: text } as const;
  return [
    { type: 'text', text },
    { type: 'mention', text, userId: text },
    { type: 'cheermote', text, bits: 1 },
    { ...emote, url: text },
    { ...emote, url: `${EMOTES}${text}/default/dark/2.0` },
    { type: 'sticker', text, url: text },
    { type: 'image', text, url: text },
  ];
}
