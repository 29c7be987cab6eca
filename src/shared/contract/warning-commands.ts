import { z } from 'zod';

import { WARNING_NOTE_MAX, WARNING_TEXT_MAX } from '../model/source.ts';
import { PlatformName } from './event-envelope.ts';

const desk = ['desk'] as const;

/** The part of the contract about a platform's warnings to the broadcast. */
export const warningCommands = {
  /** The operator has seen a platform's warning: it leaves every desk. One that is unknown changes nothing. */
  'warning.acknowledge': {
    input: z.strictObject({ seq: z.int().positive() }),
    output: z.strictObject({}),
    callers: desk,
  },
  /**
   * A warning that somebody read elsewhere, in another tab or on a phone: it stands on every desk like
   * one that came with the events. `platform` null: none that is connected. `note` says where the
   * evidence is. Refused: show_not_running, text_missing, text_too_long.
   */
  'warning.note': {
    input: z.strictObject({
      platform: PlatformName.nullable(),
      text: z.string().max(WARNING_TEXT_MAX),
      note: z.string().max(WARNING_NOTE_MAX),
      isCut: z.boolean(),
    }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: desk,
  },
} as const;
