import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';
import { type RoomId, type ScreenId, ScreenRequestId } from '#shared/model/ids.ts';
import type { Trade } from '#shared/model/assistant.ts';
import type { ScreenRequest, ScreenRole } from '#shared/model/screen.ts';
import type { Ports } from '../ports.ts';
import { fourDigits, isSameHash, secretHash, secretText } from './secrets.ts';

/** A device that was not answered by then must be offered a new code. */
export const REQUEST_LIFETIME_MS = 120_000;
/** Devices that may wait at a time, in all rooms; each needed a code of its own to get here. */
export const MAX_WAITING = 4;
/** How long an answer to a waiting device is held back for the operator's. */
export const HOLD_MS = 20_000;
const CLAIM_BYTES = 16;
/** Answered ones are kept this long for the device to hear of it. */
const KEPT_ENDED = 16;
const MAX_HELD_PER_REQUEST = 4;

export type Asking = {
  readonly role: ScreenRole;
  readonly trade: Trade | null;
  readonly roomId: RoomId;
  readonly name: string;
  readonly address: string;
};

/** A device's own token: the Set-Cookie value, and whose it is. */
export type Admitted = { readonly screenId: ScreenId; readonly cookie: string };

/** Devices that gave a right code and wait for the operator; in memory only. */
export interface ScreenRequests {
  isFull(): boolean;
  /** The new request and the secret its device asks with; what it asked before is void. */
  add(
    asking: Asking,
    earlierClaim: string | null,
  ): { readonly claim: string; readonly state: PairState };
  waiting(roomId: RoomId): readonly ScreenRequest[];
  /** Refused: unknown_screen_request (answered, expired, or of another room). */
  approve(roomId: RoomId, requestId: ScreenRequestId): Result<null>;
  /** As approve. */
  refuse(roomId: RoomId, requestId: ScreenRequestId): Result<null>;
  /**
   * What became of the claim; while it is undecided, with `hold`, not before HOLD_MS have passed.
   * `admit` makes the token: it is called once, and only for an approved request.
   */
  outcome(
    claim: string | null,
    role: ScreenRole,
    hold: boolean,
    admit: (asking: Asking) => Admitted,
  ): Promise<{ readonly state: PairState; readonly cookie: string | null }>;
  /** The device is in with its token, or out again: nothing of its request is kept. */
  forget(screenId: ScreenId): void;
  /** Every waiting device is sent away: second screens were closed. */
  clear(): void;
}

type Entry = {
  readonly shown: ScreenRequest;
  readonly asking: Asking;
  readonly claimHash: Uint8Array;
  readonly untilMonotonicMs: number;
  readonly stopTimer: () => void;
  readonly held: Set<() => void>;
  state: 'waiting' | 'approved' | 'refused' | 'expired';
  /** Made when the approved device came for it; given again should the answer have been lost. */
  admitted: Admitted | null;
};

export function createScreenRequests(ports: Ports, onChange: () => void): ScreenRequests {
  const { clock, randomness } = ports;
  let entries: readonly Entry[] = [];

  const open = (): readonly Entry[] => entries.filter((entry) => entry.state === 'waiting');

  function settle(entry: Entry, state: 'approved' | 'refused' | 'expired'): void {
    entry.state = state;
    if (state !== 'approved') entry.stopTimer();
    for (const wake of entry.held) wake();
    entry.held.clear();
    const ended = entries.filter((one) => one.state !== 'waiting').slice(0, -KEPT_ENDED);
    entries = entries.filter((one) => !ended.includes(one));
    onChange();
  }

  function remove(entry: Entry): void {
    entry.stopTimer();
    entries = entries.filter((one) => one !== entry);
  }

  /** An approval that was not fetched in time is void: no token was made for it. */
  function expire(entry: Entry): void {
    if (entry.admitted === null) settle(entry, 'expired');
    else remove(entry);
  }

  function answer(roomId: RoomId, requestId: ScreenRequestId, state: 'approved' | 'refused') {
    const entry = open().find(
      ({ shown, asking }) => shown.id === requestId && asking.roomId === roomId,
    );
    if (entry === undefined) return fail('unknown_screen_request', {});
    settle(entry, state);
    return ok(null);
  }

  function byClaim(claim: string | null, role: ScreenRole): Entry | undefined {
    if (claim === null) return undefined;
    const hash = secretHash(claim);
    return entries.find((entry) => entry.asking.role === role && isSameHash(entry.claimHash, hash));
  }

  /** Four digits that no other waiting device shows. */
  function freeCheck(): string {
    for (;;) {
      const check = fourDigits(randomness);
      if (open().every((entry) => entry.shown.check !== check)) return check;
    }
  }

  function stateOf(entry: Entry): PairState {
    if (entry.state === 'approved') return { state: 'in' };
    if (entry.state !== 'waiting') return { state: entry.state };
    const leftMs = Math.max(0, Math.ceil(entry.untilMonotonicMs - clock.monotonicNow()));
    return { state: 'waiting', check: entry.shown.check, leftMs };
  }

  /** Until the operator answered, the request ended, or the answer was held long enough. */
  function decided(entry: Entry): Promise<void> {
    return new Promise((resolve) => {
      const stop = clock.after(HOLD_MS, wake);
      function wake(): void {
        stop();
        entry.held.delete(wake);
        resolve();
      }
      entry.held.add(wake);
      // Pages that ask more often than one page can: the oldest is answered as it stands.
      const [oldest] = entry.held;
      if (entry.held.size > MAX_HELD_PER_REQUEST) oldest?.();
    });
  }

  return {
    isFull: () => open().length >= MAX_WAITING,

    add(asking, earlierClaim) {
      const earlier = byClaim(earlierClaim, asking.role);
      if (earlier !== undefined) {
        if (earlier.state === 'waiting') settle(earlier, 'expired');
        remove(earlier);
      }
      const claim = secretText(randomness, CLAIM_BYTES);
      const sinceTs = clock.wallNow();
      const entry: Entry = {
        shown: {
          id: ScreenRequestId.parse(Buffer.from(randomness.bytes(8)).toString('hex')),
          role: asking.role,
          trade: asking.trade,
          name: asking.name,
          address: asking.address,
          check: freeCheck(),
          sinceTs,
          expiresTs: sinceTs + REQUEST_LIFETIME_MS,
        },
        asking,
        claimHash: secretHash(claim),
        untilMonotonicMs: clock.monotonicNow() + REQUEST_LIFETIME_MS,
        stopTimer: clock.after(REQUEST_LIFETIME_MS, () => expire(entry)),
        held: new Set(),
        state: 'waiting',
        admitted: null,
      };
      entries = [...entries, entry];
      onChange();
      return { claim, state: stateOf(entry) };
    },

    waiting: (roomId) =>
      open()
        .filter(({ asking }) => asking.roomId === roomId)
        .map(({ shown }) => shown),

    approve: (roomId, requestId) => answer(roomId, requestId, 'approved'),
    refuse: (roomId, requestId) => answer(roomId, requestId, 'refused'),

    async outcome(claim, role, hold, admit) {
      const entry = byClaim(claim, role);
      if (entry === undefined) return { state: { state: 'none' }, cookie: null };
      if (entry.state === 'waiting' && hold) await decided(entry);
      if (entry.state !== 'approved') return { state: stateOf(entry), cookie: null };
      entry.admitted ??= admit(entry.asking);
      return { state: { state: 'in' }, cookie: entry.admitted.cookie };
    },

    forget(screenId) {
      for (const entry of entries) {
        if (entry.admitted?.screenId === screenId) remove(entry);
      }
    },

    clear() {
      for (const entry of entries) {
        if (entry.state === 'waiting') settle(entry, 'refused');
        entry.stopTimer();
      }
    },
  };
}
