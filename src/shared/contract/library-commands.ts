import { z } from 'zod';

import { CardLanguage, CUE_TEXT_MAX, CueKind, CueTone, DECK_MAX } from '../model/cue.ts';
import { ANCHOR_NAME_MAX, CardUse } from '../model/cue-library.ts';
import { AnchorId, CueCardId, CueId, ProductId } from '../model/ids.ts';
import { Language } from '../model/settings.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** A card as a table, a list of lines or the starter library has it. */
export const NewCard = z.strictObject({
  kind: CueKind,
  text: z.string().min(1).max(CUE_TEXT_MAX),
  language: CardLanguage,
  tone: CueTone,
});
export type NewCard = z.infer<typeof NewCard>;

/** The cue library (话术库) and the hosts of a room. */
export const libraryCommands = {
  /**
   * Sends a card of the deck with its variables filled: of the given product, else of the card's, else
   * of what is on the shelf. Refused: unknown_cue, show_not_running, cue_value_missing (which
   * variables nobody knows), cue_variable_unknown, text_too_long (with what was filled in).
   */
  'cue.sendCard': {
    input: z.strictObject({ cardId: CueCardId, productId: ProductId.nullable() }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /**
   * Adds cards in one go; a text that the deck has already, in the same kind, is left out and counted.
   * Refused as a whole: too_many (the deck would have more than DECK_MAX).
   */
  'cue.addCards': {
    input: z.strictObject({ cards: z.array(NewCard).min(1).max(DECK_MAX), isStarter: z.boolean() }),
    output: z.strictObject({ added: z.int().min(0), known: z.int().min(0) }),
    callers: desk,
  },
  /** Marks a card as a favourite of a host, or not any more. Refused: unknown_cue, unknown_anchor. */
  'cue.setFavourite': {
    input: z.strictObject({ cardId: CueCardId, anchorId: AnchorId, isFavourite: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** Takes the last change of the library back. Refused: nothing_to_undo. */
  'cue.undoLibrary': {
    input: z.strictObject({ changeId: z.int().positive() }),
    output: none,
    callers: desk,
  },
  /** How each card of the deck was used in live shows, and what followed. */
  'cue.usage': { input: none, output: z.strictObject({ cards: z.array(CardUse) }), callers: desk },
  /** The deck as a file of the data folder's `exports`, which an import reads back as it was. */
  'cue.exportDeck': {
    input: z.strictObject({ format: z.enum(['xlsx', 'csv']), language: Language }),
    output: z.strictObject({ path: z.string(), cards: z.int().min(0) }),
    callers: desk,
  },

  /** Adds a host of the room, or gives one another name. Refused: anchor_exists, unknown_anchor, too_many. */
  'anchor.put': {
    input: z.strictObject({
      anchorId: AnchorId.nullable(),
      name: z.string().trim().min(1).max(ANCHOR_NAME_MAX),
    }),
    output: z.strictObject({ anchorId: AnchorId }),
    callers: desk,
  },
  'anchor.remove': {
    input: z.strictObject({ anchorId: AnchorId }),
    output: none,
    callers: desk,
  },
  /** Who hosts from now on; a fact of the show. Refused: show_not_running, unknown_anchor. */
  'anchor.choose': {
    input: z.strictObject({ anchorId: AnchorId.nullable() }),
    output: none,
    callers: desk,
  },
} as const;
