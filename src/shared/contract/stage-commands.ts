import { z } from 'zod';

import { CueId } from '../model/ids.ts';
import { AnchorView, HelpReason, Mood, Pace } from '../model/stage.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const anchor = ['anchor'] as const;
const both = ['desk', 'anchor'] as const;

/** The part of the contract about the anchor and what their screen shows. */
export const stageCommands = {
  /** The anchor asks for something. Refused: show_not_running. */
  'help.ask': {
    input: z.strictObject({ reason: HelpReason }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: anchor,
  },
  /** It is seen to; one that was answered before stays as it was. Refused: unknown_call. */
  'help.answer': {
    input: z.strictObject({ seq: z.int().positive() }),
    output: none,
    callers: desk,
  },
  /**
   * Makes the anchor's screens catch the eye for the cue that stands there; silent unless a screen was
   * told to sound. Refused: unknown_cue for any other cue.
   */
  'cue.flash': { input: z.strictObject({ cueId: CueId }), output: none, callers: desk },
  /** What this screen shows and whether it can be seen; forgotten when it goes. */
  'stage.sight': {
    input: z.strictObject({ view: AnchorView, isVisible: z.boolean() }),
    output: none,
    callers: anchor,
  },
  /** Starts or stops the prompter on every screen. */
  'prompter.run': {
    input: z.strictObject({ isRunning: z.boolean() }),
    output: none,
    callers: both,
  },
  /** Weighed characters a minute; remembered for the room. */
  'prompter.pace': { input: z.strictObject({ pace: Pace }), output: none, callers: both },
  /**
   * To a place of the document, in weighed characters; beyond a price that was not said it stays at
   * the price. Refused: prompter_moved_on for a document that is not the one shown any more.
   */
  'prompter.move': {
    input: z.strictObject({ documentKey: z.string(), at: z.number().min(0) }),
    output: none,
    callers: both,
  },
  /** The price that holds the text was said. Refused: prompter_moved_on. */
  'prompter.priceSaid': {
    input: z.strictObject({ documentKey: z.string() }),
    output: none,
    callers: both,
  },
  /** How the anchor feels. Refused: show_not_running. */
  'mood.note': { input: z.strictObject({ mood: Mood }), output: none, callers: anchor },
  /** The anchor rests their voice. One that runs goes on. Refused: show_wrong_state while not on air. */
  'rest.begin': { input: none, output: none, callers: both },
  /** It is over; without one nothing happens. */
  'rest.end': { input: none, output: none, callers: both },
} as const;
