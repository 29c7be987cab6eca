import type { Actor } from '#shared/contract/actor.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import { type FeedEvent, type FeedEventOf } from '#shared/contract/room-event.ts';
import type { Money, VirtualValue } from '#shared/model/money.ts';

/** Where and when a made-up event happened. */
export type At = {
  readonly key: string;
  readonly ts: number;
  readonly platform?: string;
  readonly platformRoomId?: string | null;
};

export function person(platformUserId: string | null, displayName: string): Actor {
  const name = displayName.toLowerCase();
  return { platformUserId, name, displayName, roles: [], badges: [] };
}

function envelope(at: At, actor: Actor | null) {
  return {
    platform: at.platform ?? 'twitch',
    source: 'bridge',
    platformRoomId: at.platformRoomId === undefined ? '7300000000000000001' : at.platformRoomId,
    dedupeKey: at.key,
    platformTs: at.ts,
    receivedTs: at.ts,
    test: false,
    historical: false,
    actor,
    schema: EVENT_SCHEMA,
  } as const;
}

export function chat(at: At, actor: Actor | null, text: string): FeedEventOf<'chat'> {
  return {
    ...envelope(at, actor),
    kind: 'chat',
    fragments: [{ type: 'text', text }],
    replyTo: null,
    pinned: false,
  };
}

export function gift(
  at: At,
  actor: Actor | null,
  items: {
    readonly count: number;
    readonly value: VirtualValue | null;
    readonly combo: { readonly id: string; readonly count: number } | null;
  },
): FeedEventOf<'gift'> {
  return {
    ...envelope(at, actor),
    kind: 'gift',
    giftId: 'rose',
    name: 'Rose',
    count: items.count,
    comboId: items.combo?.id ?? null,
    comboCount: items.combo?.count ?? null,
    comboEnd: false,
    value: items.value,
    toUser: null,
    paid: true,
    fragments: [],
  };
}

export function order(
  at: At,
  status: FeedEventOf<'order'>['status'],
  of: { readonly productId: string | null; readonly qty: number; readonly money: Money | null },
): FeedEventOf<'order'> {
  return {
    ...envelope(at, null),
    kind: 'order',
    orderId: at.key,
    status,
    title: null,
    ...of,
  };
}

export function viewers(at: At, current: number, total: number | null): FeedEventOf<'viewers'> {
  return { ...envelope(at, null), kind: 'viewers', current, peak: null, total, isApprox: false };
}

export function stream(at: At, state: 'online' | 'offline'): FeedEventOf<'stream'> {
  return { ...envelope(at, null), kind: 'stream', state, title: null };
}

export function tip(at: At, actor: Actor | null, money: Money): FeedEventOf<'paid_message'> {
  return {
    ...envelope(at, actor),
    kind: 'paid_message',
    money,
    fragments: [{ type: 'text', text: 'thanks' }],
    durationS: null,
    tier: null,
  };
}

export function join(at: At, actor: Actor | null): FeedEventOf<'join'> {
  return { ...envelope(at, actor), kind: 'join', entryType: null };
}

export function follow(at: At, actor: Actor | null): FeedEventOf<'follow'> {
  return { ...envelope(at, actor), kind: 'follow' };
}

export function like(at: At, actor: Actor | null, count: number): FeedEventOf<'like'> {
  return { ...envelope(at, actor), kind: 'like', count, total: null };
}

export function membership(at: At, actor: Actor, count: number): FeedEventOf<'membership'> {
  return {
    ...envelope(at, actor),
    kind: 'membership',
    type: 'new',
    tier: '1000',
    months: null,
    count,
    toUser: null,
    fragments: [],
    systemText: null,
  };
}

export function raid(at: At, actor: Actor, from: number): FeedEventOf<'raid'> {
  return { ...envelope(at, actor), kind: 'raid', viewers: from, systemText: null };
}

/** The same event as a platform delivers it late, as history. */
export function historical<E extends FeedEvent>(event: E, receivedTs: number): E {
  return { ...event, historical: true, receivedTs };
}

/** A timeout of somebody. */
export function timeout(at: At, target: Actor): FeedEventOf<'moderation'> {
  const { platformUserId, name, displayName } = target;
  return {
    ...envelope(at, null),
    kind: 'moderation',
    action: 'timeout',
    target: { platformUserId, name, displayName },
    durationS: 60,
  };
}

/** A message was removed; `userId` null where the platform does not say whose it was. */
export function deleted(
  at: At,
  message: { readonly targetId: string; readonly userId: string | null; readonly text: string },
): FeedEventOf<'chat.deleted'> {
  return { ...envelope(at, null), kind: 'chat.deleted', ...message };
}
