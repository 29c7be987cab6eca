import { z } from 'zod';

import {
  MarkKind,
  MarkSpan,
  NOTE_MAX,
  PersonCard,
  PersonKey,
  PersonNote,
} from '../model/person.ts';
import { Timestamp } from '../model/ids.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/**
 * The part of the contract about one person of the room: what they did here, and what the operators
 * keep about them. Desks alone; a second screen is never told a note or a mark.
 */
export const personCommands = {
  /** Everything a desk shows of a person. Refused: unknown_person. */
  'person.card': { input: PersonKey, output: PersonCard, callers: desk },
  /**
   * Puts the room's note about a person; an empty text takes it away. `replaces` is `changedTs` of the
   * note as it was seen, null where there was none; the answer names the new text in the same way and
   * never holds it, since answers are recorded. Refused: unknown_person, text_too_long,
   * note_changed when another desk has changed it meanwhile.
   */
  'person.setNote': {
    input: z.strictObject({
      ...PersonKey.shape,
      text: z.string().trim().max(NOTE_MAX),
      replaces: Timestamp.nullable(),
    }),
    output: z.strictObject({ changedTs: PersonNote.shape.changedTs.nullable() }),
    callers: desk,
  },
  /**
   * Marks a person; the same mark again gets the new span. `word` is the one of kind `custom`, null
   * for the others. Refused: unknown_person, show_not_running (until the end of which show?),
   * text_missing (a word nobody can see), text_too_long, too_many.
   */
  'person.mark': {
    input: z.strictObject({
      ...PersonKey.shape,
      kind: MarkKind,
      word: z.string().max(200).nullable(),
      span: MarkSpan,
    }),
    output: z.strictObject({ markId: z.int().positive() }),
    callers: desk,
  },
  /** Takes a mark away. One that is gone changes nothing. Refused: unknown_person. */
  'person.unmark': {
    input: z.strictObject({ ...PersonKey.shape, markId: z.int().positive() }),
    output: none,
    callers: desk,
  },
} as const;
