import { useSyncExternalStore } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';

/**
 * By how much this window is drawn larger; 1 is as it is. A canvas would be stretched with the page
 * and miss the pointer: what holds one has `zoom: calc(1 / var(--zoom, 1))` and draws its type and
 * margins larger by this.
 */
export function useZoom(): number {
  return useDeskStore((desk) => desk.textSize) / 100;
}

/** A font of CSS with its whole pixels scaled, as uPlot reads no others. */
export function zoomedFont(font: string, zoom: number): string {
  return font.replace(/(\d+)px/, (_all, px: string) => `${Math.round(Number(px) * zoom)}px`);
}

/** Width of this window in the desk's own measure, pixels. */
export function useDeskWidth(): number {
  const zoom = useZoom();
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  return width / zoom;
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
