const DAY_MS = 86_400_000;

/**
 * A time of day as it is typed (20:14, 20:14:30) as a moment of a show, on this machine's clock; null
 * where the show has no such moment. A show over midnight has it on its second day too.
 */
export function momentOf(text: string, fromTs: number, toTs: number): number | null {
  const [, hours, minutes, seconds] =
    /^\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\s*$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const midnight = new Date(fromTs);
  midnight.setHours(Number(hours), Number(minutes), Number(seconds ?? 0), 0);
  const lengthMs = seconds === undefined ? 59_999 : 999;
  for (const ts of [midnight.getTime() - DAY_MS, midnight.getTime(), midnight.getTime() + DAY_MS]) {
    // The minute in which a show begins belongs to it.
    if (ts + lengthMs >= fromTs && ts <= toTs) return Math.max(ts, fromTs);
  }
  return null;
}
