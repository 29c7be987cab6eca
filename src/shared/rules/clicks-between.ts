/** What a platform said of a product's clicks in this broadcast so far. */
export type ToldClicks = {
  readonly ts: number;
  readonly platform: string;
  readonly clicks: number;
};

/** An older figure says nothing of the clicks at a moment. */
const FRESH_MS = 60_000;

/**
 * Clicks from one show time to another, over all platforms that tell them; null where one of them said
 * nothing within a minute before either end. At `startTs` there were none. `told` is in order of time.
 */
export function clicksBetween(
  told: readonly ToldClicks[],
  [fromTs, toTs]: readonly [number, number],
  startTs: number,
): number | null {
  const platforms = new Set(told.map(({ platform }) => platform));
  if (platforms.size === 0 || toTs <= fromTs) return null;
  let sum = 0;
  for (const platform of platforms) {
    const own = told.filter((each) => each.platform === platform);
    const before = fromTs <= startTs ? 0 : clicksAt(own, fromTs);
    const after = clicksAt(own, toTs);
    if (before === null || after === null) return null;
    // A platform that counts anew, or corrects itself downwards, took no click back.
    sum += Math.max(0, after - before);
  }
  return sum;
}

function clicksAt(told: readonly ToldClicks[], ts: number): number | null {
  const last = told.findLast((each) => each.ts <= ts);
  return last === undefined || ts - last.ts > FRESH_MS ? null : last.clicks;
}
