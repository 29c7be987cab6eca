import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import type { Money } from '#shared/model/money.ts';
import { lineActor } from './actor.ts';
import {
  envelope,
  messageKey,
  platformTime,
  sharedOrigin,
  TWITCH_CONNECTOR,
  TWITCH_PLATFORM,
} from './envelope.ts';
import { messageFragments } from './fragments.ts';
import type { ReplyParent } from './fragments.ts';
import type { IrcLine } from './irc-line.ts';
import { FLAG, TAG } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';
import { hasFlag, tagNumber, tagText } from './tag-values.ts';

const ACTION_START = '\u0001ACTION ';
const ACTION_END = '\u0001';
const ACTION_UNIT = 1;

/** PRIVMSG: a message; a gift where bits came with it; a paid message where it is a hype chat. */
export function decodeChat(line: IrcLine, text: string, receivedTs: number): FeedEvent {
  // Hardly any message carries more than the usual tags.
  if (line.tags.rare === null) return chatEvent(line, text, receivedTs);
  const bits = Math.max(0, tagNumber(line.tags, 'bits') ?? 0);
  if (bits > 0) return decodeCheer(line, text, bits, receivedTs);
  const money = hypeChatMoney(line.tags);
  if (money !== null) return decodeHypeChat(line, text, money, receivedTs);
  return chatEvent(line, text, receivedTs);
}

/** An announcement arrives as USERNOTICE but is a message written by a person. */
export function decodeAnnouncement(line: IrcLine, text: string, receivedTs: number): FeedEvent {
  const event = chatEvent(line, text, receivedTs);
  event.announcement = (tagText(line.tags, 'msg-param-color') ?? 'PRIMARY').toLowerCase();
  return event;
}

function chatEvent(line: IrcLine, text: string, receivedTs: number): FeedEventOf<'chat'> {
  const { tags } = line;
  const isPlain = tags.rare === null;
  const replyTo = isPlain ? null : replyParent(tags);
  // What `envelope` gives, spelled out: one literal is made several times as fast as a spread.
  const event: FeedEventOf<'chat'> = {
    platform: TWITCH_PLATFORM,
    source: TWITCH_CONNECTOR,
    platformRoomId: tagText(tags, TAG.roomId),
    dedupeKey: messageKey(line, receivedTs),
    platformTs: platformTime(tags),
    receivedTs,
    test: false,
    historical: hasFlag(tags, FLAG.historical),
    actor: lineActor(line),
    schema: EVENT_SCHEMA,
    kind: 'chat',
    fragments: messageFragments(spokenText(text), tags.get(TAG.emotes), 0, replyTo),
    replyTo,
    pinned: false,
  };
  // Marks are set only where true: most messages have none and each key is stored.
  if (text.charCodeAt(0) === ACTION_UNIT && text.startsWith(ACTION_START)) event.isAction = true;
  if (hasFlag(tags, FLAG.firstMsg)) event.isFirst = true;
  if (hasFlag(tags, FLAG.returningChatter)) event.isReturning = true;
  if (!isPlain) addRareMarks(event, tags);
  return event;
}

function addRareMarks(event: FeedEventOf<'chat'>, tags: Tags): void {
  if (tags.get('rm-deleted') === '1') event.isDeleted = true;
  const rewardId = tagText(tags, 'custom-reward-id');
  if (rewardId !== null) event.rewardId = rewardId;
  const sharedFrom = sharedOrigin(tags);
  if (sharedFrom !== undefined) event.sharedFrom = sharedFrom;
}

function decodeCheer(line: IrcLine, text: string, bits: number, receivedTs: number): FeedEvent {
  const { tags } = line;
  const event: FeedEventOf<'gift'> = {
    ...envelope(line, receivedTs, messageKey(line, receivedTs), lineActor(line)),
    kind: 'gift',
    giftId: 'bits',
    name: 'Bits',
    count: bits,
    comboId: null,
    comboCount: null,
    comboEnd: true,
    value: { unit: 'bits', quantity: bits },
    toUser: null,
    paid: true,
    fragments: messageFragments(spokenText(text), tags.get(TAG.emotes), bits, replyParent(tags)),
  };
  const sharedFrom = sharedOrigin(tags);
  if (sharedFrom !== undefined) event.sharedFrom = sharedFrom;
  return event;
}

function decodeHypeChat(line: IrcLine, text: string, money: Money, receivedTs: number): FeedEvent {
  return {
    ...envelope(line, receivedTs, messageKey(line, receivedTs), lineActor(line)),
    kind: 'paid_message',
    money,
    fragments: messageFragments(
      spokenText(text),
      line.tags.get(TAG.emotes),
      0,
      replyParent(line.tags),
    ),
    durationS: null,
    tier: tagText(line.tags, 'pinned-chat-paid-level'),
  };
}

/**
 * `pinned-chat-paid-amount` counts minor units of the exponent beside it. The canonical amount is
 * read only where the amount is absent: Twitch sent it in whole units at first and in minor later.
 */
function hypeChatMoney(tags: Tags): Money | null {
  const amountMinor =
    tagNumber(tags, 'pinned-chat-paid-amount') ??
    tagNumber(tags, 'pinned-chat-paid-canonical-amount');
  const exponent = tagNumber(tags, 'pinned-chat-paid-exponent');
  const currency = tagText(tags, 'pinned-chat-paid-currency');
  if (amountMinor === null || exponent === null || currency === null) return null;
  if (amountMinor < 0 || exponent < 0 || exponent > 6 || !/^[A-Z]{3}$/.test(currency)) return null;
  return { amountMinor, currency, exponent };
}

function replyParent(tags: Tags): ReplyParent | null {
  const messageId = tagText(tags, 'reply-parent-msg-id');
  if (messageId === null) return null;
  return {
    messageId,
    userId: tagText(tags, 'reply-parent-user-id'),
    name: tagText(tags, 'reply-parent-user-login'),
    displayName: tagText(tags, 'reply-parent-display-name'),
    text: tagText(tags, 'reply-parent-msg-body'),
  };
}

/** The text without the wrapping of /me; the emotes tag counts from here. */
function spokenText(text: string): string {
  if (text.charCodeAt(0) !== ACTION_UNIT || !text.startsWith(ACTION_START)) return text;
  return text.slice(ACTION_START.length, text.endsWith(ACTION_END) ? -1 : undefined);
}
