import type { LiftThingResults, ShowLift } from '../../model/lift.ts';

/**
 * Orders that came after a thing beyond what matched minutes let expect, summed over the times it was
 * done, with 95 %. The sum is of what was counted less what was expected each time; its interval is as
 * wide, for its size, as that of the mean. Null where orders could not be compared, or none came beyond.
 */
export function extraOrders(
  thing: LiftThingResults,
  acts: ShowLift['acts'],
): { readonly low: number; readonly high: number } | null {
  const result = thing.results.find(({ figure }) => figure === 'orders');
  if (result === undefined || result.low === null || result.high === null) return null;
  const mean = result.mean ?? 0;
  const own = new Set(thing.actIds);
  const extra = acts
    .filter(({ actId }) => own.has(actId))
    .flatMap(({ figures }) => figures.filter(({ figure }) => figure === 'orders'))
    .reduce((sum, { came, expected }) => sum + came - expected, 0);
  if (mean <= 0 || extra <= 0) return null;
  return { low: (extra * result.low) / mean, high: (extra * result.high) / mean };
}
