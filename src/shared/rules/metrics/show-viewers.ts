import type { Figure } from '../../model/metrics.ts';
import { ConcurrentViewers, VIEWERS_STALE_MS, type ViewerFigure } from '../concurrent-viewers.ts';
import { MinuteViewers } from './minute-viewers.ts';
import { noViewers, silentPlatforms, type SourceStatus } from './source-figure.ts';
import type { SourceViewers } from './source-tally.ts';

/** Everything of a show that is made of viewer figures. */
export class ShowViewers {
  readonly concurrent = new ConcurrentViewers();
  readonly #minutes = new MinuteViewers();
  #hasApprox = false;

  /** Takes a source's figure. False: it is older than the last one of the source. */
  set(sourceId: number, figure: ViewerFigure): boolean {
    this.#hasApprox ||= figure.isApprox;
    this.#minutes.set(sourceId, figure.ts, figure.current);
    return this.concurrent.set(sourceId, figure);
  }

  of(sourceId: number, nowTs: number): SourceViewers {
    const figure = this.concurrent.of(sourceId);
    const isFresh = figure !== undefined && nowTs - figure.ts <= VIEWERS_STALE_MS;
    return {
      current: isFresh ? figure.current : null,
      views: figure?.total ?? null,
      mean: this.#minutes.meanOf(sourceId),
    };
  }

  now(sources: readonly SourceStatus[], nowTs: number): Figure {
    const capable = sources.filter((source) => source.can.viewers);
    let sum = 0;
    let isApprox = false;
    let hasAny = false;
    for (const source of capable) {
      const figure = this.concurrent.of(source.id);
      if (source.link !== 'ready' || figure === undefined) continue;
      if (nowTs - figure.ts > VIEWERS_STALE_MS) continue;
      hasAny = true;
      sum += figure.current;
      isApprox ||= figure.isApprox;
    }
    if (!hasAny) return noViewers(sources);
    return { known: true, value: sum, isApprox, without: silentPlatforms(capable) };
  }

  peak(sources: readonly SourceStatus[]): Figure {
    const peak = this.concurrent.peak();
    return peak === null ? noViewers(sources) : { known: true, ...peak, without: [] };
  }

  mean(sources: readonly SourceStatus[]): Figure {
    const value = this.#minutes.mean();
    if (value === null) return noViewers(sources);
    const without = silentPlatforms(sources.filter((source) => source.can.viewers));
    return { known: true, value, isApprox: this.#hasApprox, without };
  }

  views(sources: readonly SourceStatus[]): Figure {
    const value = this.concurrent.views();
    if (value === null) return noViewers(sources);
    const without = silentPlatforms(sources.filter((source) => source.can.viewers));
    return { known: true, value, isApprox: false, without };
  }
}
