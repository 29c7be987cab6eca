/** What may have done something to the room. The finest of an act's things comes first. */
export const LIFT_THINGS = ['card', 'cueKind', 'rule', 'script', 'giveaway', 'push'] as const;
export type LiftThingKind = (typeof LIFT_THINGS)[number];
export type LiftThing = { readonly kind: LiftThingKind; readonly key: string };

/** What is looked at. `online` is the net change of people online, `leavers` an estimate. */
export const LIFT_FIGURES = [
  'chat',
  'inflow',
  'follows',
  'clicks',
  'orders',
  'online',
  'leavers',
] as const;
export type LiftFigureName = (typeof LIFT_FIGURES)[number];

/** A minute of a show over all its sources; null where nobody could tell. */
export type LiftMinute = {
  /** floor(show time / 60,000). */
  readonly minute: number;
  /** People online at its end. */
  readonly viewers: number | null;
  readonly chats: number | null;
  readonly joins: number | null;
  readonly follows: number | null;
  readonly clicks: number | null;
  readonly orders: number | null;
};

/** Something that was done at a show time: a cue, a push, a block that began. */
export type LiftAct = {
  readonly id: string;
  readonly ts: number;
  readonly things: readonly LiftThing[];
};

export type LiftShow = {
  readonly showId: number;
  readonly startTs: number;
  /** Show time it ended; of one that runs, now. */
  readonly endTs: number;
  /** In order; a minute that is not there had no event. */
  readonly minutes: readonly LiftMinute[];
  /** Everything that was done, also what is of no interest: it touches minutes too. */
  readonly acts: readonly LiftAct[];
  /** Show times in which something was lost, or the show stood still. */
  readonly gaps: readonly { readonly fromTs: number; readonly toTs: number }[];
  /** When people of another room came in at once. */
  readonly raidTs: readonly number[];
};

export function thingId({ kind, key }: LiftThing): string {
  return `${kind}:${key}`;
}
