import { z } from 'zod';

import { SourceId, Timestamp } from './ids.ts';
import { PlatformName } from '../contract/event-envelope.ts';

/** What a desk can do in a platform's chat (发言、回复、删除、禁言、封禁、解封、置顶). */
export const CHAT_ACTS = [
  'send',
  'reply',
  'delete',
  'timeout',
  'ban',
  'unban',
  'pin',
  'unpin',
] as const;
export const ChatAct = z.enum(CHAT_ACTS);
export type ChatAct = z.infer<typeof ChatAct>;

/** What is done to a line, or to the person who wrote it. */
export const LineAct = ChatAct.exclude(['send', 'reply']);
export type LineAct = z.infer<typeof LineAct>;

/**
 * Why a source cannot do what it cannot: read without a login; Cuedesk only reads this platform; it
 * is another program's or a recording; or the platform has no such thing.
 */
export const ActLack = z.enum(['no_login', 'reads_only', 'not_ours', 'recorded', 'not_offered']);
export type ActLack = z.infer<typeof ActLack>;

const yesOrNo = z.boolean();

/** What a source lets a desk do in its chat, and within which limits. */
export const SourceActs = z.strictObject({
  can: z.strictObject({
    send: yesOrNo,
    reply: yesOrNo,
    delete: yesOrNo,
    timeout: yesOrNo,
    ban: yesOrNo,
    unban: yesOrNo,
    pin: yesOrNo,
    unpin: yesOrNo,
  } satisfies Record<ChatAct, z.ZodType>),
  /** Why the others cannot be done; null where there are none. */
  lack: ActLack.nullable(),
  /** The name it speaks under; null where it does not speak. */
  account: z.string().nullable(),
  /** Characters of the longest line it sends; null where it sends none. */
  textMax: z.int().positive().nullable(),
  /** Seconds of the longest timeout; null where it gives none. */
  timeoutMaxS: z.int().positive().nullable(),
});
export type SourceActs = z.infer<typeof SourceActs>;

/** Of a source that does nothing in its chat. */
export function noActs(lack: ActLack): SourceActs {
  return {
    can: {
      send: false,
      reply: false,
      delete: false,
      timeout: false,
      ban: false,
      unban: false,
      pin: false,
      unpin: false,
    },
    lack,
    account: null,
    textMax: null,
    timeoutMaxS: null,
  };
}

/** Timeouts a desk offers, seconds. */
export const TIMEOUT_CHOICES_S = [10, 60, 600, 3_600] as const;

/** Why a platform did not do it, or why nobody knows whether it did; shown as `act.reason.<code>`. */
export const ACT_REASONS = [
  /** A moderator, the host or the account itself. */
  'person_protected',
  'person_unknown',
  'message_gone',
  'text_too_long',
  'text_refused',
  /** Too much in too short a time. */
  'rate_limited',
  /** It is so already. */
  'already_so',
  /** The platform answered with an error of its own. */
  'platform_failed',
  /** Neither an answer nor its event came in time. */
  'no_answer',
  /** The program ended before the answer came. */
  'core_stopped',
] as const;
export type ActReason = (typeof ACT_REASONS)[number];

/** `done`: the platform itself has told of it. */
export const ActOutcome = z.enum(['done', 'refused', 'unknown']);
export type ActOutcome = z.infer<typeof ActOutcome>;

/** One thing that a desk did in a platform's chat, and what came of it. */
export const ChatAction = z.strictObject({
  /** Of the fact that it was asked for. */
  seq: z.int().positive(),
  /** Show time. */
  ts: Timestamp,
  act: ChatAct,
  sourceId: SourceId,
  platform: PlatformName,
  /** The line it is about; null for a line of one's own to everybody. */
  lineSeq: z.int().positive().nullable(),
  /** Whom it is about, as the platform calls them; null where nobody or hidden. */
  name: z.string().nullable(),
  /** What was sent; null for everything else. */
  text: z.string().nullable(),
  durationS: z.int().positive().nullable(),
  state: z.enum(['waiting', ...ActOutcome.options]),
  /** One of ACT_REASONS, or a newer version's. */
  reason: z.string().nullable(),
  /** When the platform takes the next one, seconds; null where it did not say. */
  retryS: z.int().min(0).nullable(),
  /** Somebody unbanned or unpinned it since, or something else is pinned. */
  isUndone: z.boolean(),
});
export type ChatAction = z.infer<typeof ChatAction>;

/** Actions of a show that a desk is sent. */
export const CHAT_ACTIONS_SENT = 30;

export const ActsSlice = z.strictObject({
  /** Of the current show, oldest first; the newest 30. */
  recent: z.array(ChatAction),
});
export type ActsSlice = z.infer<typeof ActsSlice>;
export const NO_CHAT_ACTIONS: ActsSlice = { recent: [] };
