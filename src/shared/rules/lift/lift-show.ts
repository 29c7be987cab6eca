import type { LiftFigureName, LiftSubject } from '../../model/lift.ts';

/** What may have done something to the room. */
type LiftThingKind = LiftSubject['kind'];
export type LiftThing = { readonly kind: LiftThingKind; readonly key: string };

export const LIFT_FIGURES: readonly LiftFigureName[] = [
  'chat',
  'inflow',
  'follows',
  'clicks',
  'orders',
  'online',
  'leavers',
];
export type { LiftFigureName };

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
  /** What it was, the finest first: a card before its kind. */
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
  /** When blocks of the run of show began: another product, another host, and with them another level. */
  readonly phaseTs: readonly number[];
  /** When people of another room came in at once. */
  readonly raidTs: readonly number[];
  /** Whoever counts people online tells who comes in too: only then are there leavers. */
  readonly areJoinsWhole: boolean;
};

export function thingId({ kind, key }: LiftThing): string {
  return `${kind}:${key}`;
}
