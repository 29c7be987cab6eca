import { networkInterfaces } from 'node:os';

export const LOOPBACK = '127.0.0.1';

/** IPv4 addresses second screens can be offered: the machine's own first, loopback last. */
export function localAddresses(): string[] {
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address)
    // Self-assigned: no router, nothing stable to print in a QR code.
    .filter((address) => !address.startsWith('169.254.'));
  return [...new Set(own), LOOPBACK];
}
