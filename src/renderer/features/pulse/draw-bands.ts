import type uPlot from 'uplot';

/** A stretch without data, seconds of show time. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Bands under the lines, for the times without data. */
export function drawBands(chart: uPlot, bands: readonly Band[], colour: string): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = colour;
  for (const { from, to } of bands) {
    const left = Math.max(bbox.left, chart.valToPos(from, 'x', true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}
