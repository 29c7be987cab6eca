import type { SentCue } from '../../model/cue.ts';
import type { ScreenSight } from '../../model/stage.ts';

export type MissedCue = {
  readonly cueId: SentCue['id'];
  /** How long it has waited, milliseconds of real time. */
  readonly waitedMs: number;
  /** No screen is connected; all that are do not show the page; or it simply has not come through. */
  readonly why: 'none' | 'hidden' | 'unseen';
};

/**
 * The cue before the anchor that no screen has shown for too long; null while all is well. `screens` are
 * the ids of connected anchor's screens, `waitedMs` real milliseconds since it was sent.
 */
export function missedCue(
  current: SentCue | null,
  waitedMs: number,
  afterMs: number,
  screens: readonly number[],
  sights: readonly ScreenSight[],
): MissedCue | null {
  if (current?.state !== 'sent' || waitedMs < afterMs) return null;
  const seen = sights.filter(({ screenId }) => screens.includes(screenId));
  const isHidden = seen.length > 0 && seen.every(({ isVisible }) => !isVisible);
  const why = screens.length === 0 ? 'none' : isHidden ? 'hidden' : 'unseen';
  return { cueId: current.id, waitedMs, why };
}
