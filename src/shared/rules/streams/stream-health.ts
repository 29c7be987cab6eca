import type { StreamHealth, StreamOutage } from '../../model/review-streams.ts';
import type { SourceLine } from '../findings/facts.ts';
import { onlineAt } from '../findings/online.ts';
import { offAirOf, type OffAir, type ShowSpan, type StreamTold } from './off-air.ts';

const MINUTE_MS = 60_000;
/** People online are told every minute or two; later is another story. */
const AFTER_MINUTES = 3;

export type StreamFacts = {
  /** What platforms told of their streams, in order of time. */
  readonly told: readonly StreamTold[];
  /** Platforms of the show, whether they told anything or not. */
  readonly platforms: readonly string[];
  /** What each source brought, minute by minute. */
  readonly sources: readonly SourceLine[];
};

/** How the stream of each platform held, in the order of the platforms. */
export function streamHealth(facts: StreamFacts, span: ShowSpan): readonly StreamHealth[] {
  const { told, platforms, sources } = facts;
  const offAir = offAirOf(told, span);
  const tellers = new Set(told.map(({ platform }) => platform));
  return [...new Set([...platforms, ...tellers])].map((platform) => {
    if (!tellers.has(platform)) return { platform, outages: null };
    const own = sources.filter((source) => source.platform === platform);
    const outages = offAir.filter((each) => each.platform === platform);
    return { platform, outages: outages.map((each) => outageOf(each, own)) };
  });
}

/** Sources that told on both sides alone are compared, where there are any. */
function outageOf({ fromTs, toTs }: OffAir, sources: readonly SourceLine[]): StreamOutage {
  const sides = sources.map((source) => ({
    before: onlineAt(source, Math.floor(fromTs / MINUTE_MS) - 1),
    after: toTs === null ? null : onlineAfter(source, Math.floor(toTs / MINUTE_MS) + 1),
  }));
  const both = sides.filter(({ before, after }) => before !== null && after !== null);
  const compared = both.length > 0 ? both : sides;
  return {
    fromTs,
    toTs,
    viewersBefore: sumOf(compared.flatMap(({ before }) => before ?? [])),
    viewersAfter: sumOf(compared.flatMap(({ after }) => after ?? [])),
  };
}

/** A figure of before the stream was back says nothing of after. */
function onlineAfter({ minutes }: SourceLine, from: number): number | null {
  for (let minute = from; minute < from + AFTER_MINUTES; minute += 1) {
    const viewers = minutes.get(minute)?.viewers ?? null;
    if (viewers !== null) return viewers;
  }
  return null;
}

function sumOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0);
}
