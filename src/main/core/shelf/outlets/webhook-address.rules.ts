import { BlockList, isIP } from 'node:net';

/** Addresses that no webhook may reach: inside a network, of the machine, or of nobody. */
const INSIDE_4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INSIDE_4.addSubnet(network, prefix, 'ipv4');
}
/** A list of its own: a rule for mapped addresses in one list would refuse every IPv4 address. */
const INSIDE_6 = new BlockList();
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  // Mapped, NAT64 and 6to4 carry an IPv4 address that is not looked at: none of them is needed.
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE_6.addSubnet(network, prefix, 'ipv6');
}

/** Whether a resolved address belongs to the internet; what is no address does not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 6 ? !INSIDE_6.check(address, 'ipv6') : !INSIDE_4.check(address, 'ipv4');
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

export type WebhookAddress =
  | { readonly url: URL; readonly isLoopback: boolean; readonly problem: null }
  | {
      readonly url: null;
      readonly isLoopback: false;
      readonly problem: 'form' | 'scheme' | 'private';
    };

/**
 * Where a webhook may go: https to the internet, or http and https to this very machine. A name is
 * looked at again when it is resolved.
 */
export function webhookAddress(typed: string): WebhookAddress {
  const refuse = (problem: 'form' | 'scheme' | 'private') =>
    ({ url: null, isLoopback: false, problem }) as const;
  if (!URL.canParse(typed)) return refuse('form');
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') return refuse('form');
  const isLoopback = LOOPBACK_HOSTS.has(url.hostname);
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  if (!isAllowed) return refuse('scheme');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isLoopback && isIP(host) !== 0 && !isPublicAddress(host)) return refuse('private');
  return { url, isLoopback, problem: null };
}
