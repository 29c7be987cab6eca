import type { ScreenRole } from '#shared/model/screen.ts';

export type RoleLimits = {
  readonly framesPerSecond: number;
  readonly burst: number;
  /** Largest frame a screen of this role may send, as text. */
  readonly maxFrameBytes: number;
};

const SECOND_SCREEN: RoleLimits = { framesPerSecond: 20, burst: 20, maxFrameBytes: 16 * 1024 };

/** What a screen may send; one that sends more is cut off and comes back with a snapshot. */
export const ROLE_LIMITS: Readonly<Record<ScreenRole, RoleLimits>> = {
  desk: { framesPerSecond: 100, burst: 300, maxFrameBytes: 256 * 1024 },
  anchor: SECOND_SCREEN,
  overlay: SECOND_SCREEN,
  team: SECOND_SCREEN,
  // A thousand events in a frame, and a ledger's worth of them at once.
  cli: { framesPerSecond: 1000, burst: 2000, maxFrameBytes: 4 * 1024 * 1024 },
};

/** A screen that takes nothing any more: beyond this its line is closed instead of filling memory. */
export const MAX_BACKLOG_BYTES = 8 * 1024 * 1024;

export function maxFrameBytesOf(roles: ReadonlySet<ScreenRole>): number {
  return Math.max(...[...roles].map((role) => ROLE_LIMITS[role].maxFrameBytes));
}
