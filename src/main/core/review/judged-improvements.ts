import type {
  ImprovementItem,
  JudgedImprovement,
  Judgement,
  ReviewImprovements,
} from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';
import { judge } from '#shared/rules/improvements/judge.ts';
import { provingValue } from '#shared/rules/improvements/proving-value.ts';
import { usualSpread } from '#shared/rules/improvements/usual-spread.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { carriedInto, improvementsOfShow, itemsIn } from '../planning/improvements.queries.ts';

/** What a show's review asked for, and what the show says of items of earlier ones. */
export function improvementsIn(db: ReadableDatabase, review: Review): ReviewImprovements {
  return { own: [...improvementsOfShow(db, review.show.id)], judged: judgedIn(db, review) };
}

/** Items that a show had on its list; a rehearsal or a demo says nothing of them. */
function judgedIn(db: ReadableDatabase, review: Review): JudgedImprovement[] {
  if (review.show.origin !== 'live') return [];
  const carried = carriedInto(db, review.show.id);
  const ticked = new Set(carried.filter(({ isTicked }) => isTicked === 1).map(({ id }) => id));
  const items = itemsIn(
    db,
    carried.map(({ id }) => id),
  );
  return items.map((item) => ({
    item,
    isTicked: ticked.has(item.id),
    judgement: judgementOf(item, review),
  }));
}

function judgementOf(item: ImprovementItem, review: Review): Judgement {
  const { proving } = item;
  if (proving === null) return judge(item, { known: false, reason: 'no_cases' }, null);
  const spread = usualSpread(proving.metric, review.comparison);
  return judge(item, provingValue(review, proving), spread);
}
