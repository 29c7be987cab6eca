import fc from 'fast-check';

import { ACT_REASONS, CHAT_ACTS } from '#shared/model/chat-act.ts';
import { deskEventSchemas, type DeskEvent } from '#shared/contract/desk-event.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import { platformEventSchemas } from '#shared/contract/platform-event.ts';
import { type FeedEvent, type PlatformEventKind } from '#shared/contract/room-event.ts';
import { ANSWER_KINDS, TRADES } from '#shared/model/assistant.ts';
import { ROLES } from '#shared/contract/actor.ts';
import { RISK_CLASSES } from '#shared/model/risk-word.ts';
import { HELP_REASONS } from '#shared/model/stage.ts';
import { VIRTUAL_UNITS } from '#shared/model/money.ts';

import { measuredOutput } from './arbitrary-output.ts';
import { planFactFields } from './arbitrary-plan-facts.ts';
import { proposalShapes } from './arbitrary-proposal.ts';

/** Whole text of any script, emoji and control characters too; no half of a surrogate pair. */
const text = fc.string({ unit: 'binary', maxLength: 24 });
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
/** Ids of platforms pass 2^53 and are text everywhere. */
const bigId = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const timestamp = fc.integer({ min: 0, max: 8.64e15 });
const count = fc.integer({ min: 0, max: 1e9 });
const positive = fc.integer({ min: 1, max: 1e6 });
const link = fc.integer({ min: 1, max: 999 });
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

function nullable<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

const fragment = fc.oneof(
  fc.record({ type: fc.constant('text'), text }),
  fc.record({ type: fc.constant('emote'), text, provider: word, id: bigId, url: word }),
  fc.record({ type: fc.constant('mention'), text, userId: nullable(bigId) }),
  fc.record({ type: fc.constant('cheermote'), text, bits: count }),
  fc.record({ type: fc.constant('sticker'), text, url: word }),
  fc.record({ type: fc.constant('image'), text, url: word }),
);
const fragments = fc.array(fragment, { maxLength: 4 });
const person = fc.record({
  platformUserId: nullable(bigId),
  name: nullable(word),
  displayName: nullable(text),
});
const money = fc.record({
  amountMinor: fc.integer({ min: -1e9, max: Number.MAX_SAFE_INTEGER }),
  currency: fc.constantFrom('CNY', 'USD', 'JPY', 'KWD'),
  exponent: fc.integer({ min: 0, max: 6 }),
});
const virtual = fc.record(
  { unit: fc.constantFrom(...VIRTUAL_UNITS), quantity: count, unitValue: count, rateSource: word },
  { requiredKeys: ['unit', 'quantity'] },
);
const sharedFrom = fc.record({ platformRoomId: bigId, messageId: nullable(word) });
const replyTo = fc.record({
  messageId: word,
  userId: nullable(bigId),
  name: nullable(word),
  displayName: nullable(text),
  text: nullable(text),
});
const actor = fc.record(
  {
    platformUserId: nullable(bigId),
    name: word,
    displayName: text,
    roles: fc.array(fc.constantFrom(...ROLES), { maxLength: 2 }),
    badges: fc.array(
      fc.record({ set: word, id: word, title: text }, { requiredKeys: ['set', 'id'] }),
      { maxLength: 2 },
    ),
    altIds: fc.record({ secUid: bigId }),
    color: fc.constant('#ff8800'),
    level: count,
    medal: fc.record({ name: word, level: count }),
    isAnonymous: fc.boolean(),
    masked: fc.boolean(),
  },
  { requiredKeys: ['platformUserId', 'name', 'displayName', 'roles', 'badges'] },
);
const envelope = {
  platform: fc.constantFrom('twitch', 'douyin', 'bilibili'),
  source: fc.constantFrom('twitch-irc', 'bridge'),
  platformRoomId: nullable(bigId),
  dedupeKey: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  platformTs: nullable(timestamp),
  receivedTs: timestamp,
  test: fc.boolean(),
  historical: fc.boolean(),
  actor: nullable(actor),
  schema: fc.constant(EVENT_SCHEMA),
};

type Fields = Record<string, fc.Arbitrary<unknown>>;
type Shape = { readonly required: Fields; readonly optional: Fields };

const show = fc.constantFrom('planned', 'on_air', 'paused', 'ended');
const none: Fields = {};

/** What each kind holds beside the envelope; a kind without a line here fails to compile. */
const platformShapes: Record<PlatformEventKind, Shape> = {
  chat: {
    required: { fragments, replyTo: nullable(replyTo), pinned: fc.boolean() },
    optional: {
      isAction: fc.boolean(),
      isFirst: fc.boolean(),
      isReturning: fc.boolean(),
      rewardId: word,
      announcement: word,
      isDeleted: fc.boolean(),
      sharedFrom,
    },
  },
  'chat.deleted': {
    required: { targetId: nullable(word), userId: nullable(bigId), text: nullable(text) },
    optional: none,
  },
  gift: {
    required: {
      giftId: bigId,
      name: text,
      count,
      comboId: nullable(bigId),
      comboCount: nullable(count),
      comboEnd: fc.boolean(),
      value: nullable(virtual),
      toUser: nullable(person),
      paid: fc.boolean(),
      fragments,
    },
    optional: { icon: word, blind: fc.boolean(), sharedFrom },
  },
  paid_message: {
    required: { money, fragments, durationS: nullable(count), tier: nullable(word) },
    optional: none,
  },
  membership: {
    required: {
      type: fc.constantFrom('new', 'renew', 'upgrade', 'gift_purchase', 'gift_received'),
      tier: word,
      months: nullable(count),
      count: positive,
      toUser: nullable(person),
      fragments,
      systemText: nullable(text),
    },
    optional: { sharedFrom },
  },
  follow: { required: none, optional: none },
  join: { required: { entryType: nullable(word) }, optional: none },
  like: { required: { count, total: nullable(count) }, optional: none },
  share: { required: none, optional: none },
  raid: { required: { viewers: count, systemText: nullable(text) }, optional: { sharedFrom } },
  reward: { required: { rewardId: bigId, title: nullable(text), fragments }, optional: none },
  notice: { required: { noticeId: word, systemText: text, fragments }, optional: { sharedFrom } },
  room_state: {
    required: none,
    optional: {
      emoteOnly: fc.boolean(),
      followersOnlyMinutes: fc.integer({ min: -1, max: 1e6 }),
      uniqueOnly: fc.boolean(),
      slowSeconds: count,
      membersOnly: fc.boolean(),
    },
  },
  warning: { required: { text, isCut: fc.boolean() }, optional: none },
  viewers: {
    required: {
      current: count,
      peak: nullable(count),
      total: nullable(count),
      isApprox: fc.boolean(),
    },
    optional: none,
  },
  moderation: {
    required: {
      action: fc.constantFrom('ban', 'timeout', 'unban', 'clear'),
      target: nullable(person),
      durationS: nullable(count),
    },
    optional: none,
  },
  'chat.pinned': {
    required: { targetId: nullable(word), userId: nullable(bigId) },
    optional: none,
  },
  stream: {
    required: { state: fc.constantFrom('online', 'offline', 'title'), title: nullable(text) },
    optional: none,
  },
  order: {
    required: {
      orderId: bigId,
      status: fc.constantFrom('placed', 'paid', 'cancelled'),
      productId: nullable(word),
      title: nullable(text),
      qty: positive,
      money: nullable(money),
    },
    optional: none,
  },
  cart_add: { required: { productId: nullable(word), qty: positive }, optional: none },
  product: {
    required: {
      state: fc.constantFrom('listed', 'pushed', 'unpushed', 'soldout'),
      productId: word,
      position: nullable(count),
      price: nullable(money),
      stock: nullable(count),
    },
    optional: { couponPrice: nullable(money), clicks: nullable(count) },
  },
  connector: {
    required: {
      state: fc.constantFrom('connecting', 'ready', 'degraded', 'auth_failed', 'closed'),
      reason: nullable(word),
    },
    optional: none,
  },
};

const questionLines = {
  questionId: id,
  lineSeqs: fc.array(positive, { minLength: 1, maxLength: 5 }),
};

const slip = {
  word: fc.string({ maxLength: 40 }),
  slipClass: nullable(fc.constantFrom(...RISK_CLASSES)),
};
const deskShapes: Record<DeskEvent['kind'], Fields> = {
  'show.state': { state: show, previous: nullable(show) },
  gap: {
    fromTs: timestamp,
    toTs: timestamp,
    cause: fc.constantFrom('desk_stopped', 'core_crashed', 'source_lost', 'overload'),
    sourceLabel: nullable(text),
    lost: nullable(count),
  },
  'shelf.pushed': { pushId: id, productId: id, linkNumber: positive, cueId: nullable(id) },
  'push.overruled': {
    pushId: id,
    productId: id,
    guards: fc.constant(['sold_out'] as const).map((guards) => [...guards]),
    stock: nullable(fc.nat()),
    mismatches: fc.array(
      fc.record({
        platform: word,
        field: fc.constantFrom('price', 'stock'),
        card: nullable(count),
        platformSays: count,
      }),
      { maxLength: 2 },
    ),
    screenId: nullable(id),
  },
  'promise.made': {
    promiseKind: fc.constantFrom('limited', 'restock', 'priceOpen', 'other'),
    productId: nullable(id),
    units: nullable(positive),
    priceMinor: nullable(count),
    text: fc.constantFrom('', 'ten past eight', '整点抽奖'),
    dueTs: nullable(timestamp),
    unitsBefore: count,
    stock: nullable(count),
    wasSoldOut: fc.boolean(),
    screenId: nullable(id),
  },
  'promise.settled': {
    promiseId: id,
    outcome: fc.constantFrom('kept', 'broken', 'withdrawn'),
    isByItself: fc.boolean(),
    priceBefore: nullable(fc.record({ priceMinor: nullable(count) })),
    screenId: nullable(id),
  },
  'promise.reopened': { promiseId: id, screenId: nullable(id) },
  'help.asked': { reason: fc.constantFrom(...HELP_REASONS), screenId: nullable(id) },
  'help.answered': { askedSeq: id, screenId: nullable(id) },
  'cue.flashed': { cueId: id, screenId: nullable(id) },
  'price.said': { productId: id, screenId: nullable(id) },
  'voice.measured': { measuredMs: id, talkedMs: id },
  'health.measured': measuredOutput,
  'mood.noted': { mood: fc.integer({ min: 1, max: 5 }), screenId: nullable(id) },
  'rest.began': { screenId: nullable(id) },
  'rest.ended': { beganSeq: id, screenId: nullable(id) },
  'assistant.answered': {
    screenId: nullable(id),
    name: text,
    trade: fc.constantFrom(...TRADES),
    answer: fc.constantFrom(...ANSWER_KINDS),
    productId: nullable(id),
    linkNumber: nullable(positive),
    productName: text,
    units: nullable(fc.integer({ min: 1, max: 99_999 })),
    text,
    stockBefore: nullable(fc.nat()),
    stockAfter: nullable(fc.nat()),
    hasChangedShelf: fc.boolean(),
  },
  'push.there': {
    pushId: id,
    outletId: id,
    name: text,
    there: nullable(
      fc.record({
        what: fc.constantFrom('item', 'nothing', 'hidden', 'scene', 'text'),
        name: text,
      }),
    ),
  },
  'duty.taken': { name: text, screenId: nullable(id) },
  'benefit.given': {
    benefitId: positive,
    benefitKind: fc.constantFrom('coupon', 'lucky_bag'),
    name: text,
    isNew: fc.boolean(),
    screenId: nullable(id),
  },
  'benefit.withdrawn': { givenSeq: positive, screenId: nullable(id) },
  'slip.logged': { ...slip, by: text, screenId: nullable(id) },
  'slip.withdrawn': { slipSeq: positive, screenId: nullable(id) },
  'slip.described': { slipSeq: positive, ...slip, cueId: nullable(id), screenId: nullable(id) },
  'assistant.settled': {
    answerSeq: positive,
    how: fc.constantFrom('seen', 'acknowledged', 'withdrawn', 'undone'),
    screenId: nullable(id),
  },
  'shelf.undone': { pushId: id, productId: id, restoredPushId: nullable(id) },
  'shelf.taken_down': { pushId: id, productId: id },
  'cue.sent': {
    cueId: id,
    cueKind: word,
    text,
    question: nullable(fc.record({ ...questionLines, isQuoted: fc.boolean() })),
    cardId: nullable(id),
    productId: nullable(id),
  },
  'thanks.settled': {
    how: fc.constantFrom('sent', 'dropped'),
    thanksKind: fc.constantFrom('raid', 'order', 'gift', 'member'),
    seqs: fc.array(positive, { maxLength: 5 }),
    people: positive,
    cueId: nullable(id),
    screenId: nullable(id),
  },
  'anchor.changed': { anchorId: nullable(id), name: text, screenId: nullable(id) },
  'cue.answered': {
    cueId: id,
    answer: fc.constantFrom('shown', 'done', 'help', 'withdrawn'),
    screenId: nullable(id),
    delayMs: nullable(count),
  },
  ...planFactFields,
  bookmark: { note: text },
  'bookmark.noted': {
    bookmarkSeq: positive,
    note: text,
    imageId: nullable(fc.constant('0f'.repeat(32))),
    screenId: nullable(id),
  },
  'bookmark.removed': { bookmarkSeq: positive, screenId: nullable(id) },
  'warning.seen': { warningSeq: positive },
  'warning.noted': {
    onPlatform: nullable(fc.constantFrom('douyin', 'twitch')),
    text,
    note: text,
    isCut: fc.boolean(),
    screenId: nullable(id),
  },
  'chat.acted': {
    act: fc.constantFrom(...CHAT_ACTS),
    sourceId: id,
    onPlatform: fc.constantFrom('douyin', 'twitch'),
    screenId: nullable(id),
    account: nullable(word),
    lineSeq: nullable(positive),
    target: nullable(person),
    text: nullable(text),
    durationS: nullable(positive),
  },
  'chat.settled': {
    actSeq: positive,
    outcome: fc.constantFrom('done', 'refused', 'unknown'),
    reason: nullable(fc.constantFrom(...ACT_REASONS)),
    retryS: nullable(count),
    eventSeq: nullable(positive),
  },
  'question.answered': {
    ...questionLines,
    how: fc.constantFrom('sent', 'said', 'marked', 'replied'),
    cueId: nullable(id),
    count: nullable(count),
    people: nullable(count),
    askedSinceTs: nullable(timestamp),
  },
  'question.reopened': { ...questionLines, answeredSeq: positive },
  'figures.entered': {
    figures: fc.uniqueArray(
      fc.oneof(
        fc.record({ name: fc.constantFrom('impressions', 'sales', 'refunds'), value: count }),
        fc.record({ name: fc.constant('retention5Min'), value: fc.constantFrom(0, 0.615, 1) }),
      ),
      { minLength: 1, selector: ({ name }) => name },
    ),
    sourceId: nullable(id),
    currency: fc.constantFrom('CNY', 'USD'),
    asOfTs: timestamp,
    how: fc.constantFrom('typed', 'pasted'),
    screenId: nullable(id),
  },
  'figures.withdrawn': { enteredSeq: positive },
  'targets.set': {
    targets: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('paid', 'viewersPeak', 'followRate'),
        value: nullable(fc.constantFrom(0.035, 1, 80_000)),
      }),
      { minLength: 1, selector: ({ name }) => name },
    ),
    currency: fc.constantFrom('CNY', 'USD'),
    how: fc.constantFrom('typed', 'pasted', 'carried'),
    fromShowId: nullable(id),
    screenId: nullable(id),
  },
  'targets.withdrawn': { setSeq: positive },
  'alert.raised': {
    ruleId: fc.constantFrom('inflow-falls', 'own-1'),
    name: nullable(fc.constantFrom('more', '进人')),
    severity: fc.constantFrom('notice', 'warn', 'danger'),
    evidence: fc.oneof(
      fc.record({
        kind: fc.constant('state'),
        state: fc.constantFrom('source_silent', 'viewers_frozen', 'store_failing', 'output_bad'),
        subject: nullable(word),
        sinceTs: timestamp,
        value: nullable(count),
      }),
      fc.record({
        kind: fc.constant('shelf'),
        shown: nullable(link),
        block: nullable(link),
        asked: nullable(fc.record({ linkNumber: link, people: positive })),
        proposed: link,
        sinceTs: timestamp,
      }),
    ),
    causes: fc.array(
      fc.record({ seq: positive, ts: timestamp, kind: fc.constantFrom('push', 'gap') }),
      { maxLength: 3 },
    ),
    action: fc.constantFrom(
      { kind: 'look', at: 'sources' },
      { kind: 'cue', cueKind: 'retain' },
      { kind: 'arm' },
    ),
  },
  ...proposalShapes,
  'alert.answered': {
    alertSeq: positive,
    ruleId: fc.constant('inflow-falls'),
    answer: fc.constantFrom('seen', 'snoozed', 'never'),
    untilTs: nullable(timestamp),
  },
};

/** Any event of one kind a platform may send, parsed by the contract. */
export function arbitraryFeedEvent(kind: PlatformEventKind): fc.Arbitrary<FeedEvent> {
  const { required, optional } = platformShapes[kind];
  const fields = { kind: fc.constant(kind), ...envelope, ...required, ...optional };
  const requiredKeys = Object.keys({ kind, ...envelope, ...required });
  return fc
    .record<Record<string, unknown>>(fields, { requiredKeys })
    .map((event) => platformEventSchemas[kind].parse(event));
}

/** Any fact of the desk of one kind. */
export function arbitraryDeskEvent(kind: DeskEvent['kind']): fc.Arbitrary<DeskEvent> {
  return fc
    .record<Record<string, unknown>>({
      ...envelope,
      kind: fc.constant(kind),
      platform: fc.constant('cuedesk'),
      source: fc.constant('desk'),
      actor: fc.constant(null),
      ...deskShapes[kind],
    })
    .map((event) => deskEventSchemas[kind].parse(event));
}

export const PLATFORM_KINDS = Object.keys(platformEventSchemas) as PlatformEventKind[];
export const DESK_KINDS = Object.keys(deskEventSchemas) as DeskEvent['kind'][];
