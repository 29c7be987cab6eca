import { z } from 'zod';

import type { Ports } from '../../../ports.ts';
import { TokenAnswer } from './shopee-answers.ts';
import type { ShopeeClient, ShopeeRefusal, ShopeeReply } from './shopee-client.ts';

const PATH = '/api/v2/auth/access_token/get';
/** So long before its end an access token (four hours) is renewed. */
const EARLY_MS = 5 * 60_000;

/** What is kept of an authorisation; `expiresTs` null: typed, and its end is not known. */
export const KeptTokens = z.strictObject({
  accessToken: z.string().nullable(),
  expiresTs: z.int().nullable(),
  refreshToken: z.string().nullable(),
});
export type KeptTokens = z.infer<typeof KeptTokens>;

/** Where tokens are kept on disk. */
export type TokenPlace = {
  read(): KeptTokens | null;
  /** False where it could not be written. */
  write(tokens: KeptTokens): Promise<boolean>;
};

/** Whose tokens they are; `id` is the outlet's. */
export type TokenOwner = {
  readonly id: number;
  readonly partnerId: number;
  readonly userId: number;
};

/** Renewals under way by outlet, also of one that is closed meanwhile: its tokens must not be lost. */
export type Renewals = Map<number, Promise<ShopeeReply<string>>>;

/**
 * The access token of one outlet, renewed before its end. A refresh token can be used once (v2.public.
 * refresh_access_token), so there is one renewal at a time, nothing interrupts it, and the tokens it
 * brings are used only when they are on disk – or, where they cannot be written, kept in memory and
 * written with the next call.
 */
export class ShopeeTokens {
  /** Not on disk yet. */
  #unsaved: KeptTokens | null = null;

  readonly #outlet: TokenOwner;
  readonly #client: ShopeeClient;
  readonly #place: TokenPlace;
  readonly #renewals: Renewals;
  readonly #ports: Ports;

  constructor(
    outlet: TokenOwner,
    client: ShopeeClient,
    place: TokenPlace,
    renewals: Renewals,
    ports: Ports,
  ) {
    this.#outlet = outlet;
    this.#client = client;
    this.#place = place;
    this.#renewals = renewals;
    this.#ports = ports;
  }

  /** `stale`: one that was refused, so it must be another. */
  async access(stale: string | null): Promise<ShopeeReply<string>> {
    await this.#save();
    const { accessToken, expiresTs } = this.#now();
    const isOver = expiresTs !== null && expiresTs - EARLY_MS <= this.#ports.clock.wallNow();
    if (accessToken !== null && accessToken !== stale && !isOver) {
      return { ok: true, value: accessToken };
    }
    const running = this.#renewals.get(this.#outlet.id);
    if (running !== undefined) return running;
    const renewal = this.#renew().finally(() => this.#renewals.delete(this.#outlet.id));
    this.#renewals.set(this.#outlet.id, renewal);
    return renewal;
  }

  /** What was brought last is in memory alone. */
  isUnsaved(): boolean {
    return this.#unsaved !== null;
  }

  #now(): KeptTokens {
    const none = { accessToken: null, expiresTs: null, refreshToken: null };
    return this.#unsaved ?? this.#place.read() ?? none;
  }

  async #renew(): Promise<ShopeeReply<string>> {
    const { accessToken, refreshToken } = this.#now();
    if (refreshToken === null) {
      return refuse(accessToken === null ? 'token_missing' : 'token_refused');
    }
    const { partnerId, userId } = this.#outlet;
    const reply = await this.#client.call(
      {
        path: PATH,
        user: null,
        query: {},
        body: { refresh_token: refreshToken, partner_id: partnerId, user_id: userId },
        part: 'whole',
        schema: TokenAnswer,
        isOnce: true,
      },
      new AbortController().signal,
    );
    if (!reply.ok) return reply;
    const { access_token, refresh_token, expire_in } = reply.value;
    // Typed anew or forgotten meanwhile: what was typed last counts.
    if (this.#now().refreshToken !== refreshToken) return refuse('token_missing');
    this.#unsaved = {
      accessToken: access_token,
      expiresTs: Math.round(this.#ports.clock.wallNow() + expire_in * 1000),
      refreshToken: refresh_token,
    };
    await this.#save();
    return { ok: true, value: access_token };
  }

  async #save(): Promise<void> {
    const tokens = this.#unsaved;
    if (tokens === null) return;
    if (!(await this.#place.write(tokens))) {
      this.#ports.logger.log('warn', 'shopee_tokens_unsaved', { outletId: this.#outlet.id });
      return;
    }
    if (this.#unsaved === tokens) this.#unsaved = null;
  }
}

function refuse(reason: string): ShopeeRefusal {
  return { ok: false, reason, mayBeTaken: false, remedy: 'none', retryAfterS: null };
}
