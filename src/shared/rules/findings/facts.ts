import type { FigureName } from '../../model/entered-figure.ts';
import type { Review } from '../../model/review.ts';
import type { AnchorLoad, HelpCall } from '../../model/stage.ts';

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

/** A stretch of show time. */
export type Span = { readonly fromTs: number; readonly toTs: number };

/** A question of the room that facts of the log tell of: it was proposed to the host, or answered. */
export type AskedAgain = {
  readonly questionId: number;
  /** The first of those who had no answer yet. */
  readonly sinceTs: number;
  readonly people: number;
  /** Null: nobody answered it to the end. */
  readonly answeredTs: number | null;
};

/** What detectors look at beside the review itself: worked out from roll-ups and the few facts of the log. */
export type FindingSources = {
  readonly sources: readonly SourceLine[];
  readonly helps: readonly HelpCall[];
  /** Pauses of the show and rests of the host's voice, oldest first. */
  readonly breaks: AnchorLoad['breaks'];
  readonly raids: readonly {
    readonly ts: number;
    readonly platform: string;
    readonly viewers: number;
  }[];
  readonly asked: readonly AskedAgain[];
  /** When a platform or somebody of the team said that a product is sold out. */
  readonly soldOut: readonly { readonly productId: number; readonly ts: number }[];
  /** Stretches in which a platform said that its stream was off air, while the show went on. */
  readonly offAir: readonly (Span & { readonly platform: string })[];
  /** Orders that were cancelled; null where no source tells orders. */
  readonly cancelled: number | null;
  /** Figures of the whole show that somebody entered or imported, over its sources. */
  readonly entered: Readonly<Partial<Record<FigureName, number>>>;
};

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
    | 'outputs'
    | 'overruled'
    | 'promises'
    | 'comparison'
  >;
