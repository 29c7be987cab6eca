import { z } from 'zod';

import { ProductId, ShowId } from '../model/ids.ts';
import { ProductInShow, ShowSide } from '../model/show-comparison.ts';
import { ListedShow, NamedProduct, ShowWord, SHOW_WORDS_MAX } from '../model/show-list.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const showIds = z.array(ShowId).min(1).max(500);
const words = z.array(ShowWord).max(SHOW_WORDS_MAX);

/** The part of the contract about all shows of a room: found, ordered, compared, put away. */
export const showsCommands = {
  /** Newest first, with what lies in the bin, and the names of all their products. */
  'shows.list': {
    input: none,
    output: z.strictObject({
      shows: z.array(ListedShow),
      bin: z.array(ListedShow),
      products: z.array(NamedProduct),
    }),
    callers: desk,
  },
  /** Refused: unknown_show. */
  'shows.rename': {
    input: z.strictObject({ showId: ShowId, title: z.string().trim().min(1).max(120) }),
    output: none,
    callers: desk,
  },
  /**
   * Tags of shows, or their hosts as they are named by hand, which then stand for those in the log.
   * Refused: unknown_show, too_many; then nothing is changed.
   */
  'shows.setWords': {
    input: z.strictObject({
      showIds,
      kind: z.enum(['tag', 'anchor']),
      add: words,
      remove: words,
    }),
    output: none,
    callers: desk,
  },
  /**
   * Into the bin: gone from every list, median and search at once, until it is taken back. An
   * ended show that is on the desk is left. Refused: unknown_show, show_in_use.
   */
  'shows.remove': { input: z.strictObject({ showIds }), output: none, callers: desk },
  /** Out of the bin, as it was. Refused: unknown_show. */
  'shows.restore': { input: z.strictObject({ showIds }), output: none, callers: desk },
  /** What lies in the bin is erased for good, beside the work. Refused: unknown_show. */
  'shows.erase': { input: z.strictObject({ showIds }), output: none, callers: desk },
  /**
   * Two shows side by side: their figures on the platforms both had, their minutes from the start,
   * their products. Refused: unknown_show, show_in_use (one has not ended).
   */
  'shows.compare': {
    input: z.strictObject({ showIds: z.tuple([ShowId, ShowId]) }),
    output: z.strictObject({ sides: z.tuple([ShowSide, ShowSide]) }),
    callers: desk,
  },
  /**
   * Makes one show of two that were cut apart (both ended, live, of one currency, at most six hours
   * between them): events, cues, pins and all that hangs at them; the stretch between is a gap. Answered
   * when it is done. Refused: unknown_show, shows_not_mergeable, data_busy, store_unwritable.
   */
  'shows.merge': {
    input: z.strictObject({ showIds: z.tuple([ShowId, ShowId]) }),
    output: z.strictObject({ showId: ShowId }),
    callers: desk,
  },
  /** Takes a show apart into the two it was made of last. Refused as above, and nothing_to_undo. */
  'shows.split': { input: z.strictObject({ showId: ShowId }), output: none, callers: desk },
  /** How far a merge or its undoing is, 0 to 1; null where none runs. */
  'shows.joining': {
    input: none,
    output: z.strictObject({ fraction: z.number().nullable() }),
    callers: desk,
  },
  /** What products came to in each live show that had them, newest first. Unknown ones have none. */
  'shows.products': {
    input: z.strictObject({ productIds: z.array(ProductId).min(1).max(10) }),
    output: z.strictObject({ rows: z.array(ProductInShow) }),
    callers: desk,
  },
} as const;
