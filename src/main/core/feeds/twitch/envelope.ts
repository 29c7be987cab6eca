import { createHash } from 'node:crypto';

import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { SharedFrom } from '#shared/contract/message-context.ts';
import type { FeedEventOf } from '#shared/contract/room-event.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { z } from 'zod';
import type { IrcLine } from './irc-line.ts';
import { FLAG, TAG } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';
import { hasFlag, tagText } from './tag-values.ts';

export const TWITCH_PLATFORM = 'twitch';
export const TWITCH_CONNECTOR = 'twitch-irc';

type Envelope = Omit<FeedEventOf<'follow'>, 'kind'>;

/** Twitch opened in 2011; what claims to be older, or beyond 2100, is no time at all. */
const EARLIEST_TS = Date.UTC(2011, 0, 1);
const LATEST_TS = Date.UTC(2100, 0, 1);
const MAX_KEY_LENGTH = 200;

/** What every event of a line carries. */
export function envelope(
  line: IrcLine,
  receivedTs: number,
  dedupeKey: string,
  actor: Actor | null,
): Envelope {
  return {
    platform: TWITCH_PLATFORM,
    source: TWITCH_CONNECTOR,
    platformRoomId: tagText(line.tags, TAG.roomId),
    dedupeKey,
    platformTs: platformTime(line.tags),
    receivedTs,
    test: false,
    historical: hasFlag(line.tags, FLAG.historical),
    actor,
    schema: EVENT_SCHEMA,
  };
}

/** When Twitch says it happened, UTC milliseconds; null where it does not say or cannot be right. */
export function platformTime(tags: Tags): number | null {
  const time = tags.sentTs;
  return time >= EARLIEST_TS && time <= LATEST_TS ? time : null;
}

/** The message's own id, which a replay repeats; without one, a hash of what it says. */
export function messageKey(line: IrcLine, receivedTs: number): string {
  const id = tagText(line.tags, TAG.id);
  if (id !== null && id.length <= MAX_KEY_LENGTH) return id;
  const user = line.nick || line.tags.get(TAG.userId) || line.tags.get('login') || '';
  return hashedKey(line, receivedTs, [user, id ?? '', line.text ?? '']);
}

/**
 * A key for a line without an id. Without the platform's time two equal lines within 2 s count as
 * one, so that a replay right after a reconnect is still recognised.
 */
export function hashedKey(line: IrcLine, receivedTs: number, parts: readonly string[]): string {
  const time = platformTime(line.tags) ?? `~${Math.floor(receivedTs / 2000)}`;
  const hash = createHash('sha1');
  hash.update([line.command, line.target, String(time), ...parts].join('\n'));
  return `hash:${hash.digest('base64url')}`;
}

/** Where a message of a shared chat was written; undefined when it was in this very room. */
export function sharedOrigin(tags: Tags): z.infer<typeof SharedFrom> | undefined {
  const platformRoomId = tagText(tags, 'source-room-id');
  if (platformRoomId === null || platformRoomId === tagText(tags, TAG.roomId)) return undefined;
  return { platformRoomId, messageId: tagText(tags, 'source-id') };
}
