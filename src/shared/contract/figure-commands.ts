import { z } from 'zod';

import { EnteredHow, FigureValues } from '../model/entered-figure.ts';
import { ShowId, SourceId } from '../model/ids.ts';
import { LiveMetrics } from '../model/metrics.ts';

const desk = ['desk'] as const;

/** The part of the contract that takes figures no feed gives. */
export const figureCommands = {
  /**
   * Figures of a show, running or over, read off a platform by a person: cumulative values that hold
   * as of now, or of the show's end. `sourceId` null: of the whole show. The newest of a name holds.
   * Refused: unknown_show, unknown_source.
   */
  'figures.enter': {
    input: z.strictObject({
      showId: ShowId,
      sourceId: SourceId.nullable(),
      figures: FigureValues,
      how: EnteredHow,
    }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: desk,
  },
  /**
   * Takes back what was entered together: what was entered before holds again. Refused: unknown_show,
   * unknown_figures (never entered in this show, or taken back already).
   */
  'figures.withdraw': {
    input: z.strictObject({ showId: ShowId, enteredSeq: z.int().positive() }),
    output: z.strictObject({}),
    callers: desk,
  },
  /**
   * Every figure of a show as it stands, of one that is over at its end. `lastSeq`: what was entered
   * last and holds, by which it is taken back; null for nothing. Refused: unknown_show.
   */
  'figures.get': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({
      metrics: LiveMetrics,
      /** The show's own. */
      currency: z.string(),
      lastSeq: z.int().positive().nullable(),
    }),
    callers: desk,
  },
} as const;
