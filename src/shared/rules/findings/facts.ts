import type { Review } from '../../model/review.ts';

/** What one source brought in one minute of show time (`minute` = floor(ts / 60000)). */
export type SourceMinute = {
  /** The last figure of the minute; null where none was given. */
  readonly viewers: number | null;
  readonly chats: number;
  readonly joins: number;
  readonly ordersPaid: number;
};

/** One source of a show, minute by minute; one that gave nothing in a minute has none for it. */
export type SourceLine = {
  readonly sourceId: number;
  readonly platform: string;
  readonly minutes: ReadonlyMap<number, SourceMinute>;
};

/** What detectors look at beside the review itself: worked out from roll-ups and the few facts of the log. */
export type FindingSources = { readonly sources: readonly SourceLine[] };

/** What detectors look at. */
export type FindingFacts = FindingSources &
  Pick<
    Review,
    | 'show'
    | 'totals'
    | 'minutes'
    | 'products'
    | 'pushes'
    | 'cues'
    | 'gaps'
    | 'warnings'
    | 'slips'
    | 'blocks'
    | 'overruled'
    | 'promises'
    | 'comparison'
  >;
