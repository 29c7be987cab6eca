import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Trade } from '#shared/model/assistant.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type {
  PairingOffer,
  PairingOfferEnd,
  ScreenRole,
  SecondScreenRole,
} from '#shared/model/screen.ts';
import type { Ports } from '../ports.ts';
import { isSameHash, secretHash, secretText, sixDigits } from './secrets.ts';

export const OFFER_LIFETIME_MS = 120_000;
export const DIGIT_TRIES = 5;
const CODE_BYTES = 16;
const KEPT_DESK_CODES = 20;

/** What a device is let in as; `trade` for assistants alone. */
export type Offered = { readonly role: SecondScreenRole; readonly trade: Trade | null };

/** What a right code stands for: a desk, at once, or a second screen of a room, if the desk agrees. */
export type Redeemed = { readonly role: 'desk' } | (Offered & { readonly roomId: RoomId });

export interface Pairing {
  /** Makes the one running offer; the one before it is void. `origin` is where the page is served. */
  offer(offered: Offered, roomId: RoomId, origin: string): PairingOffer;
  current(): PairingOffer | null;
  /** How the last offer of a room ended by itself; null while one runs, and when it was used or taken back. */
  ended(roomId: RoomId): PairingOfferEnd | null;
  cancel(): void;
  /** A single-use code for the desk in a browser; valid until used. */
  deskCode(): string;
  /**
   * What the code stands for; it is used up, unless nobody more may wait for the operator
   * (`isFull`: screen_requests_full). A desk does not wait.
   */
  redeemCode(code: string, allowed: ReadonlySet<ScreenRole>, isFull: boolean): Result<Redeemed>;
  /** As redeemCode, for typed digits; the fifth wrong try voids the offer, link included. */
  redeemDigits(digits: string, role: ScreenRole, isFull: boolean): Result<Redeemed>;
}

type RunningOffer = {
  readonly stands: Offered & { readonly roomId: RoomId };
  readonly shown: PairingOffer;
  readonly codeHash: Uint8Array;
  readonly digitsHash: Uint8Array;
  readonly untilMonotonicMs: number;
  readonly stopTimer: () => void;
  triesLeft: number;
};

type OfferEnd = 'expired' | 'locked' | 'used';

/** Codes and digits that let a new device in; `onChange` follows every change of the running offer. */
export function createPairing(ports: Ports, onChange: () => void): Pairing {
  const { clock, randomness } = ports;
  let running: RunningOffer | null = null;
  // So that a refusal, and the desk, can say why: the last offer that ended, but for one taken back.
  let ended: (Pick<RunningOffer, 'stands' | 'codeHash'> & { readonly why: OfferEnd }) | null = null;
  let deskCodes: readonly Uint8Array[] = [];

  function end(why: OfferEnd | null): void {
    if (running === null) return;
    running.stopTimer();
    const { codeHash, stands } = running;
    ended = why === null ? null : { codeHash, stands, why };
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
    offer({ role, trade }, roomId, origin) {
      running?.stopTimer();
      const code = secretText(randomness, CODE_BYTES);
      const digits = sixDigits(randomness);
      const typedUrl = `${origin}/${role}/`;
      const shown: PairingOffer = {
        role,
        trade,
        roomId,
        url: `${typedUrl}#code=${code}`,
        typedUrl,
        digits,
        expiresTs: clock.wallNow() + OFFER_LIFETIME_MS,
      };
      running = {
        stands: { role, trade, roomId },
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
    ended(roomId) {
      if (ended === null || ended.why === 'used' || ended.stands.roomId !== roomId) return null;
      const { role, trade } = ended.stands;
      return { role, trade, why: ended.why };
    },
    cancel: () => end(null),

    deskCode() {
      const code = secretText(randomness, CODE_BYTES);
      deskCodes = [...deskCodes, secretHash(code)].slice(-KEPT_DESK_CODES);
      return code;
    },

    redeemCode(code, allowed, isFull) {
      const hash = secretHash(code);
      const deskCode = deskCodes.find((known) => isSameHash(known, hash));
      if (deskCode !== undefined && allowed.has('desk')) {
        deskCodes = deskCodes.filter((known) => known !== deskCode);
        return ok({ role: 'desk' });
      }
      const offer = valid();
      if (offer === null) return refuseWithoutOffer(hash);
      if (!isSameHash(offer.codeHash, hash)) return fail('pairing_code_wrong', {});
      if (isFull) return fail('screen_requests_full', {});
      end('used');
      return ok(offer.stands);
    },

    redeemDigits(digits, role, isFull) {
      const offer = valid();
      if (offer === null) return refuseWithoutOffer(null);
      if (offer.shown.role === role && isSameHash(offer.digitsHash, secretHash(digits))) {
        if (isFull) return fail('screen_requests_full', {});
        end('used');
        return ok(offer.stands);
      }
      offer.triesLeft -= 1;
      if (offer.triesLeft > 0) return fail('pairing_code_wrong', { triesLeft: offer.triesLeft });
      end('locked');
      return fail('pairing_locked', {});
    },
  };
}
