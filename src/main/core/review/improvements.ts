import { ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { ShowId, type RoomId } from '#shared/model/ids.ts';
import type {
  ImprovementCourse,
  ImprovementTrial,
  ReviewImprovements,
} from '#shared/model/improvement.ts';
import type { ProvingValue } from '#shared/model/proving-metric.ts';
import { canClose } from '#shared/rules/improvements/judge.ts';
import { provingValue } from '#shared/rules/improvements/proving-value.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { improvementsOfRoom, trialShows } from '../planning/improvements.queries.ts';
import { getReview, type CanOf } from './review.service.ts';

/** Items told at a time, and shows whose reviews are read for them. */
const ITEMS_TOLD = 200;
const SHOWS_READ = 12;

/** What a show's review is read by. */
export type ReviewReading = {
  readonly db: ReadableDatabase;
  readonly roomId: RoomId;
  readonly nowTs: number;
  readonly canOf: CanOf;
};

/** Refused: unknown_show. */
export function improvementsOf(
  { db, roomId, nowTs, canOf }: ReviewReading,
  showId: ShowId,
): Result<ReviewImprovements> {
  const review = getReview(db, roomId, showId, nowTs, canOf);
  return review.ok ? ok(review.value.improvements) : review;
}

/** The room's items over the last shows they were carried into; one review in each turn of the event loop. */
export async function improvementCourses({
  db,
  roomId,
  nowTs,
  canOf,
}: ReviewReading): Promise<Result<{ courses: ImprovementCourse[] }>> {
  const trials = new Map<number, ImprovementTrial[]>();
  for (const { id, title, startedTs } of trialShows(db, roomId, SHOWS_READ)) {
    const showId = ShowId.parse(id);
    const review = getReview(db, roomId, showId, nowTs, canOf);
    const judged = review.ok ? review.value.improvements.judged : [];
    for (const { item, isTicked, judgement } of judged) {
      const held = trials.get(item.id) ?? [];
      trials.set(item.id, [...held, { showId, title, startedTs, isTicked, judgement }]);
    }
    await nextTurn();
  }
  const courses = improvementsOfRoom(db, roomId, ITEMS_TOLD).map((item) => {
    const own = trials.get(item.id) ?? [];
    const isHabit = canClose(own.map(({ judgement }) => judgement));
    return { item, trials: own, canClose: item.state === 'open' && isHabit };
  });
  return ok({ courses });
}

/** What the proving figure of an item is in the show that asks for it. Refused: unknown_show. */
export function baselineOf(
  { db, roomId, nowTs, canOf }: ReviewReading,
  { showId, proving }: Pick<CommandInput<'improvement.put'>, 'showId' | 'proving'>,
): Result<ProvingValue | null> {
  const review = getReview(db, roomId, showId, nowTs, canOf);
  if (!review.ok) return review;
  return ok(proving === null ? null : provingValue(review.value, proving));
}
