import type { LiveMetrics, SeriesPoint } from '#shared/model/metrics.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import { LiveMetricsReducer, type MetricsNow } from '#shared/rules/live-metrics.ts';
import type { AskedListener } from '../chat/questions.service.ts';
import { FiguresService } from '../figures/figures.service.ts';
import type { CommittedEvent } from './ingest.ts';
import { restoreMetrics } from './restore-metrics.ts';
import type { RoomContext } from './room-context.ts';

/** What other services of the room know now. */
export type MetricsAround = Omit<MetricsNow, 'nowTs' | 'isOver'>;

/** Live figures of the current show: fed by committed events, restored from the store. */
export class MetricsService implements AskedListener {
  readonly #room: RoomContext;
  readonly #around: () => MetricsAround;
  /** Null: not read from the store yet. */
  #reducer: LiveMetricsReducer | null = null;
  /** What people enter beside it. */
  readonly figures: FiguresService;

  constructor(room: RoomContext, around: () => MetricsAround) {
    this.#room = room;
    this.#around = around;
    this.figures = new FiguresService(room, () => this.slice());
  }

  /** Another show, or a start: everything that is stored counts. */
  reload(): void {
    const show = this.#room.show();
    this.#reducer =
      show === null
        ? new LiveMetricsReducer()
        : restoreMetrics(this.#room.db, this.#room.roomId, show.id, this.#room.showNow());
  }

  apply(committed: readonly CommittedEvent[]): void {
    // Before they are read, what is committed is read with the rest.
    for (const { event, sourceId, gift } of committed) {
      this.#reducer?.apply(event, sourceId, gift);
    }
  }

  /** Null without a show, and until its figures are read. */
  slice(): LiveMetrics | null {
    const show = this.#room.show();
    if (show === null || this.#reducer === null) return null;
    const isOver = show.state === 'ended';
    return this.#reducer.read({ nowTs: this.#room.showNow(), isOver, ...this.#around() });
  }

  askedAnew(): void {
    this.#reducer?.forgetAsked();
  }

  asked(sourceId: number, ts: number): void {
    this.#reducer?.asked(sourceId, ts);
  }

  askedKnownFrom(fromTs: number): void {
    this.#reducer?.askedKnownFrom(fromTs);
  }

  tick(receiving: Receiving): readonly SeriesPoint[] {
    this.#reducer?.series.tick(this.#room.showNow(), receiving);
    return this.#reducer?.series.takeChanged() ?? [];
  }

  series(): readonly SeriesPoint[] {
    return this.#reducer?.series.all() ?? [];
  }
}
