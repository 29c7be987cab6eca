import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PairingOffer, ScreenRole } from '#shared/model/screen.ts';
import type { Ports } from '../ports.ts';
import { isSameHash, secretHash, secretText, sixDigits } from './secrets.ts';

export const OFFER_LIFETIME_MS = 120_000;
export const DIGIT_TRIES = 5;
const CODE_BYTES = 16;
const KEPT_DESK_CODES = 20;

export type OfferedRole = 'anchor' | 'overlay';

export interface Pairing {
  /** Makes the one running offer; the one before it is void. `origin` is where the page is served. */
  offer(role: OfferedRole, origin: string): PairingOffer;
  current(): PairingOffer | null;
  cancel(): void;
  /** A single-use code for the desk in a browser; valid until used. */
  deskCode(): string;
  /** The role the code lets in; it is used up. */
  redeemCode(code: string, allowed: ReadonlySet<ScreenRole>): Result<ScreenRole>;
  /** As redeemCode, for typed digits; the fifth wrong try voids the offer, link included. */
  redeemDigits(digits: string, role: ScreenRole): Result<ScreenRole>;
}

type RunningOffer = {
  readonly shown: PairingOffer;
  readonly codeHash: Uint8Array;
  readonly digitsHash: Uint8Array;
  readonly untilMonotonicMs: number;
  readonly stopTimer: () => void;
  triesLeft: number;
};

/** Codes and digits that let a new device in; `onChange` follows every change of the running offer. */
export function createPairing(ports: Ports, onChange: () => void): Pairing {
  const { clock, randomness } = ports;
  let running: RunningOffer | null = null;
  // Only so that a refusal can say why: the last offer that ended without being used.
  let ended: { readonly codeHash: Uint8Array; readonly why: 'expired' | 'locked' } | null = null;
  let deskCodes: readonly Uint8Array[] = [];

  function end(why: 'expired' | 'locked' | null): void {
    if (running === null) return;
    running.stopTimer();
    ended = why === null ? null : { codeHash: running.codeHash, why };
    running = null;
    onChange();
  }

  /** The offer while it is valid; the timer may be late, the monotonic clock is not. */
  function valid(): RunningOffer | null {
    if (running !== null && clock.monotonicNow() >= running.untilMonotonicMs) end('expired');
    return running;
  }

  function refuseWithoutOffer(hash: Uint8Array | null): Result<never> {
    if (ended?.why === 'locked') return fail('pairing_locked', {});
    const isOld = ended !== null && (hash === null || isSameHash(ended.codeHash, hash));
    return fail(isOld ? 'pairing_code_expired' : 'pairing_code_wrong', {});
  }

  return {
    offer(role, origin) {
      running?.stopTimer();
      const code = secretText(randomness, CODE_BYTES);
      const digits = sixDigits(randomness);
      const typedUrl = `${origin}/${role}/`;
      const shown: PairingOffer = {
        role,
        url: `${typedUrl}#code=${code}`,
        typedUrl,
        digits,
        expiresTs: clock.wallNow() + OFFER_LIFETIME_MS,
      };
      running = {
        shown,
        codeHash: secretHash(code),
        digitsHash: secretHash(digits),
        untilMonotonicMs: clock.monotonicNow() + OFFER_LIFETIME_MS,
        stopTimer: clock.after(OFFER_LIFETIME_MS, () => end('expired')),
        triesLeft: DIGIT_TRIES,
      };
      ended = null;
      onChange();
      return shown;
    },

    current: () => valid()?.shown ?? null,
    cancel: () => end(null),

    deskCode() {
      const code = secretText(randomness, CODE_BYTES);
      deskCodes = [...deskCodes, secretHash(code)].slice(-KEPT_DESK_CODES);
      return code;
    },

    redeemCode(code, allowed) {
      const hash = secretHash(code);
      const deskCode = deskCodes.find((known) => isSameHash(known, hash));
      if (deskCode !== undefined && allowed.has('desk')) {
        deskCodes = deskCodes.filter((known) => known !== deskCode);
        return ok('desk');
      }
      const offer = valid();
      if (offer === null) return refuseWithoutOffer(hash);
      if (!isSameHash(offer.codeHash, hash)) return fail('pairing_code_wrong', {});
      end(null);
      return ok(offer.shown.role);
    },

    redeemDigits(digits, role) {
      const offer = valid();
      if (offer === null) return refuseWithoutOffer(null);
      if (offer.shown.role === role && isSameHash(offer.digitsHash, secretHash(digits))) {
        end(null);
        return ok(offer.shown.role);
      }
      offer.triesLeft -= 1;
      if (offer.triesLeft > 0) return fail('pairing_code_wrong', { triesLeft: offer.triesLeft });
      end('locked');
      return fail('pairing_locked', {});
    },
  };
}
