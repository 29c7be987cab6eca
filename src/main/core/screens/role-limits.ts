import { COMMAND_MAX_BYTES } from '#shared/contract/frames.ts';
import type { ScreenRole } from '#shared/model/screen.ts';

export type RoleLimits = {
  readonly framesPerSecond: number;
  readonly burst: number;
  /** Largest frame a screen of this role may send, as text. */
  readonly maxFrameBytes: number;
  /** While more than this waits for a screen, updates are held back and joined into one. */
  readonly heldBackBytes: number;
  /** Beyond this the line is closed: with one more frame of the room it stays below 1 MB. */
  readonly maxBacklogBytes: number;
};

const KB = 1024;
const MB = 1024 * KB;
/** What the socket's own framing adds to a command. */
const ENVELOPE_BYTES = KB;

const SECOND_SCREEN: RoleLimits = {
  framesPerSecond: 20,
  burst: 20,
  maxFrameBytes: 16 * KB,
  heldBackBytes: 128 * KB,
  maxBacklogBytes: 512 * KB,
};
/** Desks and local programs: a show's whole curve, a page of chat, a ledger's answers. */
const OWN_MACHINE = { heldBackBytes: 4 * MB, maxBacklogBytes: 8 * MB } as const;

/** What a screen may send; one that sends more is cut off and comes back with a snapshot. */
export const ROLE_LIMITS: Readonly<Record<ScreenRole, RoleLimits>> = {
  desk: {
    framesPerSecond: 100,
    burst: 300,
    maxFrameBytes: COMMAND_MAX_BYTES + ENVELOPE_BYTES,
    ...OWN_MACHINE,
  },
  anchor: SECOND_SCREEN,
  overlay: SECOND_SCREEN,
  assistant: SECOND_SCREEN,
  team: SECOND_SCREEN,
  // A thousand events in a frame, and a ledger's worth of them at once.
  cli: { framesPerSecond: 1000, burst: 2000, maxFrameBytes: 4 * MB, ...OWN_MACHINE },
};

/** What a socket may send before it is known who it is: its greeting, and that only once or twice. */
export const STRANGER_LIMITS = { packets: 3, packetBytes: 4 * KB, greetMs: 5_000 } as const;

export function maxFrameBytesOf(roles: ReadonlySet<ScreenRole>): number {
  return Math.max(...[...roles].map((role) => ROLE_LIMITS[role].maxFrameBytes));
}
