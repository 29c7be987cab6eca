import { z } from 'zod';

import { CueId, SourceId } from '../model/ids.ts';
import { RoomEvent } from './room-event.ts';

const desk = ['desk'] as const;

/** A line of the current show's log: a message, or for a person also what else they did. */
const line = z.strictObject({ lineSeq: z.int().positive() });
/**
 * Answered when it is stored that it was asked for; what the platform made of it comes with the slice
 * `acts`, under this seq.
 */
const asked = z.strictObject({ actSeq: z.int().positive() });

/**
 * The part of the contract that is done in a platform's chat. Only desks may: each command is a fact
 * of the log, and so is what came of it. All are refused with show_not_running, unknown_source,
 * source_not_ready (nothing was sent), chat_act_impossible (the source cannot do it: `reason`).
 */
export const chatCommands = {
  /**
   * Sends a line to one platform, as an answer to a message where `lineSeq` names one. Refused too:
   * unknown_message, text_missing (nothing that can be seen), text_too_long.
   */
  'chat.send': {
    input: z.strictObject({
      sourceId: SourceId,
      text: z.string().max(10_000),
      lineSeq: z.int().positive().nullable(),
    }),
    output: asked,
    callers: desk,
  },
  /** Takes a message out of the platform's chat. Refused too: unknown_message. */
  'chat.delete': { input: line, output: asked, callers: desk },
  /** Who wrote the line cannot write for so long. Refused too: unknown_message, unknown_person, value_out_of_range. */
  'chat.timeout': {
    input: line.extend({ durationS: z.int().min(1).max(1_209_600) }),
    output: asked,
    callers: desk,
  },
  /** Who wrote the line cannot write any more. Refused too: unknown_message, unknown_person. */
  'chat.ban': { input: line, output: asked, callers: desk },
  /** Lifts a ban or timeout. Refused too: unknown_message, unknown_person. */
  'chat.unban': { input: line, output: asked, callers: desk },
  /** Keeps a message on top of the platform's chat, in place of another one. Refused too: unknown_message. */
  'chat.pin': { input: line, output: asked, callers: desk },
  'chat.unpin': { input: line, output: asked, callers: desk },
  /**
   * Puts a message on the anchor's screen as a cue of kind `question`, in its writer's words, cut where
   * they are longer than a cue; when the anchor says that it is done, the question it asks is answered.
   * Refused: unknown_message, show_not_running.
   */
  'chat.toAnchor': {
    input: line,
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /** Chat-like events before `beforeSeq` (newest page when null), oldest first. */
  'chat.page': {
    input: z.strictObject({
      beforeSeq: z.int().positive().nullable(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ events: z.array(RoomEvent) }),
    callers: ['desk', 'team'],
  },
} as const;
