import { grouped } from '../grouped.ts';
import { joinedSpans } from './joined-spans.ts';

/** Streams are switched off a little before the show is ended at the desk. */
const ENDING_MS = 5 * 60_000;

/** What a platform told of a stream. */
export type StreamTold = {
  /** Show time. */
  readonly ts: number;
  readonly platform: string;
  /** The room that the stream is of: a platform may have several. */
  readonly roomId: number;
  readonly state: 'online' | 'offline';
};

export type OffAir = {
  readonly platform: string;
  readonly fromTs: number;
  /** Null: it was not back by the end. */
  readonly toTs: number | null;
};

export type ShowSpan = {
  readonly startTs: number;
  /** Of one that still runs: now. */
  readonly endTs: number;
  /** As a show ends its streams are switched off, which is no fault. */
  readonly isEnded: boolean;
};

/**
 * Stretches between a show's start and end in which a stream of a platform was off air, oldest first.
 * `told` is in order of time. Streams of one platform that were off at one time are one stretch.
 */
export function offAirOf(told: readonly StreamTold[], span: ShowSpan): readonly OffAir[] {
  return [...grouped(told, ({ platform }) => platform)]
    .flatMap(([platform, ofIt]) => {
      const rooms = [...grouped(ofIt, ({ roomId }) => roomId).values()];
      const spans = rooms.flatMap((room) => roomOffAir(room, span));
      return joinedSpans(spans).map(({ fromTs, toTs }) => ({
        platform,
        fromTs,
        toTs: toTs === Infinity ? null : toTs,
      }));
    })
    .toSorted((a, b) => a.fromTs - b.fromTs);
}

type Stretch = { readonly fromTs: number; readonly toTs: number };

/** Of one stream; infinity: it was not back by the end. */
function roomOffAir(
  told: readonly StreamTold[],
  { startTs, endTs, isEnded }: ShowSpan,
): readonly Stretch[] {
  const spans: Stretch[] = [];
  let since: number | null = null;
  for (const { ts, state } of told) {
    if (ts > endTs) break;
    if (state === 'offline') since ??= ts;
    else {
      if (since !== null) spans.push({ fromTs: Math.max(since, startTs), toTs: ts });
      since = null;
    }
  }
  const isFault = since !== null && (!isEnded || endTs - since > ENDING_MS);
  if (since !== null && isFault) spans.push({ fromTs: Math.max(since, startTs), toTs: Infinity });
  return spans.filter(({ fromTs, toTs }) => toTs > fromTs && fromTs < endTs);
}
