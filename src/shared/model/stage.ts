import { z } from 'zod';

import { CueId, ProductId, QuestionId, ScreenId, Timestamp } from './ids.ts';

/** What the anchor (主播) needs; `call`: somebody should come, no more was said. */
export const HELP_REASONS = ['call', 'water', 'tech', 'slower', 'stop'] as const;
export const HelpReason = z.enum(HELP_REASONS);
export type HelpReason = z.infer<typeof HelpReason>;

/** A call of the anchor's. Times are show time. */
export const HelpCall = z.strictObject({
  /** Seq of the fact that made it. */
  seq: z.int().positive(),
  reason: HelpReason,
  /** Null: the screen's pairing is gone by now. */
  screenId: ScreenId.nullable(),
  askedTs: Timestamp,
  /** When somebody at a desk said that it is seen to; null: nobody has. */
  answeredTs: Timestamp.nullable(),
});
export type HelpCall = z.infer<typeof HelpCall>;

/** What fills an anchor's screen. Chosen on the device, remembered there. */
export const ANCHOR_VIEWS = ['cue', 'product', 'prompter', 'countdown', 'questions'] as const;
export const AnchorView = z.enum(ANCHOR_VIEWS);
export type AnchorView = z.infer<typeof AnchorView>;

/** What a connected anchor's screen says of itself. */
export const ScreenSight = z.strictObject({
  screenId: ScreenId,
  view: AnchorView,
  /** The page is in sight: what is sent there can be read. A second monitor never has the focus. */
  isVisible: z.boolean(),
});
export type ScreenSight = z.infer<typeof ScreenSight>;

/** Reading speed, in weighed characters a minute: see `readingLength`. */
export const PACE_MIN = 60;
export const PACE_MAX = 600;
export const PACE_STEP = 20;
export const FIRST_PACE = 220;
export const Pace = z.int().min(PACE_MIN).max(PACE_MAX);

/**
 * Where the prompter (提词器) is, the same on every screen: `at` weighed characters into the document
 * at wall time `atTs`, going on at `pace` a minute while it runs. A document of another key than a
 * screen has is one it has come to before the core: it stands at its beginning.
 */
export const Prompter = z.strictObject({
  documentKey: z.string(),
  at: z.number().min(0),
  atTs: Timestamp,
  pace: Pace,
  isRunning: z.boolean(),
  /** The price of this document was said: nothing holds the text back any more. */
  isPriceSaid: z.boolean(),
});
export type Prompter = z.infer<typeof Prompter>;

/** How the anchor feels, 1 (worn out) to 5 (well), as they say themselves. */
export const Mood = z.int().min(1).max(5);

/** How much the anchor has done: for this room alone. Times are show time. */
export const AnchorLoad = z.strictObject({
  /** Pauses of the show and rests of the voice, oldest first, none inside another; the last may be open. */
  breaks: z.array(z.strictObject({ fromTs: Timestamp, toTs: Timestamp.nullable() })),
  /** Since when the anchor is at it without a break; null before the start, in a break, after the end. */
  sinceTs: Timestamp.nullable(),
  /** Milliseconds off air that are over: pauses and rests, short ones too. */
  offMs: z.int().min(0),
  /** A rest of the voice runs: the seq of its beginning. */
  restingSeq: z.int().positive().nullable(),
  /**
   * Milliseconds on air in which a microphone was listened to, and of those with a voice; null where
   * none was (an OBS outlet has its input).
   */
  talk: z
    .strictObject({ measuredMs: z.int().min(0), talkedMs: z.int().min(0) })
    .nullable()
    .default(null),
  /** Newest last. */
  moods: z.array(z.strictObject({ seq: z.int().positive(), ts: Timestamp, mood: Mood })),
});
export type AnchorLoad = z.infer<typeof AnchorLoad>;

/** A question of the chat as an anchor's screen shows it. */
export const AskedQuestion = z.strictObject({
  id: QuestionId,
  text: z.string(),
  people: z.int().min(0),
  /** The one approved answer; null: there is none yet. */
  answer: z.string().nullable(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;
/** So many are shown to an anchor at most: the ones that are owed first. */
export const ASKED_QUESTIONS_SHOWN = 3;

/** Calls that stay in sight after they were answered. */
export const ANSWERED_CALLS_SENT = 5;

export const StageSlice = z.strictObject({
  /** Open ones first, oldest first; then the newest answered ones. */
  calls: z.array(HelpCall),
  /** The screen was asked to catch the anchor's eye for this cue, at wall time; null: it was not. */
  flash: z.strictObject({ cueId: CueId, ts: Timestamp }).nullable(),
  prompter: Prompter,
  /** What connected anchor's screens say of themselves. */
  sights: z.array(ScreenSight),
  load: AnchorLoad,
  questions: z.array(AskedQuestion),
});
export type StageSlice = z.infer<typeof StageSlice>;

export const NO_LOAD: AnchorLoad = {
  breaks: [],
  sinceTs: null,
  offMs: 0,
  restingSeq: null,
  talk: null,
  moods: [],
};

export const NO_STAGE: StageSlice = {
  calls: [],
  flash: null,
  prompter: {
    documentKey: '',
    at: 0,
    atTs: 0,
    pace: FIRST_PACE,
    isRunning: false,
    isPriceSaid: false,
  },
  sights: [],
  load: NO_LOAD,
  questions: [],
};

/** The fields of facts about the anchor's screen. */
export const saidPriceFields = { productId: ProductId, screenId: ScreenId.nullable() };
