import type { StayEstimate } from '../../model/review-audience.ts';
import type { AudienceMinute } from './audience-minute.ts';

/** Less says nothing. */
export const STAY_MIN_MINUTES = 10;
export const STAY_MIN_JOINS = 30;
/** Who was there at the edges of what is known, by entries: from here on they count too much. */
const EDGE_SHARE = 0.2;
const MINUTE_S = 60;

/**
 * Mean stay (平均停留) of an entry by Little's law: mean online ÷ entries a minute, which is viewer
 * minutes ÷ entries (J. D. C. Little, Operations Research 9, 1961). Of one platform's minutes in which
 * its viewers are known; entries of other minutes are left out with them. It holds where the platform
 * tells every entry and its viewers are those who are there. Who was there before the first of these
 * minutes, or stays beyond the last, is counted in part alone: `isSteady` says whether they are few.
 * It is an estimate and of entries, not of people: who comes twice counts twice.
 */
export function estimateStay(minutes: readonly AudienceMinute[]): StayEstimate {
  const known = minutes
    .filter(({ online }) => online !== null)
    .toSorted((a, b) => a.minute - b.minute);
  const joins = known.reduce((sum, minute) => sum + minute.joins, 0);
  const viewerMinutes = known.reduce((sum, { online }) => sum + (online ?? 0), 0);
  if (known.length === 0) return { known: false, reason: 'no_viewers' };
  if (joins === 0) return { known: false, reason: 'no_joins' };
  if (known.length < STAY_MIN_MINUTES) return { known: false, reason: 'few_minutes' };
  if (joins < STAY_MIN_JOINS) return { known: false, reason: 'few_joins' };
  if (viewerMinutes === 0) return { known: false, reason: 'no_viewers' };
  const edge = Math.max(known[0]?.online ?? 0, known.at(-1)?.online ?? 0);
  return {
    known: true,
    seconds: (viewerMinutes / joins) * MINUTE_S,
    joins,
    minutes: known.length,
    isSteady: edge <= joins * EDGE_SHARE,
  };
}

/** Several platforms as one: every entry weighs the same. Unknown where no platform's is known. */
export function joinedStay(stays: readonly StayEstimate[]): StayEstimate {
  const known = stays.filter((stay) => stay.known);
  const [first] = known;
  if (first === undefined) return stays[0] ?? { known: false, reason: 'no_viewers' };
  const joins = known.reduce((sum, stay) => sum + stay.joins, 0);
  return {
    known: true,
    seconds: known.reduce((sum, stay) => sum + stay.seconds * stay.joins, 0) / joins,
    joins,
    minutes: Math.max(...known.map(({ minutes }) => minutes)),
    isSteady: known.every(({ isSteady }) => isSteady),
  };
}
