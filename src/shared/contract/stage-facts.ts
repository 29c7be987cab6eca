import { z } from 'zod';

import { CueId, ScreenId } from '../model/ids.ts';
import { HelpReason, Mood, saidPriceFields } from '../model/stage.ts';
import { deskEnvelope } from './event-envelope.ts';

/** Facts about the anchor and their screen. `screenId` is who said it, null for the desk of this machine. */
export const stageFacts = {
  /** The anchor asked for something (求助). */
  'help.asked': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('help.asked'),
    reason: HelpReason,
    screenId: ScreenId.nullable(),
  }),
  /** Somebody at a desk said that it is seen to. */
  'help.answered': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('help.answered'),
    askedSeq: z.int().positive(),
    screenId: ScreenId.nullable(),
  }),
  /** A cue was not seen: the anchor's screens were made to catch the eye. */
  'cue.flashed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('cue.flashed'),
    cueId: CueId,
    screenId: ScreenId.nullable(),
  }),
  /** The price in the prompter was said: the text went on. */
  'price.said': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('price.said'),
    ...saidPriceFields,
  }),
  /** How the anchor feels, by their own word. */
  'mood.noted': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('mood.noted'),
    mood: Mood,
    screenId: ScreenId.nullable(),
  }),
  /** The anchor rests their voice (歇嗓) while the show goes on. */
  'rest.began': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('rest.began'),
    screenId: ScreenId.nullable(),
  }),
  /**
   * How much the anchor talked while a microphone was listened to, milliseconds up to this moment since
   * the last such fact or the start; about one a minute.
   */
  'voice.measured': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('voice.measured'),
    measuredMs: z.int().positive(),
    talkedMs: z.int().min(0),
  }),
  'rest.ended': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('rest.ended'),
    beganSeq: z.int().positive(),
    screenId: ScreenId.nullable(),
  }),
} as const;
