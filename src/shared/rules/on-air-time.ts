import type { Show } from '../model/show.ts';

/** Show milliseconds on air so far, pauses left out. `showNowTs` is show time. */
export function onAirMsAt(show: Show, showNowTs: number): number {
  const running = show.onAirSinceTs === null ? 0 : Math.max(0, showNowTs - show.onAirSinceTs);
  return show.onAirBeforeMs + running;
}
