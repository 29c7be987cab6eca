import { z } from 'zod';

import { ok, type Result } from '#shared/contract/app-error.ts';
import type { OutletConfig, OutletConfigOf } from '#shared/model/outlet.ts';
import type { SecretStore } from '../../ports.ts';
import { KeptTokens } from './shopee/shopee-tokens.ts';

/** What it is for is kept with it: it goes to no other address than the one it was typed for. */
const Kept = z.strictObject({ kind: z.string(), address: z.string(), secret: z.string() });

/** Where a secret of such an outlet is sent; null where it has none. */
function addressOf(config: OutletConfig): string | null {
  switch (config.kind) {
    case 'obs':
      return config.address;
    case 'webhook':
      return URL.canParse(config.url) ? new URL(config.url).origin : null;
    case 'shopee':
      return `${config.host} ${config.partnerId}`;
    case 'chat':
    case 'manual':
      return null;
  }
}

/** Passwords and keys of outlets: beside the store, never in it. */
export class OutletSecrets {
  readonly #secrets: SecretStore;

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  /** Null where there is none for this very address, or it cannot be read. */
  read(outletId: number, config: OutletConfig): string | null {
    const address = addressOf(config);
    const reading = this.#secrets.read(nameOf(outletId));
    if (address === null || reading.state !== 'ready') return null;
    const kept = Kept.safeParse(JSON.parse(reading.text)).data;
    return kept?.kind === config.kind && kept.address === address ? kept.secret : null;
  }

  /** Tokens of the very account they were typed for; null where there are none. */
  readTokens(outletId: number, config: OutletConfigOf<'shopee'>): KeptTokens | null {
    const reading = this.#secrets.read(tokensOf(outletId));
    if (reading.state !== 'ready') return null;
    const kept = Kept.safeParse(JSON.parse(reading.text)).data;
    if (kept?.address !== accountOf(config)) return null;
    return KeptTokens.safeParse(JSON.parse(kept.secret)).data ?? null;
  }

  putTokens(
    outletId: number,
    config: OutletConfigOf<'shopee'>,
    tokens: KeptTokens,
  ): Promise<Result<Record<string, never>>> {
    const secret = JSON.stringify(tokens);
    const kept = { kind: config.kind, address: accountOf(config), secret };
    return this.#secrets.put(tokensOf(outletId), JSON.stringify(kept));
  }

  /** Whatever there is of an outlet that was removed. */
  async forget(outletId: number): Promise<void> {
    for (const name of [nameOf(outletId), tokensOf(outletId)]) {
      if (this.#secrets.read(name).state !== 'absent') await this.#secrets.remove(name);
    }
  }

  /** Null forgets it. Refused: secret_unwritable. */
  async put(
    outletId: number,
    config: OutletConfig,
    secret: string | null,
  ): Promise<Result<Record<string, never>>> {
    const address = addressOf(config);
    if (secret !== null && address !== null) {
      const kept = { kind: config.kind, address, secret } satisfies z.infer<typeof Kept>;
      return this.#secrets.put(nameOf(outletId), JSON.stringify(kept));
    }
    if (this.#secrets.read(nameOf(outletId)).state === 'absent') return ok({});
    return this.#secrets.remove(nameOf(outletId));
  }
}

function accountOf({ host, partnerId, userId }: OutletConfigOf<'shopee'>): string {
  return `${host} ${partnerId} ${userId}`;
}

function tokensOf(outletId: number): string {
  return `outlet:${outletId}:tokens`;
}

function nameOf(outletId: number): string {
  return `outlet:${outletId}`;
}
