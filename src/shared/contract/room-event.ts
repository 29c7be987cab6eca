import { z } from 'zod';

import { Money, VirtualValue } from '../model/money.ts';
import { CueId, ProductId, PushId, RoomId, ScreenId, ShowId, Timestamp } from '../model/ids.ts';
import { Actor, PersonRef } from './actor.ts';
import { Fragment } from './fragment.ts';

/** Version of the normalised event's shape, stored with each event. */
export const EVENT_SCHEMA = 1;

/** Platforms a source can belong to. `cuedesk` is the desk itself. */
export const PlatformName = z.string().regex(/^[a-z0-9-]{2,24}$/);

/** What every event carries, whoever made it. */
const envelope = {
  platform: PlatformName,
  /** The connector it came by, for example `twitch-irc`, `simulator`, `replay`, `bridge`, `desk`. */
  source: z.string().min(1).max(40),
  /** The room's id on its platform; null where the event names none. */
  platformRoomId: z.string().nullable(),
  /** Unique per show and source; a second event with the same key is a replay and is dropped. */
  dedupeKey: z.string().min(1).max(200),
  /** When the platform says it happened; null where it does not say. */
  platformTs: Timestamp.nullable(),
  /** When it reached this machine. */
  receivedTs: Timestamp,
  /** A test event sent by a platform's console. */
  test: z.boolean(),
  /** Delivered late as history by the platform. */
  historical: z.boolean(),
  actor: Actor.nullable(),
  schema: z.literal(EVENT_SCHEMA),
};

/** The message is shown in this room but was written in another (Twitch shared chat). */
export const SharedFrom = z.strictObject({
  platformRoomId: z.string(),
  messageId: z.string().nullable(),
});

export const ReplyTo = z.strictObject({
  messageId: z.string(),
  userId: z.string().nullable(),
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  text: z.string().nullable(),
});

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
    stock: z.int().nullable(),
  }),
  /** The state of our own connection to the source, so that a gap is never silent. */
  connector: z.strictObject({
    ...envelope,
    kind: z.literal('connector'),
    state: z.enum(['connecting', 'ready', 'degraded', 'auth_failed', 'closed']),
    reason: z.string().nullable(),
  }),
} as const;

const deskEnvelope = { ...envelope, actor: z.null() };

/** Facts the desk itself makes; stored in the same log so that one sequence orders everything. */
export const deskEventSchemas = {
  'show.state': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('show.state'),
    state: z.enum(['planned', 'on_air', 'paused', 'ended']),
    previous: z.enum(['planned', 'on_air', 'paused', 'ended']).nullable(),
  }),
  gap: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('gap'),
    /** Show time. */
    fromTs: Timestamp,
    toTs: Timestamp,
    cause: z.enum(['desk_stopped', 'core_crashed', 'source_lost', 'overload']),
    /** Which source; null when all. */
    sourceLabel: z.string().nullable(),
    /** Events known to be lost; null when it cannot be known. */
    lost: z.int().nullable(),
  }),
  'shelf.pushed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.pushed'),
    pushId: PushId,
    productId: ProductId,
    linkNumber: z.int().min(1),
    cueId: CueId.nullable(),
  }),
  'shelf.undone': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.undone'),
    pushId: PushId,
    productId: ProductId,
    /** Back on the shelf instead; null when nothing was before. */
    restoredPushId: PushId.nullable(),
  }),
  'shelf.taken_down': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('shelf.taken_down'),
    pushId: PushId,
    productId: ProductId,
  }),
  'cue.sent': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.sent'),
    cueId: CueId,
    cueKind: z.string(),
    text: z.string(),
  }),
  'cue.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.answered'),
    cueId: CueId,
    answer: z.enum(['shown', 'done', 'help', 'withdrawn']),
    screenId: ScreenId.nullable(),
    /** Milliseconds since the cue was sent, by the monotonic clock of this machine. */
    delayMs: z.int().min(0).nullable(),
  }),
  'block.started': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.started'),
    position: z.int().min(1),
    title: z.string(),
  }),
  bookmark: z.strictObject({
    ...deskEnvelope,
    kind: z.literal('bookmark'),
    note: z.string().max(500),
  }),
} as const;

const platformList = Object.values(platformEventSchemas);
const deskList = Object.values(deskEventSchemas);

/** What a decoder makes of a platform's message, before it is stored. */
export const FeedEvent = z.discriminatedUnion(
  'kind',
  platformList as never,
) as z.ZodType<FeedEvent>;
export type FeedEvent = {
  [K in keyof typeof platformEventSchemas]: z.infer<(typeof platformEventSchemas)[K]>;
}[keyof typeof platformEventSchemas];

export type DeskEvent = {
  [K in keyof typeof deskEventSchemas]: z.infer<(typeof deskEventSchemas)[K]>;
}[keyof typeof deskEventSchemas];

export type PlatformEventKind = FeedEvent['kind'];
export type DeskEventKind = DeskEvent['kind'];
export type EventKind = PlatformEventKind | DeskEventKind;
export type FeedEventOf<K extends PlatformEventKind> = Extract<FeedEvent, { kind: K }>;

/** What the store adds when it commits an event. */
export const StoredFields = z.object({
  /** Position in the log of the whole store; grows, may have holes. */
  seq: z.int().positive(),
  roomId: RoomId,
  showId: ShowId,
  /** Platform time corrected by the source's offset; received time where implausible; show time. */
  eventTs: Timestamp,
});
export type StoredFields = z.infer<typeof StoredFields>;

export type RoomEvent = (FeedEvent | DeskEvent) & StoredFields;
export type RoomEventOf<K extends EventKind> = Extract<FeedEvent | DeskEvent, { kind: K }> &
  StoredFields;

const storedSchemas = [...platformList, ...deskList].map((schema) =>
  schema.extend(StoredFields.shape),
);
/** A committed event as screens receive it. */
export const RoomEvent = z.discriminatedUnion(
  'kind',
  storedSchemas as never,
) as z.ZodType<RoomEvent>;
