import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import type { RequestOptions } from 'node:http';

import { isPublicAddress } from '../../network/public-address.rules.ts';

type Lookup = NonNullable<RequestOptions['lookup']>;

/** The name leads to an address that is not allowed. */
export class InsideAddress extends Error {}

/** Resolves a name once, and only to addresses that are allowed: what is looked at is connected to. */
export function guardedLookup(isLoopback: boolean): Lookup {
  return (host, options, done) => {
    const all: LookupOptions & { all: true } = { ...options, all: true };
    resolve(host, all, (error, addresses: readonly LookupAddress[]) => {
      if (error !== null) return done(error, '', 0);
      const isAllowed = ({ address }: LookupAddress): boolean =>
        isLoopback ? address === '::1' || address.startsWith('127.') : isPublicAddress(address);
      if (addresses.length === 0 || !addresses.every(isAllowed)) {
        return done(new InsideAddress('address'), '', 0);
      }
      const [first] = addresses;
      return options.all === true
        ? done(null, [...addresses])
        : done(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}
