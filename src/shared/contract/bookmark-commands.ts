import { z } from 'zod';

import { ShowId, Timestamp } from '../model/ids.ts';
import { GivenImage } from './image-commands.ts';
import { NOTE_MAX, ReviewNote } from '../model/review-note.ts';

const desk = ['desk'] as const;
const seq = z.int().positive();
const note = z.string().trim().max(NOTE_MAX);

/** The part of the contract about moments that are marked, and what is written to them. */
export const bookmarkCommands = {
  /** Marks this moment of the current show; `ts` is its show time. Refused: show_not_running. */
  'bookmark.add': {
    input: z.strictObject({ note }),
    output: z.strictObject({ seq, showId: ShowId, ts: Timestamp }),
    callers: desk,
  },
  /** Marks any moment of a show, also when it is over. Refused: unknown_show, outside_show. */
  'bookmark.addAt': {
    input: z.strictObject({ showId: ShowId, ts: Timestamp, note: note.min(1) }),
    output: z.strictObject({ seq }),
    callers: desk,
  },
  /**
   * All that is known of a marked moment; one that was taken away is there again. `image`: one that
   * the desk drew anew in both sizes, one that is stored (as it is), or none. Refused: unknown_show,
   * unknown_mark, image_refused, image_gone, store_full, folder_unwritable.
   */
  'bookmark.note': {
    input: z.strictObject({ showId: ShowId, seq, note, image: GivenImage.nullable() }),
    output: z.strictObject({}),
    callers: desk,
  },
  /** Takes it away; its way back is `bookmark.note`. Refused: unknown_show, unknown_mark. */
  'bookmark.remove': {
    input: z.strictObject({ showId: ShowId, seq }),
    output: z.strictObject({}),
    callers: desk,
  },
  /** The marked moments of a show as they stand, oldest first. Refused: unknown_show. */
  'bookmark.list': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({ notes: z.array(ReviewNote) }),
    callers: ['desk', 'team'],
  },
} as const;
