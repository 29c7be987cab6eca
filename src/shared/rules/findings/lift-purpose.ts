import type { CueKind } from '../../model/cue.ts';
import type { LiftFigureName, LiftThingResults } from '../../model/lift.ts';
import type { Review } from '../../model/review.ts';
import { isKeeperKind, judgedFigures } from '../lift/judged-figures.ts';

/**
 * What a kind of cue is for, as far as it can be counted, the figure that decides first. Kinds that are
 * for something else - to calm, to correct, to thank - are not judged by what they were never for.
 */
const OF_KINDS: Readonly<Partial<Record<CueKind, readonly LiftFigureName[]>>> = {
  welcome: ['follows', 'chat'],
  question: ['chat'],
  price: ['orders', 'clicks'],
  demo: ['clicks', 'orders'],
  close: ['orders', 'clicks'],
};

export type LiftPurpose = {
  readonly figures: readonly LiftFigureName[];
  /** It may be for any of them: that it did nothing is said only where that is known of all. */
  readonly isAny: boolean;
  readonly isGiveaway: boolean;
};

/** What something was done for; null where that cannot be told, or not be counted. */
export function purposeOf(
  review: Pick<Review, 'cues'>,
  thing: LiftThingResults,
): LiftPurpose | null {
  switch (thing.subject.kind) {
    case 'giveaway':
      return { figures: judgedFigures(true), isAny: false, isGiveaway: true };
    case 'push':
      return { figures: ['orders', 'clicks'], isAny: false, isGiveaway: false };
    case 'script':
      return { figures: judgedFigures(false), isAny: true, isGiveaway: false };
    case 'card':
    case 'rule': {
      const kind = kindOf(review, thing);
      return kind === null ? null : ofKind(kind);
    }
    case 'cueKind':
      // Its cards are told one by one.
      return null;
  }
}

function ofKind(kind: CueKind): LiftPurpose | null {
  const isGiveaway = kind === 'giveaway';
  if (isKeeperKind(kind)) return { figures: judgedFigures(true), isAny: false, isGiveaway };
  if (kind === 'free') return { figures: judgedFigures(false), isAny: true, isGiveaway };
  const figures = OF_KINDS[kind];
  return figures === undefined ? null : { figures, isAny: false, isGiveaway };
}

/** The kind of its cues where all are of one. */
function kindOf({ cues }: Pick<Review, 'cues'>, { actIds }: LiftThingResults): CueKind | null {
  const own = new Set(actIds);
  const kinds = new Set(
    cues.filter(({ cueId }) => own.has(`cue ${cueId}`)).map(({ kind }) => kind),
  );
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : null;
}
