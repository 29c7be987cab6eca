/** Reached by programs of this machine only. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}

/** The least that can be opened comes first, so that nothing more is opened by haste. */
export function loopbackFirst(addresses: readonly string[]): readonly string[] {
  return [
    ...addresses.filter((address) => isLoopback(address)),
    ...addresses.filter((address) => !isLoopback(address)),
  ];
}
