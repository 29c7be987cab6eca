import type { OutletConfigOf, OutletSecretPart } from '#shared/model/outlet.ts';
import type { Ports } from '../../../ports.ts';
import type { PushDriver } from '../outlet-driver.ts';
import type { OutletSecrets } from '../outlet-secrets.ts';
import { ShopeeApi } from './shopee-api.ts';
import { ShopeeClient } from './shopee-client.ts';
import { createShopeeOutlet } from './shopee-outlet.ts';
import { ShopeeTokens, type KeptTokens, type Renewals } from './shopee-tokens.ts';

type Config = OutletConfigOf<'shopee'>;

export type ShopeeSurroundings = {
  readonly secrets: OutletSecrets;
  readonly renewals: Renewals;
  readonly ports: Ports;
  linkOf(productId: number): string | null;
};

/** A Shopee outlet with its key and tokens as they are kept. */
export function openShopee(
  outletId: number,
  config: Config,
  { secrets, renewals, ports, linkOf }: ShopeeSurroundings,
): PushDriver {
  const key = secrets.read(outletId, config);
  const place = {
    read: () => secrets.readTokens(outletId, config),
    write: async (tokens: KeptTokens) => (await secrets.putTokens(outletId, config, tokens)).ok,
  };
  const client = new ShopeeClient(config, key ?? '', ports);
  const owner = { id: outletId, partnerId: config.partnerId, userId: config.userId };
  const tokens = new ShopeeTokens(owner, client, place, renewals, ports);
  const api = key === null ? null : new ShopeeApi(config, client, tokens);
  const missing = (): string | null => {
    if (key === null) return 'key_missing';
    const kept = place.read();
    return (kept?.accessToken ?? kept?.refreshToken ?? null) === null ? 'token_missing' : null;
  };
  const isUnsaved = (): boolean => tokens.isUnsaved();
  return createShopeeOutlet(config, { api, missing, isUnsaved, linkOf, ports });
}

/** Tokens with one of them typed or forgotten; the end of a typed one is not known. */
export function typedToken(
  kept: KeptTokens | null,
  part: Exclude<OutletSecretPart, 'key'>,
  typed: string | null,
): KeptTokens {
  const held = kept ?? { accessToken: null, expiresTs: null, refreshToken: null };
  return part === 'refresh'
    ? { ...held, refreshToken: typed }
    : { ...held, accessToken: typed, expiresTs: null };
}

/** Which of them there are, and nothing else. */
export function tokensKept(kept: KeptTokens | null): OutletSecretPart[] {
  return [
    ...((kept?.accessToken ?? null) === null ? [] : (['access'] as const)),
    ...((kept?.refreshToken ?? null) === null ? [] : (['refresh'] as const)),
  ];
}
