import { z } from 'zod';

import { CueKind } from './cue.ts';

/** What is counted minute by minute and can be watched; a source gives it or not. */
export const COUNTED = [
  'entries',
  'chats',
  'likes',
  'follows',
  'gifts',
  'ordersPlaced',
  'ordersPaid',
] as const;
export const CountedFigure = z.enum(COUNTED);
export type CountedFigure = z.infer<typeof CountedFigure>;

/** `viewers` is a level: people online at the end of the minute (在线人数). */
export const WatchedFigure = z.enum(['viewers', ...COUNTED]);
export type WatchedFigure = z.infer<typeof WatchedFigure>;

const WindowMin = z.int().min(1).max(30);

/** What must hold for a rule. Windows are whole minutes of show time. */
export const AlertTest = z.discriminatedUnion('kind', [
  /** The window against the one before it: a change of at least `percent`. */
  z.strictObject({
    kind: z.literal('change'),
    figure: WatchedFigure,
    direction: z.enum(['fall', 'rise']),
    percent: z.number().min(1).max(1_000),
    windowMin: WindowMin,
  }),
  /**
   * Below or above a number a minute; a level is compared as it is. With `perThousand` the number is
   * for 1,000 people online and is scaled by how many there are.
   */
  z.strictObject({
    kind: z.literal('threshold'),
    figure: WatchedFigure,
    direction: z.enum(['below', 'above']),
    value: z.number().min(0).max(10_000_000),
    perThousand: z.boolean(),
    windowMin: WindowMin,
  }),
  /** The window against the room's own median for this minute of the show: off by `percent`. */
  z.strictObject({
    kind: z.literal('usual'),
    figure: WatchedFigure,
    direction: z.enum(['below', 'above']),
    percent: z.number().min(1).max(1_000),
    windowMin: WindowMin,
  }),
  /**
   * Unpaid orders of the window as a share of 1 of those placed (未支付率), once at least `exposure`
   * were placed in it.
   */
  z.strictObject({
    kind: z.literal('unpaidShare'),
    direction: z.enum(['below', 'above']),
    value: z.number().min(0).max(1),
    exposure: z.int().min(1).max(100_000),
    windowMin: WindowMin,
  }),
  /** Something is in a bad state for `forMin` minutes. */
  z.strictObject({
    kind: z.literal('state'),
    state: z.enum(['source_silent', 'viewers_frozen', 'store_failing', 'shelf_talk', 'output_bad']),
    forMin: z.number().min(0).max(60),
  }),
]);
export type AlertTest = z.infer<typeof AlertTest>;
export type WatchedState = Extract<AlertTest, { kind: 'state' }>['state'];

/**
 * What the desk offers to do: send a cue of a kind from the deck, look at a part of the desk, or arm the
 * product that the evidence proposes.
 */
export const AlertAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cue'), cueKind: CueKind }),
  z.strictObject({
    kind: z.literal('look'),
    at: z.enum(['sources', 'store', 'questions', 'outlets']),
  }),
  z.strictObject({ kind: z.literal('arm') }),
]);
export type AlertAction = z.infer<typeof AlertAction>;

export const ALERT_NAME_MAX = 60;

export const AlertRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** Null: a rule of the product, named in the screen's language. */
  name: z.string().trim().min(1).max(ALERT_NAME_MAX).nullable(),
  isOn: z.boolean(),
  severity: z.enum(['notice', 'warn', 'danger']),
  test: AlertTest,
  /** How many minutes in a row it must hold; two is the trade's rule against chance. */
  holdMin: z.int().min(1).max(30),
  /** Minutes after an alert of this rule in which it is silent. */
  cooldownMin: z.int().min(1).max(240),
  action: AlertAction,
});
export type AlertRule = z.infer<typeof AlertRule>;

export const MAX_OWN_RULES = 50;

/** Rules that differ from the product's, by their id, and rules of one's own. */
export const AlertSettings = z.strictObject({
  rules: z.array(AlertRule).max(MAX_OWN_RULES),
  /** At most so many alerts an hour of show time; what is dangerous or an outage always comes. */
  hourlyBudget: z.int().min(1).max(60),
  hasSound: z.boolean(),
  hasNotice: z.boolean(),
});
export type AlertSettings = z.infer<typeof AlertSettings>;

export const FIRST_ALERT_SETTINGS: AlertSettings = {
  rules: [],
  hourlyBudget: 6,
  hasSound: false,
  hasNotice: false,
};
