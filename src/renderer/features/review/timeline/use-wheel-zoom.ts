import { useEffect, type RefObject } from 'react';
import type uPlot from 'uplot';

import { zoomOfWheel } from './wheel.ts';

interface WheelTarget {
  onZoom(factor: number, atTs: number): void;
  onMove(share: number): void;
}

/**
 * The wheel over the chart: with Ctrl or ⌘, or pinched, or while the chart has the focus, it looks
 * closer at what is under the pointer; sideways it moves. Otherwise the page scrolls.
 */
export function useWheelZoom(
  place: RefObject<HTMLElement | null>,
  plot: RefObject<uPlot | null>,
  target: RefObject<WheelTarget>,
): void {
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    function onWheel(event: WheelEvent): void {
      const chart = plot.current;
      if (chart === null) return;
      const isMeant = event.ctrlKey || event.metaKey || document.activeElement === place.current;
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (isSideways) {
        event.preventDefault();
        target.current.onMove(event.deltaX / Math.max(1, chart.over.clientWidth));
      } else if (isMeant) {
        event.preventDefault();
        const { left } = chart.over.getBoundingClientRect();
        const atTs = chart.posToVal(event.clientX - left, 'x') * 1_000;
        target.current.onZoom(zoomOfWheel(event.deltaY), atTs);
      }
    }
    // Not passive: the page must not scroll as well.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [place, plot, target]);
}
