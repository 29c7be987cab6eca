import type { Figure, SourceStanding } from '../../model/metrics.ts';
import type { LinkState, SourceCan, StreamState } from '../../model/source.ts';

/** What the reducer must know of a source to say honestly what its silence means. */
export type SourceStatus = {
  readonly id: number;
  readonly platform: string;
  readonly link: LinkState;
  /** Wall time since when the link is so. */
  readonly linkSinceTs: number;
  readonly stream: StreamState;
  /** Wall time since when the stream is so; null while it is unknown. */
  readonly streamSinceTs: number | null;
  readonly can: SourceCan;
};

/** Why none of the sources gives a figure; null where one could. */
export function whyNone(
  sources: readonly SourceStatus[],
  capable: readonly SourceStatus[],
): Figure | null {
  if (sources.length === 0) return { known: false, reason: 'no_source' };
  if (capable.length === 0) return { known: false, reason: 'source_cannot' };
  if (capable.every((source) => source.link !== 'ready')) {
    return { known: false, reason: 'source_silent' };
  }
  return null;
}

/** A rate over the last minutes: unknown while nothing that could give it is received. */
export function windowFigure(
  sources: readonly SourceStatus[],
  can: keyof SourceCan,
  value: number,
): Figure {
  const capable = sources.filter((source) => source.can[can]);
  return (
    whyNone(sources, capable) ?? {
      known: true,
      value,
      isApprox: false,
      without: silentPlatforms(capable),
    }
  );
}

/** A total of the show: what was counted stays true when a source falls silent. */
export function countFigure(
  sources: readonly SourceStatus[],
  can: keyof SourceCan,
  value: number,
  hasEvents: boolean,
): Figure {
  const capable = sources.filter((source) => source.can[can]);
  if (value === 0) {
    const missing = whyNone(sources, capable);
    if (missing !== null) return missing;
    if (!hasEvents) return { known: false, reason: 'nothing_yet' };
  }
  return { known: true, value, isApprox: false, without: silentPlatforms(capable) };
}

/** Why there are no viewer figures although there may be sources. */
export function noViewers(sources: readonly SourceStatus[]): Figure {
  const capable = sources.filter((source) => source.can.viewers);
  const missing = whyNone(sources, capable);
  if (missing !== null) return missing;
  const heard = capable.filter((source) => source.link === 'ready');
  const isOffAir = heard.every((source) => source.stream === 'offline');
  return { known: false, reason: isOffAir ? 'stream_off_air' : 'nothing_yet' };
}

export function silentPlatforms(sources: readonly SourceStatus[]): string[] {
  return sources.filter((source) => source.link !== 'ready').map((source) => source.platform);
}

/** Silent is our link's matter, off air the platform's. */
export function standingOf(source: SourceStatus): {
  readonly standing: SourceStanding;
  readonly sinceTs: number | null;
} {
  if (source.link !== 'ready') return { standing: 'silent', sinceTs: source.linkSinceTs };
  if (source.stream === 'offline') return { standing: 'off_air', sinceTs: source.streamSinceTs };
  return { standing: 'receiving', sinceTs: null };
}
