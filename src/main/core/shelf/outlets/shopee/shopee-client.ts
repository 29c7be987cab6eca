import type { z } from 'zod';

import type { OutletConfigOf } from '#shared/model/outlet.ts';
import { shopeeAddress } from '#shared/rules/shopee-address.ts';
import { reconnectDelayMs } from '../../../feeds/supervisor/reconnect-delay.rules.ts';
import type { Ports } from '../../../ports.ts';
import { pause } from '../pause.ts';
import { Envelope } from './shopee-answers.ts';
import { shopeeFault, statusFault, type ShopeeFault } from './shopee-faults.rules.ts';
import { sendOnce, type ShopeeOutcome } from './shopee-request.ts';
import { signedQuery, type ShopeeUser } from './shopee-sign.rules.ts';

const ATTEMPTS = 4;
const LONGEST_RETRY_MS = 8_000;

/** `mayBeTaken`: it was sent and nobody knows what became of it. */
export type ShopeeRefusal = {
  readonly ok: false;
  readonly reason: string;
  readonly mayBeTaken: boolean;
  readonly remedy: ShopeeFault['remedy'];
  /** What Shopee asks to wait; null where it says nothing. */
  readonly retryAfterS: number | null;
};
export type ShopeeReply<T> = { readonly ok: true; readonly value: T } | ShopeeRefusal;

export type ShopeeCall<T> = {
  readonly path: string;
  /** Null: of nobody. */
  readonly user: ShopeeUser | null;
  /** Sent as the body of a POST; null: a GET with `query`. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly query: Readonly<Record<string, string>>;
  /** What is read of an answer: its `response`, or the answer itself. */
  readonly part: 'response' | 'whole';
  readonly schema: z.ZodType<T>;
  /** Sent once, whatever comes of it: new tokens, whose answer can be lost for good; a mere look. */
  readonly isOnce: boolean;
};

/** Signed calls to one Shopee address, tried again where that may help. Never rejects. */
export class ShopeeClient {
  readonly #config: OutletConfigOf<'shopee'>;
  readonly #key: string;
  readonly #ports: Ports;

  constructor(config: OutletConfigOf<'shopee'>, key: string, ports: Ports) {
    this.#config = config;
    this.#key = key;
    this.#ports = ports;
  }

  async call<T>(call: ShopeeCall<T>, signal: AbortSignal): Promise<ShopeeReply<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#send(call, signal);
      const reply = replyOf(outcome, call);
      if (reply.ok || call.isOnce || reply.remedy !== 'again') return reply;
      // What may have been taken is looked at first: another one would only be guessed.
      const isUnsure = reply.mayBeTaken && call.body !== null;
      if (isUnsure || attempt === ATTEMPTS || signal.aborted) return reply;
      await pause(this.#retryMs(outcome, attempt), this.#ports.clock, signal);
      if (signal.aborted) return reply;
    }
  }

  #send<T>(call: ShopeeCall<T>, signal: AbortSignal): Promise<ShopeeOutcome> {
    const address = shopeeAddress(this.#config.host);
    if (address === null) return Promise.resolve({ came: 'not_reached' });
    const url = new URL(call.path, address.origin);
    const nowS = Math.floor(this.#ports.clock.wallNow() / 1000);
    const partner = { id: this.#config.partnerId, key: this.#key };
    const query = { ...signedQuery(partner, call.path, nowS, call.user), ...call.query };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const body = call.body === null ? null : JSON.stringify(call.body);
    const sending = { url, isLoopback: address.isLoopback, body };
    return sendOnce(sending, this.#ports.clock, signal);
  }

  #retryMs(outcome: ShopeeOutcome, attempt: number): number {
    const ownMs = reconnectDelayMs(attempt - 1, this.#ports.randomness.fraction());
    const asked = outcome.came === 'answer' ? outcome.retryAfterS : null;
    return Math.min(LONGEST_RETRY_MS, asked === null ? ownMs : Math.max(ownMs, asked * 1000));
  }
}

function replyOf<T>(outcome: ShopeeOutcome, call: ShopeeCall<T>): ShopeeReply<T> {
  if (outcome.came !== 'answer') {
    const mayBeTaken = outcome.came === 'lost';
    const remedy = outcome.came === 'private' ? 'none' : 'again';
    const reason = mayBeTaken ? 'no_answer' : outcome.came;
    return { ok: false, reason, mayBeTaken, remedy, retryAfterS: null };
  }
  const { status, text } = outcome;
  const refuse = (fault: ShopeeFault): ShopeeRefusal => ({
    ok: false,
    mayBeTaken: false,
    retryAfterS: outcome.retryAfterS,
    ...fault,
  });
  const said = jsonOf(text);
  const envelope = Envelope.safeParse(said).data;
  if (status === 429 || envelope === undefined) return refuse(statusFault(status));
  // The documents' own sample of a success has a dash there.
  const isFine = envelope.error === '' || envelope.error === '-';
  if (!isFine) return refuse(shopeeFault(envelope.error, envelope.message));
  if (status !== 200) return refuse(statusFault(status));
  const read = call.schema.safeParse(call.part === 'whole' ? said : envelope.response);
  return read.success ? { ok: true, value: read.data } : refuse(statusFault(200));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
