import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import { personReference } from './actor.ts';
import { envelope, hashedKey } from './envelope.ts';
import type { IrcLine } from './irc-line.ts';
import { tagNumber, tagText } from './tag-values.ts';

/** The modes of a room that ROOMSTATE tells. */
const MODES = ['emote-only', 'followers-only', 'r9k', 'slow', 'subs-only'] as const;

/** CLEARMSG: one message was removed. */
export function decodeClearMessage(line: IrcLine, receivedTs: number): FeedEvent {
  const targetId = tagText(line.tags, 'target-msg-id');
  const key = hashedKey(line, receivedTs, [targetId ?? '', line.text ?? '']);
  return {
    ...envelope(line, receivedTs, key, null),
    kind: 'chat.deleted',
    targetId,
    userId: tagText(line.tags, 'target-user-id'),
    text: line.text,
  };
}

/** CLEARCHAT: a timeout or a ban of the named person; without a name the whole chat was cleared. */
export function decodeClearChat(line: IrcLine, receivedTs: number): FeedEvent {
  const userId = tagText(line.tags, 'target-user-id');
  const target = personReference(userId, line.text === '' ? null : line.text, null);
  const durationS = tagNumber(line.tags, 'ban-duration');
  const key = hashedKey(line, receivedTs, [userId ?? line.text ?? '', String(durationS)]);
  return {
    ...envelope(line, receivedTs, key, null),
    kind: 'moderation',
    action: target === null ? 'clear' : durationS === null ? 'ban' : 'timeout',
    target,
    durationS: target === null ? null : durationS,
  };
}

/** ROOMSTATE: all modes after joining, afterwards only the one that changed. */
export function decodeRoomState(line: IrcLine, receivedTs: number): FeedEvent {
  const { tags } = line;
  // A room may go back to an earlier state, so the time of arrival belongs to the key.
  const key = hashedKey(line, receivedTs, [
    String(receivedTs),
    ...MODES.map((mode) => tags.get(mode) ?? ''),
  ]);
  const event: FeedEventOf<'room_state'> = {
    ...envelope(line, receivedTs, key, null),
    kind: 'room_state',
  };
  const emoteOnly = tagNumber(tags, 'emote-only');
  if (emoteOnly !== null) event.emoteOnly = emoteOnly > 0;
  const followersOnlyMinutes = tagNumber(tags, 'followers-only');
  if (followersOnlyMinutes !== null) event.followersOnlyMinutes = followersOnlyMinutes;
  const uniqueOnly = tagNumber(tags, 'r9k');
  if (uniqueOnly !== null) event.uniqueOnly = uniqueOnly > 0;
  const slowSeconds = tagNumber(tags, 'slow');
  if (slowSeconds !== null && slowSeconds >= 0) event.slowSeconds = slowSeconds;
  const membersOnly = tagNumber(tags, 'subs-only');
  if (membersOnly !== null) event.membersOnly = membersOnly > 0;
  return event;
}

/** NOTICE: a sentence of the server about the room. */
export function decodeNotice(line: IrcLine, receivedTs: number): FeedEvent {
  const noticeId = tagText(line.tags, 'msg-id') ?? 'notice';
  const systemText = line.text ?? '';
  return {
    ...envelope(line, receivedTs, hashedKey(line, receivedTs, [noticeId, systemText]), null),
    kind: 'notice',
    noticeId,
    systemText,
    fragments: [],
  };
}
