import { z } from 'zod';

import { ok, type Result } from '#shared/contract/app-error.ts';
import type { OutletConfig } from '#shared/model/outlet.ts';
import type { SecretStore } from '../../ports.ts';

/** What it is for is kept with it: it goes to no other address than the one it was typed for. */
const Kept = z.strictObject({ kind: z.string(), address: z.string(), secret: z.string() });

/** Where a secret of such an outlet is sent; null where it has none. */
function addressOf(config: OutletConfig): string | null {
  switch (config.kind) {
    case 'obs':
      return config.address;
    case 'webhook':
      return URL.canParse(config.url) ? new URL(config.url).origin : null;
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

function nameOf(outletId: number): string {
  return `outlet:${outletId}`;
}
