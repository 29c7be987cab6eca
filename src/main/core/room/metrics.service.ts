import { SERIES_STEP_MS, type LiveMetrics, type SeriesPoint } from '#shared/model/metrics.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import { LiveMetricsReducer, NO_GIFT, type SourceStatus } from '#shared/rules/live-metrics.ts';
import type { CommittedEvent } from './ingest.ts';
import type { RoomContext } from './room-context.ts';
import {
  countSeriesOf,
  eventsSince,
  moneyOf,
  totalsOf,
  viewerFiguresOf,
  virtualOf,
} from './room.queries.ts';

/** The longest sliding window of the reducer. */
const LONGEST_WINDOW_MS = 300_000;

/** Live figures of the current show: fed by committed events, restored from the store. */
export class MetricsService {
  readonly #room: RoomContext;
  #reducer = new LiveMetricsReducer();

  constructor(room: RoomContext) {
    this.#room = room;
  }

  /** Another show, or a start: everything that is stored counts. */
  reload(): void {
    this.#reducer = new LiveMetricsReducer();
    const show = this.#room.show();
    if (show === null) return;
    const { db, roomId } = this.#room;
    const reducer = this.#reducer;
    const totals = totalsOf(db, show.id);
    // A stored show in which no order ever came had most likely nobody to tell them.
    const hasOrders = totals.ordersPlaced + totals.ordersPaid > 0;
    reducer.restore(
      totals,
      moneyOf(db, show.id, 'order_paid'),
      moneyOf(db, show.id, 'tip'),
      virtualOf(db, show.id),
    );
    const sinceTs = this.#room.showNow() - LONGEST_WINDOW_MS;
    for (const { event, sourceId } of eventsSince(db, roomId, show.id, sinceTs)) {
      reducer.apply(event, sourceId, NO_GIFT, true);
    }
    for (const row of viewerFiguresOf(db, show.id)) {
      const { sourceId, isApprox, ...figure } = row;
      reducer.restoreViewers(sourceId, { ...figure, isApprox: isApprox === 1 });
    }
    for (const row of countSeriesOf(db, show.id, SERIES_STEP_MS)) {
      reducer.series.restore(row.ts, row.chats, row.orders, hasOrders);
    }
    reducer.series.takeChanged();
  }

  apply(committed: readonly CommittedEvent[]): void {
    for (const { event, sourceId, gift } of committed) {
      this.#reducer.apply(event, sourceId, gift, false);
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
