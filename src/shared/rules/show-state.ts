import { fail, ok, type Result } from '../contract/app-error.ts';
import type { Show } from '../model/show.ts';

export type ShowAction = 'start' | 'pause' | 'resume' | 'end';

/**
 * planned -> on_air <-> paused -> ended. Time on air is the sum of the on-air spans; `nowTs` is
 * show time. Refused: show_wrong_state.
 */
export function advanceShow(show: Show, action: ShowAction, nowTs: number): Result<Show> {
  const refused = fail('show_wrong_state', { state: show.state, action });
  switch (action) {
    case 'start':
      if (show.state !== 'planned') return refused;
      return ok({ ...show, state: 'on_air', startedTs: nowTs, onAirSinceTs: nowTs });
    case 'pause':
      if (show.state !== 'on_air') return refused;
      return ok({ ...stopCounting(show, nowTs), state: 'paused' });
    case 'resume':
      if (show.state !== 'paused') return refused;
      return ok({ ...show, state: 'on_air', onAirSinceTs: nowTs });
    case 'end':
      if (show.state === 'ended') return refused;
      return ok({ ...stopCounting(show, nowTs), state: 'ended', endedTs: nowTs });
  }
}

/** Milliseconds on air until `nowTs`, pauses left out; never negative when clocks jump. */
export function onAirMs(show: Show, nowTs: number): number {
  const running = show.onAirSinceTs === null ? 0 : Math.max(0, nowTs - show.onAirSinceTs);
  return show.onAirBeforeMs + running;
}

function stopCounting(show: Show, nowTs: number): Show {
  return { ...show, onAirBeforeMs: onAirMs(show, nowTs), onAirSinceTs: null };
}
