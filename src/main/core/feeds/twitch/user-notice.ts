import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import { lineActor, personReference } from './actor.ts';
import { decodeAnnouncement } from './chat.ts';
import { envelope, messageKey, sharedOrigin } from './envelope.ts';
import { messageFragments } from './fragments.ts';
import type { IrcLine } from './irc-line.ts';
import { TAG } from './irc-tags.ts';
import { tagNumber, tagText } from './tag-values.ts';

type Membership = FeedEventOf<'membership'>;
type MembershipDetails = Pick<Membership, 'type' | 'months' | 'count' | 'toUser'>;

/** USERNOTICE: what Twitch announces about a person; kinds we have no name for become notices. */
export function decodeUserNotice(line: IrcLine, receivedTs: number): FeedEvent {
  const { tags } = line;
  const own = tagText(tags, 'msg-id') ?? 'usernotice';
  // In a shared chat the kind moves to another tag; where it comes from is told by sharedFrom.
  const noticeId = own === 'sharedchatnotice' ? (tagText(tags, 'source-msg-id') ?? own) : own;
  if (noticeId === 'announcement') return decodeAnnouncement(line, line.text ?? '', receivedTs);
  if (noticeId === 'raid') {
    const viewers = tagNumber(tags, 'msg-param-viewerCount');
    if (viewers !== null && viewers >= 0) return raidEvent(line, viewers, receivedTs);
  }
  const details = membershipDetails(noticeId, line);
  return details === null
    ? noticeEvent(line, noticeId, receivedTs)
    : membershipEvent(line, details, receivedTs);
}

function membershipDetails(noticeId: string, line: IrcLine): MembershipDetails | null {
  const { tags } = line;
  switch (noticeId) {
    case 'sub':
    case 'resub':
      return {
        type: noticeId === 'sub' ? 'new' : 'renew',
        months:
          tagNumber(tags, 'msg-param-cumulative-months') ?? tagNumber(tags, 'msg-param-months'),
        count: 1,
        toUser: null,
      };
    case 'subgift':
    case 'anonsubgift':
      return {
        type: isPartOfMysteryGift(line) ? 'gift_received' : 'gift_purchase',
        months: tagNumber(tags, 'msg-param-gift-months'),
        count: 1,
        toUser: giftReceiver(line),
      };
    case 'submysterygift':
    case 'anonsubmysterygift':
      return {
        type: 'gift_purchase',
        months: tagNumber(tags, 'msg-param-gift-months'),
        count: Math.max(1, tagNumber(tags, 'msg-param-mass-gift-count') ?? 1),
        toUser: null,
      };
    case 'giftpaidupgrade':
    case 'anongiftpaidupgrade':
    case 'primepaidupgrade':
      return { type: 'upgrade', months: null, count: 1, toUser: null };
    default:
      return null;
  }
}

/**
 * A community gift of n is announced once with its count, then once more for each receiver. Only
 * the first counts as bought (`gift_purchase`, count n); the others are `gift_received`, so that
 * summing purchases is right. They carry the community gift's id, or a sender's count of 0.
 */
function isPartOfMysteryGift(line: IrcLine): boolean {
  return (
    line.tags.has('msg-param-community-gift-id') ||
    tagNumber(line.tags, 'msg-param-sender-count') === 0
  );
}

function giftReceiver(line: IrcLine): Membership['toUser'] {
  const { tags } = line;
  return personReference(
    tagText(tags, 'msg-param-recipient-id'),
    tagText(tags, 'msg-param-recipient-user-name') ?? tagText(tags, 'msg-param-recipient-name'),
    tagText(tags, 'msg-param-recipient-display-name'),
  );
}

function membershipEvent(
  line: IrcLine,
  details: MembershipDetails,
  receivedTs: number,
): Membership {
  const event: Membership = {
    ...spoken(line, receivedTs),
    kind: 'membership',
    ...details,
    tier: (tagText(line.tags, 'msg-param-sub-plan') ?? 'unknown').toLowerCase(),
    systemText: tagText(line.tags, 'system-msg'),
  };
  const sharedFrom = sharedOrigin(line.tags);
  if (sharedFrom !== undefined) event.sharedFrom = sharedFrom;
  return event;
}

function raidEvent(line: IrcLine, viewers: number, receivedTs: number): FeedEvent {
  const event: FeedEventOf<'raid'> = {
    ...envelope(line, receivedTs, messageKey(line, receivedTs), lineActor(line)),
    kind: 'raid',
    viewers,
    systemText: tagText(line.tags, 'system-msg'),
  };
  const sharedFrom = sharedOrigin(line.tags);
  if (sharedFrom !== undefined) event.sharedFrom = sharedFrom;
  return event;
}

function noticeEvent(line: IrcLine, noticeId: string, receivedTs: number): FeedEvent {
  const event: FeedEventOf<'notice'> = {
    ...spoken(line, receivedTs),
    kind: 'notice',
    noticeId,
    systemText: tagText(line.tags, 'system-msg') ?? '',
  };
  const sharedFrom = sharedOrigin(line.tags);
  if (sharedFrom !== undefined) event.sharedFrom = sharedFrom;
  return event;
}

function spoken(line: IrcLine, receivedTs: number) {
  return {
    ...envelope(line, receivedTs, messageKey(line, receivedTs), lineActor(line)),
    fragments: messageFragments(line.text ?? '', line.tags.get(TAG.emotes), 0, null),
  };
}
