import { ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Review } from '#shared/model/review.ts';
import { withLiftFindings } from '#shared/rules/findings/with-lift-findings.ts';
import type { CanOf } from '../alerts/stored-minutes.rules.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { getReview } from '../review/review.service.ts';
import { showLift } from './show-lift.ts';

/** The review with what followed on what was done, for what is written to a file. Refused: unknown_show. */
export async function wholeReview(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  nowTs: number,
  canOf: CanOf,
): Promise<Result<Review>> {
  const lift = await showLift(db, roomId, showId, nowTs, canOf);
  if (!lift.ok) return lift;
  const review = getReview(db, roomId, showId, nowTs, canOf);
  return review.ok ? ok(withLiftFindings(review.value, lift.value)) : review;
}
