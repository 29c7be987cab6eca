import type { Figure } from '../../model/metrics.ts';
import { ConcurrentViewers, type ViewerFigure, type ViewerPlace } from '../concurrent-viewers.ts';
import { noViewers, silentPlatforms, type SourceStatus } from './source-figure.ts';
import type { SourceViewers } from './source-tally.ts';

/** Everything of a show that is made of viewer figures. */
export class ShowViewers {
  readonly concurrent = new ConcurrentViewers();
  #hasApprox = false;

  /** Takes a room's figure. False: it is older than the last one of the room. */
  set(place: ViewerPlace, figure: ViewerFigure): boolean {
    this.#hasApprox ||= figure.isApprox;
    return this.concurrent.set(place, figure);
  }

  of(sourceId: number, nowTs: number): SourceViewers {
    return {
      current: this.concurrent.ofSource(sourceId, nowTs)?.value ?? null,
      views: this.concurrent.views(sourceId),
      mean: this.concurrent.minutes.meanOf(sourceId),
    };
  }

  now(sources: readonly SourceStatus[], nowTs: number): Figure {
    const capable = sources.filter((source) => source.can.viewers);
    let sum = 0;
    let isApprox = false;
    let hasAny = false;
    for (const source of capable) {
      const own = source.link === 'ready' ? this.concurrent.ofSource(source.id, nowTs) : null;
      if (own === null) continue;
      hasAny = true;
      sum += own.value;
      isApprox ||= own.isApprox;
    }
    if (!hasAny) return noViewers(sources);
    return { known: true, value: sum, isApprox, without: silentPlatforms(capable) };
  }

  peak(sources: readonly SourceStatus[]): Figure {
    const peak = this.concurrent.peak();
    return peak === null ? noViewers(sources) : { known: true, ...peak, without: [] };
  }

  mean(sources: readonly SourceStatus[]): Figure {
    const value = this.concurrent.minutes.mean();
    if (value === null) return noViewers(sources);
    const without = silentPlatforms(sources.filter((source) => source.can.viewers));
    return { known: true, value, isApprox: this.#hasApprox, without };
  }

  views(sources: readonly SourceStatus[]): Figure {
    const value = this.concurrent.views(null);
    if (value === null) return noViewers(sources);
    const without = silentPlatforms(sources.filter((source) => source.can.viewers));
    return { known: true, value, isApprox: false, without };
  }
}
