import { NO_SETTINGS } from '#shared/model/settings.ts';
import { type MissedCue, missedCue } from '#shared/rules/stage/missed-cue.ts';

import { useCues, useScreens, useSettings, useShowClock, useStage } from './selectors.ts';
import { useShowNow } from './use-now.ts';

/** The cue that should be before the host and is not; null while all is well. */
export function useMissedCue(): MissedCue | null {
  const { current } = useCues();
  const { sights } = useStage();
  const screens = useScreens().screens.filter(
    ({ role, isConnected }) => role === 'anchor' && isConnected,
  );
  const afterS = (useSettings() ?? NO_SETTINGS).notShownAfterS;
  const speed = useShowClock()?.speed ?? 1;
  const showNow = useShowNow(1_000);
  if (current === null || showNow === null) return null;
  const waitedMs = (showNow - current.sentTs) / speed;
  const ids = screens.map(({ id }) => id);
  return missedCue(current, waitedMs, afterS * 1_000, ids, sights);
}
