import type { RoomId } from '#shared/model/ids.ts';
import { SERIES_STEP_MS } from '#shared/model/metrics.ts';
import { LiveMetricsReducer } from '#shared/rules/live-metrics.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { interactingSince, sourceCountsSince, sourceTotals } from './restore-sources.queries.ts';
import { receivingSpans } from './receiving-spans.rules.ts';
import { coreStopsOf, linkChangesOf, paidOrderSteps, receivedSteps } from './restore.queries.ts';
import {
  enteredFacts,
  figureIn,
  moneyOf,
  totalsOf,
  viewerFiguresOf,
  virtualOf,
} from './room.queries.ts';

/** The longest sliding window of the reducer. */
const LONGEST_WINDOW_MS = 300_000;

/**
 * Live figures of a stored show as they stood at show time `nowTs`. No event is read one by one, so
 * that a desk in the middle of a long show is back within a moment.
 */
export function restoreMetrics(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  nowTs: number,
): LiveMetricsReducer {
  const reducer = restoreTotals(db, roomId, showId);
  restoreWindows(reducer, db, showId, nowTs);
  restoreSeries(reducer, db, showId, nowTs);
  return reducer;
}

/** The same without the chart's points. */
export function restoreFigures(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  nowTs: number,
): LiveMetricsReducer {
  const reducer = restoreTotals(db, roomId, showId);
  restoreWindows(reducer, db, showId, nowTs);
  return reducer;
}

/** Figures of the whole show alone: none of the last minutes, whose events would have to be read. */
export function restoreTotals(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
): LiveMetricsReducer {
  const reducer = new LiveMetricsReducer();
  const totals = totalsOf(db, showId);
  reducer.restore(
    totals,
    moneyOf(db, showId, 'order_paid'),
    moneyOf(db, showId, 'tip'),
    virtualOf(db, showId),
  );
  reducer.restoreSources(sourceTotals(db, showId), [], []);
  reducer.entered.restore(enteredFacts(db, roomId, showId));
  for (const row of viewerFiguresOf(db, showId)) {
    reducer.restoreViewers(row, figureIn(row));
  }
  return reducer;
}

function restoreWindows(
  reducer: LiveMetricsReducer,
  db: ReadableDatabase,
  showId: number,
  nowTs: number,
): void {
  const sinceTs = nowTs - LONGEST_WINDOW_MS;
  const counts = sourceCountsSince(db, showId, sinceTs);
  reducer.restoreSources([], counts, interactingSince(db, showId, sinceTs));
}

function restoreSeries(
  reducer: LiveMetricsReducer,
  db: ReadableDatabase,
  showId: number,
  nowTs: number,
): void {
  // A stored show in which no order ever came had most likely nobody to tell them.
  const { ordersPlaced, ordersPaid } = totalsOf(db, showId);
  const hasOrders = ordersPlaced + ordersPaid > 0;
  // A minute in which a source was there and nobody said a word is 0, not a gap.
  for (const { fromTs, toTs } of receivingSpans(
    linkChangesOf(db, showId),
    coreStopsOf(db, showId),
    nowTs,
  )) {
    for (let ts = stepOf(fromTs); ts < toTs; ts += SERIES_STEP_MS) {
      reducer.series.restore(ts, 0, 0, hasOrders);
    }
  }
  const paid = paidOrderSteps(db, showId, SERIES_STEP_MS);
  const orders = new Map(paid.map(({ ts, count }) => [ts, count]));
  for (const { ts, count } of receivedSteps(db, showId, SERIES_STEP_MS)) {
    reducer.series.restore(ts, count, orders.get(ts) ?? 0, hasOrders);
  }
  reducer.series.takeChanged();
}

function stepOf(ts: number): number {
  return ts - (ts % SERIES_STEP_MS);
}
