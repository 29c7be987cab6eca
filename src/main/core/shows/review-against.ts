import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { AgainstShows, ReviewAgainst } from '#shared/model/review-against.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { baselineOf, type Against } from '#shared/rules/shows/baselines.ts';
import { missingReason, SHOW_FIGURES } from '#shared/rules/shows/show-figure-list.ts';
import { targetOfFigure } from '#shared/rules/shows/target-of-figure.ts';
import { heldTargets } from '#shared/rules/targets/held-targets.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { targetFacts } from '../planning/targets.queries.ts';
import { comparedShows } from './compare-shows.ts';
import { listedShows } from './list-shows.ts';

type CanOf = (connector: string) => SourceCan | null;

/**
 * A show beside its targets, the show before, the median of the last, those of its weekday and hour,
 * and one that was chosen. Null while it has not ended; a chosen one that cannot be held against it is
 * left out.
 */
export function reviewAgainst(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  withId: ShowId | null,
  canOf: CanOf,
): ReviewAgainst | null {
  const { shows } = listedShows(db, roomId, null, canOf);
  const own = shows.find(({ id }) => id === showId);
  if (own === undefined || own.figures === null) return null;
  const { figures, currency } = own;
  const targets = heldTargets(targetFacts(db, roomId, showId));
  return {
    own: figures,
    missing: SHOW_FIGURES.flatMap((figure) =>
      figures[figure.key] === null ? [{ key: figure.key, reason: missingReason(own, figure) }] : [],
    ),
    targets: SHOW_FIGURES.flatMap(({ key }) => {
      const value = targetOfFigure(targets, key, currency);
      return value === null ? [] : [{ key, value }];
    }),
    previous: againstShows(shows, own, 'previous'),
    median: againstShows(shows, own, 'median'),
    sameHour: againstShows(shows, own, 'sameHour'),
    chosen:
      withId === null || withId === showId ? null : chosenShow(db, roomId, [showId, withId], canOf),
  };
}

function againstShows(
  shows: readonly ListedShow[],
  own: ListedShow,
  against: Against,
): AgainstShows {
  const baseline = baselineOf(shows, own, against);
  return {
    shows: baseline.of.map(nameOf),
    otherCurrency: baseline.otherCurrency,
    otherPlatforms: baseline.otherPlatforms,
    tooShort: baseline.tooShort,
    figures: SHOW_FIGURES.flatMap(({ key }) => {
      const sample = baseline.figure(key);
      return sample === null ? [] : [{ key, ...sample }];
    }),
  };
}

function chosenShow(
  db: ReadableDatabase,
  roomId: RoomId,
  showIds: readonly [ShowId, ShowId],
  canOf: CanOf,
): ReviewAgainst['chosen'] {
  const compared = comparedShows(db, roomId, showIds, null, canOf);
  if (!compared.ok) return null;
  const [own, other] = compared.value.sides;
  return {
    show: nameOf(other.show),
    currency: other.show.currency,
    own: own.alike,
    other: other.alike,
    leftOut: [...new Set([...own.leftOut, ...other.leftOut])],
  };
}

function nameOf({ id, title, startedTs }: ListedShow) {
  return { showId: id, title, startedTs };
}
