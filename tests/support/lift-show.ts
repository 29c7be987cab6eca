import type { CueKind } from '#shared/model/cue.ts';
import { CueCardId, ShowId } from '#shared/model/ids.ts';
import type {
  LiftFigureName,
  LiftResult,
  LiftSubject,
  LiftThingResults,
  ShowLift,
} from '#shared/model/lift.ts';
import { Review } from '#shared/model/review.ts';

import { at, cueAt, findingShow, MINUTE_MS, type ShowPatch } from './finding-show.ts';
import { sampleReview } from './sample-review.ts';

/** What a test says of one figure; its interval in the figure's own unit. */
type Told = Partial<Omit<LiftResult, 'figure'>>;
export type Done = {
  readonly kind: CueKind;
  readonly subject?: LiftSubject;
  readonly isKeeper?: boolean;
  readonly figures: Readonly<Partial<Record<LiftFigureName, Told>>>;
  /** Minutes of the show it was done in. */
  readonly minutes?: readonly number[];
  /** First of its cues; two that begin with the same are the same acts. */
  readonly firstCue?: number;
};

const MINUTES = [6, 12, 18, 24, 30, 36, 42, 48] as const;

/** A show and what followed on cards of its deck, as `review.get` and `review.lift` give them. */
export function liftShow(
  done: readonly Done[],
  patch: ShowPatch = {},
): { readonly review: Review; readonly lift: ShowLift } {
  const cues = done.flatMap(({ kind, minutes = MINUTES, firstCue }, place) =>
    minutes.map((minute, i) => ({
      ...cueAt(minute, 2_000, (firstCue ?? 100 * (place + 1)) + i),
      kind,
    })),
  );
  const facts = findingShow({ cues, ...patch });
  const { show, totals, minutes, gaps, pushes, products } = facts;
  const quiet = (['cue_no_effect', 'cue_works'] as const).map((detector) => ({
    detector,
    reason: 'still_counting' as const,
  }));
  const review = Review.parse({
    ...sampleReview('en', {}),
    findings: [],
    ...patch,
    show,
    totals,
    minutes,
    gaps,
    pushes,
    products,
    cues: facts.cues,
    quiet,
  });
  const things = done.map((each, place) => thingOf(each, place));
  const acts = done.flatMap((each, place) => actsOf(each, place));
  const once = [...new Map(acts.map((act) => [act.actId, act])).values()];
  return {
    review,
    lift: { showId: ShowId.parse(show.id), isPerThousand: true, things, acts: once },
  };
}

function actId(place: number, i: number, firstCue: number | undefined): string {
  return `cue ${(firstCue ?? 100 * (place + 1)) + i}`;
}

function thingOf(
  { subject, isKeeper = false, figures, minutes = MINUTES, firstCue }: Done,
  place: number,
): LiftThingResults {
  const cardId = CueCardId.parse(place + 1);
  return {
    thingId: `thing:${place + 1}`,
    subject: subject ?? { kind: 'card', cardId, text: `line ${place + 1}` },
    isKeeper,
    times: minutes.length,
    togetherWith: null,
    results: LIFT_ORDER.flatMap((figure) => {
      const told = figures[figure];
      return told === undefined ? [] : [resultOf(figure, told, minutes.length)];
    }),
    money: null,
    actIds: minutes.map((_, i) => actId(place, i, firstCue)),
  };
}

const LIFT_ORDER: readonly LiftFigureName[] = [
  'chat',
  'inflow',
  'follows',
  'clicks',
  'orders',
  'online',
  'leavers',
];

function resultOf(figure: LiftFigureName, told: Told, n: number): LiftResult {
  const nothing = { state: 'none', mean: 0, low: -1, high: 1, without: 40, needed: null } as const;
  return { figure, ...nothing, n, ...told };
}

function actsOf({ figures, minutes = MINUTES, firstCue }: Done, place: number): ShowLift['acts'] {
  return minutes.map((minute, i) => ({
    actId: actId(place, i, firstCue),
    ts: at(minute),
    figures: LIFT_ORDER.filter((figure) => figures[figure] !== undefined).map((figure) => ({
      figure,
      fromMinute: at(minute) / MINUTE_MS + 1,
      minutes: 3,
      came: 63,
      expected: figure === 'online' ? 0 : 60,
      matched: [],
    })),
  }));
}
