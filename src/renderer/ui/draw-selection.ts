import type uPlot from 'uplot';

/** A stretch of show time, milliseconds. */
interface Stretch {
  readonly fromTs: number;
  readonly toTs: number;
}

/** Where the stretch lies now on a drawing over seconds of show time, which moves on under it; null: none. */
export function drawSelection(chart: uPlot, span: Stretch | null): void {
  const place = (ts: number): number =>
    Math.min(Math.max(chart.valToPos(ts / 1000, 'x'), 0), chart.over.clientWidth);
  const left = span === null ? 0 : place(span.fromTs);
  const width = span === null ? 0 : place(span.toTs) - left;
  const height = width === 0 ? 0 : chart.over.clientHeight;
  chart.setSelect({ left, top: 0, width, height }, false);
}
