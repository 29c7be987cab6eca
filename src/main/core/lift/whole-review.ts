import { ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Review } from '#shared/model/review.ts';
import { withLiftFindings } from '#shared/rules/findings/with-lift-findings.ts';
import type { CanOf } from '../alerts/stored-minutes.rules.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { reviewVoice } from '../review/review-voice.ts';
import { getReview } from '../review/review.service.ts';
import { reviewAgainst } from '../shows/review-against.ts';
import { showLift } from './show-lift.ts';

/**
 * The review with all that is worked out after it - what followed on what was done, what viewers said,
 * other shows beside it, `withId` among them where it is not null -, for what is written to a file.
 * Refused: unknown_show.
 */
export async function wholeReview(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  withId: ShowId | null,
  nowTs: number,
  canOf: CanOf,
): Promise<Result<Review>> {
  const lift = await showLift(db, roomId, showId, nowTs, canOf);
  if (!lift.ok) return lift;
  const voice = await reviewVoice(db, roomId, showId);
  if (!voice.ok) return voice;
  const review = getReview(db, roomId, showId, nowTs, canOf);
  if (!review.ok) return review;
  return ok({
    ...withLiftFindings(review.value, lift.value),
    voice: review.value.totals.chats.known ? voice.value : null,
    against: reviewAgainst(db, roomId, showId, withId, canOf),
  });
}
