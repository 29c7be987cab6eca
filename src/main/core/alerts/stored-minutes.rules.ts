import type { SourceCan } from '#shared/model/source.ts';
import { VIEWERS_STALE_MS } from '#shared/rules/concurrent-viewers.ts';
import { noCounts, type RoomMinute, type SourceMinute } from '#shared/rules/alerts/room-minute.ts';
import type { StoredGap, StoredMinute } from './alerts.queries.ts';

export const MINUTE_MS = 60_000;

/** What a connector is able to give; null for one this program does not know (any more). */
export type CanOf = (connector: string) => SourceCan | null;

/** Stretches of show time. */
export type Span = { readonly fromTs: number; readonly toTs: number };

export type StoredShow = {
  readonly rows: readonly StoredMinute[];
  readonly gaps: readonly StoredGap[];
  readonly onAir: readonly Span[];
  readonly canOf: CanOf;
};

/** Sources that are known otherwise, with what they can give: those of a running show. */
export type KnownSource = {
  readonly id: number;
  readonly platform: string;
  readonly can: SourceCan;
};

/**
 * The minutes `[fromMinute, toMinute]` of a show as its roll-ups hold them: a source counts from its
 * first minute on, or from the start where it is `known`; a minute without rows in which it was
 * received is a quiet one, one that a gap touches or in which the show was not on air is not whole.
 */
export function roomMinutes(
  { rows, gaps, onAir, canOf }: StoredShow,
  fromMinute: number,
  toMinute: number,
  known: readonly KnownSource[] = [],
): RoomMinute[] {
  const byMinute = new Map<number, Map<number, StoredMinute>>();
  for (const row of rows) {
    const held = byMinute.get(row.minute) ?? new Map<number, StoredMinute>();
    byMinute.set(row.minute, held.set(row.sourceId, row));
  }
  const sources = new Map(known.map((source) => [source.id, source]));
  const lastViewers = new Map<number, { readonly value: number; readonly ts: number }>();
  const first = Math.min(fromMinute, rows[0]?.minute ?? fromMinute);
  const minutes: RoomMinute[] = [];
  for (let minute = first; minute <= toMinute; minute += 1) {
    const span = spanOf(minute);
    for (const row of byMinute.get(minute)?.values() ?? []) {
      const can = sources.get(row.sourceId)?.can ?? canOf(row.connector);
      if (can !== null)
        sources.set(row.sourceId, { id: row.sourceId, platform: row.platform, can });
      if (row.viewers !== null && row.viewersTs !== null) {
        lastViewers.set(row.sourceId, { value: row.viewers, ts: row.viewersTs });
      }
    }
    if (minute < fromMinute) continue;
    const isOnAir = onAir.some(({ fromTs, toTs }) => fromTs <= span.fromTs && toTs >= span.toTs);
    minutes.push({
      minute,
      sources: new Map(
        [...sources.values()].map(({ id, platform, can }): [number, SourceMinute] => {
          const last = lastViewers.get(id);
          const isFresh = last !== undefined && span.toTs - last.ts <= VIEWERS_STALE_MS;
          return [
            id,
            {
              platform,
              can,
              isWhole: isOnAir && !gaps.some((gap) => touches(gap, id, span)),
              counts: countsOf(byMinute.get(minute)?.get(id)),
              viewers: isFresh ? last.value : null,
            },
          ];
        }),
      ),
    });
  }
  return minutes;
}

/** Stretches on air out of a show's states; one that has not ended goes on until `untilTs`. */
export function onAirSpans(
  states: readonly { readonly ts: number; readonly state: string }[],
  untilTs: number,
): readonly Span[] {
  const spans: Span[] = [];
  let fromTs: number | null = null;
  for (const { ts, state } of states) {
    if (state === 'on_air') fromTs ??= ts;
    else if (fromTs !== null) {
      spans.push({ fromTs, toTs: ts });
      fromTs = null;
    }
  }
  if (fromTs !== null) spans.push({ fromTs, toTs: untilTs });
  return spans;
}

export function spanOf(minute: number): Span {
  return { fromTs: minute * MINUTE_MS, toTs: (minute + 1) * MINUTE_MS };
}

function touches(gap: StoredGap, sourceId: number, { fromTs, toTs }: Span): boolean {
  const isOfIt = gap.sourceId === null || gap.sourceId === sourceId;
  return isOfIt && gap.fromTs < toTs && gap.toTs > fromTs;
}

function countsOf(row: StoredMinute | undefined): SourceMinute['counts'] {
  if (row === undefined) return noCounts();
  const { entries, chats, likes, follows, gifts, ordersPlaced, ordersPaid } = row;
  return { entries, chats, likes, follows, gifts, ordersPlaced, ordersPaid };
}
