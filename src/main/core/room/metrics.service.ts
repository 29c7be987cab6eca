import type { LiveMetrics, SeriesPoint } from '#shared/model/metrics.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import { LiveMetricsReducer, type SourceStatus } from '#shared/rules/live-metrics.ts';
import type { CommittedEvent } from './ingest.ts';
import { restoreMetrics } from './restore-metrics.ts';
import type { RoomContext } from './room-context.ts';

/** Live figures of the current show: fed by committed events, restored from the store. */
export class MetricsService {
  readonly #room: RoomContext;
  #reducer = new LiveMetricsReducer();

  constructor(room: RoomContext) {
    this.#room = room;
  }

  /** Another show, or a start: everything that is stored counts. */
  reload(): void {
    const show = this.#room.show();
    this.#reducer =
      show === null
        ? new LiveMetricsReducer()
        : restoreMetrics(this.#room.db, show.id, this.#room.showNow());
  }

  apply(committed: readonly CommittedEvent[]): void {
    for (const { event, sourceId, gift } of committed) {
      this.#reducer.apply(event, sourceId, gift);
    }
  }

  read(seq: number, sources: readonly SourceStatus[], onAirMs: number): LiveMetrics {
    return this.#reducer.read({ nowTs: this.#room.showNow(), seq, sources, onAirMs });
  }

  tick(receiving: Receiving): readonly SeriesPoint[] {
    this.#reducer.series.tick(this.#room.showNow(), receiving);
    return this.#reducer.series.takeChanged();
  }

  series(): readonly SeriesPoint[] {
    return this.#reducer.series.all();
  }
}
