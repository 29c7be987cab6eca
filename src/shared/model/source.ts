import { z } from 'zod';

import { SourceId, Timestamp } from './ids.ts';
import { SourceActs } from './chat-act.ts';
import { PlatformName } from '../contract/event-envelope.ts';

/** Do we receive its data? Apart from whether the platform's stream is on air. */
export const LinkState = z.enum(['off', 'connecting', 'ready', 'reconnecting', 'failed']);
export type LinkState = z.infer<typeof LinkState>;

/** Is the platform's stream on air? `unknown` where the source cannot tell. */
export const StreamState = z.enum(['unknown', 'online', 'offline']);
export type StreamState = z.infer<typeof StreamState>;

/** Why a metric has no value from this source. */
export const SourceCan = z.strictObject({
  viewers: z.boolean(),
  joins: z.boolean(),
  follows: z.boolean(),
  orders: z.boolean(),
  gifts: z.boolean(),
  chat: z.boolean(),
});
export type SourceCan = z.infer<typeof SourceCan>;

export const WARNING_TEXT_MAX = 500;
export const WARNING_NOTE_MAX = 500;

/** A platform's warning to the broadcast (平台警告) that nobody at the desk has seen yet. */
export const PlatformWarning = z.strictObject({
  seq: z.int().positive(),
  /** Show time. */
  ts: Timestamp,
  /** Null: of a platform that is not connected. */
  platform: z.string().nullable(),
  /** In the platform's words. */
  text: z.string(),
  /** The platform has ended the stream with it. */
  isCut: z.boolean(),
  /** Somebody at a desk read it elsewhere and wrote it down. */
  isTyped: z.boolean(),
  /** Where its evidence is, in that person's words; empty where nothing was said. */
  note: z.string(),
});
export type PlatformWarning = z.infer<typeof PlatformWarning>;

/** What guards kept secrets: the system's key ring, or only that the file is this user's. */
export const SecretProtection = z.enum(['system', 'file']);
export type SecretProtection = z.infer<typeof SecretProtection>;

/** As whom a source is listened to. The token itself never leaves the core. */
export const SourceLogin = z.strictObject({
  state: z.enum(['anonymous', 'named', 'unreadable']),
  /** Login name; null unless named. */
  name: z.string().nullable(),
});
export type SourceLogin = z.infer<typeof SourceLogin>;

export const Source = z.strictObject({
  id: SourceId,
  /** Connector: registry key of the feed (`twitch-irc`, `simulator`, `replay`, `bridge`). */
  connector: z.string(),
  platform: PlatformName,
  /** Channel or room as the operator typed it. */
  channel: z.string(),
  /** Server address where it can be set; null is the platform's own. */
  address: z.string().nullable(),
  isEnabled: z.boolean(),
  link: LinkState,
  /** Since when the link is in this state (wall time). */
  linkSinceTs: Timestamp,
  /** Wall time of the last message of anybody in the room; null when none came yet. */
  lastDataTs: Timestamp.nullable(),
  stream: StreamState,
  /** Since when the stream is in that state (wall time); null while it is unknown. */
  streamSinceTs: Timestamp.nullable(),
  /** Code of what went wrong, translated as `source.reason.<reason>` with `source.advice.<reason>`; null when fine. */
  reason: z.string().nullable(),
  /** Wall time of the next attempt while reconnecting. */
  nextAttemptTs: Timestamp.nullable(),
  /** Bad messages counted since start. */
  badCount: z.int().min(0),
  /**
   * Milliseconds by which this machine's clock is ahead of the platform's (negative: behind), the
   * median of its messages; null until enough of them came.
   */
  clockAheadMs: z.int().nullable(),
  can: SourceCan,
  acts: SourceActs,
  /** Null where the connector knows no login. */
  login: SourceLogin.nullable(),
});
export type Source = z.infer<typeof Source>;
