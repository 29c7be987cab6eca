/** A minute of one source: concurrent viewers by its last figure (null: none given), entries told. */
export type AudienceMinute = {
  /** Floor of show time by 60,000. */
  readonly minute: number;
  readonly online: number | null;
  readonly joins: number;
};

/** What changed within a minute, like with like: of the sources that told viewers before and in it. */
export type NetMinute = {
  readonly minute: number;
  readonly before: number;
  readonly online: number;
  readonly joins: number;
};

/**
 * Sources laid together minute by minute. A source that has no figure in a minute, or had none in the
 * minute before, is left out of that minute altogether: one that drops out is no loss of viewers.
 */
export function netMinutes(sources: readonly (readonly AudienceMinute[])[]): readonly NetMinute[] {
  const sums = new Map<number, NetMinute>();
  for (const minutes of sources) {
    const byMinute = new Map(minutes.map((each) => [each.minute, each]));
    for (const { minute, online, joins } of minutes) {
      const before = byMinute.get(minute - 1)?.online ?? null;
      if (online === null || before === null) continue;
      const sum = sums.get(minute);
      sums.set(minute, {
        minute,
        before: (sum?.before ?? 0) + before,
        online: (sum?.online ?? 0) + online,
        joins: (sum?.joins ?? 0) + joins,
      });
    }
  }
  return [...sums.values()].sort((a, b) => a.minute - b.minute);
}
