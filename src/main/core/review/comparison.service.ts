import { ShowId } from '#shared/model/ids.ts';
import {
  COMPARED_SHOWS,
  type ComparedFigures,
  type ReviewComparison,
} from '#shared/model/review-findings.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import { leastOnAirMs } from '#shared/rules/shows/least-on-air.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { showById } from '../room/show.queries.ts';
import { countShow } from '../shows/count-show.ts';
import { knownFigures } from '../shows/show-figures.ts';
import { storedFigures, type FiguresRow } from '../shows/show-figures.queries.ts';
import { earlierShowsOf } from './review.queries.ts';

type CanOf = (connector: string) => SourceCan | null;

/** A show's figures beside those of the live shows of its room before it: a row each. */
export function comparisonOf(
  db: ReadableDatabase,
  roomId: string,
  show: Show,
  canOf: CanOf,
  untilTs: number,
): ReviewComparison {
  const own = comparedFigures(db, show.id, canOf);
  if (show.origin !== 'live') return { own, shows: [], reason: 'not_live' };
  const least = leastOnAirMs(onAirMs(show, untilTs));
  const earlier = earlierShowsOf(db, roomId, show, { leastOnAirMs: least, limit: COMPARED_SHOWS });
  const shows = earlier.map(({ id, title, startedTs }) => ({
    showId: ShowId.parse(id),
    title,
    startedTs,
    figures: comparedFigures(db, id, canOf),
  }));
  if (shows.length > 0) return { own, shows, reason: null };
  const areThereShort = earlierShowsOf(db, roomId, show, { leastOnAirMs: 0, limit: 1 }).length > 0;
  return { own, shows, reason: areThereShort ? 'too_short' : 'no_earlier' };
}

/** From the show's own row where it has one; else counted, as that row would be. */
function comparedFigures(db: ReadableDatabase, showId: number, canOf: CanOf): ComparedFigures {
  const row = storedFigures(db, showId) ?? countedRow(db, showId, canOf);
  const { figures } = knownFigures(row, canOf);
  return {
    paidMinor: figures.paidMinor,
    gpmMinor: figures.gpmMinor,
    ordersPaid: figures.ordersPaid,
    views: figures.views,
    viewersMean: figures.viewersMean,
    interaction: figures.interaction,
    followRate: figures.followRate,
    chats: figures.chats,
    follows: figures.follows,
    gifts: figures.gifts,
  };
}

function countedRow(db: ReadableDatabase, showId: number, canOf: CanOf): FiguresRow {
  const stored = showById(db, ShowId.parse(showId));
  if (stored === null) throw new Error(`no show ${showId} to count`);
  // How long it was on air is no compared figure: any end will do.
  return countShow(db, stored.show, stored.show.endedTs ?? 0, canOf).row;
}
