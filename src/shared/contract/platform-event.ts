import { z } from 'zod';

import { Money, VirtualValue } from '../model/money.ts';
import { PersonRef } from './actor.ts';
import { envelope } from './event-envelope.ts';
import { Fragment } from './fragment.ts';
import { ReplyTo, SharedFrom } from './message-context.ts';

/** One schema for each kind of platform event. Money and virtual value as in model/money.ts. */
export const platformEventSchemas = {
  chat: z.strictObject({
    ...envelope,
    kind: z.literal('chat'),
    fragments: z.array(Fragment),
    replyTo: ReplyTo.nullable(),
    pinned: z.boolean(),
    /** Written with /me. */
    isAction: z.boolean().optional(),
    /** The platform says: this person's first message in the room. */
    isFirst: z.boolean().optional(),
    /** The platform says: back after a long absence. */
    isReturning: z.boolean().optional(),
    /** Written to redeem a reward of the channel. */
    rewardId: z.string().optional(),
    /** An announcement by a moderator, with its colour. */
    announcement: z.string().optional(),
    /** The platform had removed it before it was delivered. */
    isDeleted: z.boolean().optional(),
    sharedFrom: SharedFrom.optional(),
  }),
  'chat.deleted': z.strictObject({
    ...envelope,
    kind: z.literal('chat.deleted'),
    /** The removed message's id on the platform (its dedupeKey); null when a person's all are meant. */
    targetId: z.string().nullable(),
    userId: z.string().nullable(),
    text: z.string().nullable(),
  }),
  gift: z.strictObject({
    ...envelope,
    kind: z.literal('gift'),
    giftId: z.string(),
    name: z.string(),
    icon: z.string().optional(),
    /** Items this event adds; a growing streak is one row that is updated, never summed again. */
    count: z.int().min(0),
    comboId: z.string().nullable(),
    comboCount: z.int().nullable(),
    comboEnd: z.boolean(),
    value: VirtualValue.nullable(),
    toUser: PersonRef.nullable(),
    paid: z.boolean(),
    blind: z.boolean().optional(),
    /** The message that came with it (a cheer). */
    fragments: z.array(Fragment),
    sharedFrom: SharedFrom.optional(),
  }),
  paid_message: z.strictObject({
    ...envelope,
    kind: z.literal('paid_message'),
    money: Money,
    fragments: z.array(Fragment),
    durationS: z.int().nullable(),
    tier: z.string().nullable(),
  }),
  membership: z.strictObject({
    ...envelope,
    kind: z.literal('membership'),
    type: z.enum(['new', 'renew', 'upgrade', 'gift_purchase', 'gift_received']),
    /** The platform's name of the level: `prime`, `1000`, ... */
    tier: z.string(),
    months: z.int().nullable(),
    count: z.int().min(1),
    toUser: PersonRef.nullable(),
    fragments: z.array(Fragment),
    /** The platform's own sentence about it. */
    systemText: z.string().nullable(),
    sharedFrom: SharedFrom.optional(),
  }),
  follow: z.strictObject({ ...envelope, kind: z.literal('follow') }),
  join: z.strictObject({ ...envelope, kind: z.literal('join'), entryType: z.string().nullable() }),
  like: z.strictObject({
    ...envelope,
    kind: z.literal('like'),
    count: z.int().min(0),
    total: z.int().nullable(),
  }),
  share: z.strictObject({ ...envelope, kind: z.literal('share') }),
  raid: z.strictObject({
    ...envelope,
    kind: z.literal('raid'),
    viewers: z.int().min(0),
    systemText: z.string().nullable(),
    sharedFrom: SharedFrom.optional(),
  }),
  reward: z.strictObject({
    ...envelope,
    kind: z.literal('reward'),
    rewardId: z.string(),
    title: z.string().nullable(),
    fragments: z.array(Fragment),
  }),
  /** A sentence of the platform about a person or the room that fits no other kind. */
  notice: z.strictObject({
    ...envelope,
    kind: z.literal('notice'),
    noticeId: z.string(),
    systemText: z.string(),
    fragments: z.array(Fragment),
    sharedFrom: SharedFrom.optional(),
  }),
  room_state: z.strictObject({
    ...envelope,
    kind: z.literal('room_state'),
    /** Only what the platform said in this message; an absent key is unchanged. */
    emoteOnly: z.boolean().optional(),
    /** Minutes of following asked for; -1 is off. */
    followersOnlyMinutes: z.int().optional(),
    uniqueOnly: z.boolean().optional(),
    slowSeconds: z.int().min(0).optional(),
    membersOnly: z.boolean().optional(),
  }),
  viewers: z.strictObject({
    ...envelope,
    kind: z.literal('viewers'),
    current: z.int().min(0),
    peak: z.int().nullable(),
    /** Total views so far (场观); null where the platform gives none. */
    total: z.int().nullable(),
    isApprox: z.boolean(),
  }),
  moderation: z.strictObject({
    ...envelope,
    kind: z.literal('moderation'),
    action: z.enum(['ban', 'timeout', 'unban', 'clear']),
    target: PersonRef.nullable(),
    durationS: z.int().nullable(),
  }),
  /** A message stands on top of the platform's chat from now on (置顶), or none does any more. */
  'chat.pinned': z.strictObject({
    ...envelope,
    kind: z.literal('chat.pinned'),
    /** The message's id on the platform (its dedupeKey); null: nothing is pinned now. */
    targetId: z.string().nullable(),
    userId: z.string().nullable(),
  }),
  stream: z.strictObject({
    ...envelope,
    kind: z.literal('stream'),
    state: z.enum(['online', 'offline', 'title']),
    title: z.string().nullable(),
  }),
  order: z.strictObject({
    ...envelope,
    kind: z.literal('order'),
    orderId: z.string(),
    status: z.enum(['placed', 'paid', 'cancelled']),
    /** The product's id on the platform or its code on the shelf. */
    productId: z.string().nullable(),
    title: z.string().nullable(),
    qty: z.int().min(1),
    /** Of the whole order, not per item. */
    money: Money.nullable(),
  }),
  cart_add: z.strictObject({
    ...envelope,
    kind: z.literal('cart_add'),
    productId: z.string().nullable(),
    qty: z.int().min(1),
  }),
  product: z.strictObject({
    ...envelope,
    kind: z.literal('product'),
    state: z.enum(['listed', 'pushed', 'unpushed', 'soldout']),
    productId: z.string(),
    position: z.int().nullable(),
    price: Money.nullable(),
    /** With every coupon of the platform (券后价). */
    couponPrice: Money.nullable().default(null),
    stock: z.int().nullable(),
    /** Clicks on the product in this broadcast so far (商品点击), as the platform counts them. */
    clicks: z.int().min(0).nullable().default(null),
  }),
  /** The platform's own warning to the broadcast (平台警告); it stands on the desk until it was seen. */
  warning: z.strictObject({
    ...envelope,
    kind: z.literal('warning'),
    /** The platform's words. */
    text: z.string(),
    /** The platform has ended the stream with it (切断直播). */
    isCut: z.boolean(),
  }),
  /** The state of our own connection to the source, so that a gap is never silent. */
  connector: z.strictObject({
    ...envelope,
    kind: z.literal('connector'),
    state: z.enum(['connecting', 'ready', 'degraded', 'auth_failed', 'closed']),
    reason: z.string().nullable(),
  }),
} as const;
