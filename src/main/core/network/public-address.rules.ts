import { BlockList, isIP } from 'node:net';

/** Addresses that nothing typed by a person may reach: inside a network, of the machine, or of nobody. */
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
/** What the internet has of IPv6 (RFC 4291, 2.4); everything else is a link, a site, a group or nobody. */
const GLOBAL_6 = new BlockList();
GLOBAL_6.addSubnet('2000::', 3, 'ipv6');
/** Of that: what carries an IPv4 address that is not looked at, and what is for special uses or for books. */
const SPECIAL_6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  SPECIAL_6.addSubnet(network, prefix, 'ipv6');
}

/** Whether a resolved address belongs to the internet; what is no address does not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE_4.check(address, 'ipv4');
  // One with a zone is of a link by that alone.
  if (family === 0 || address.includes('%')) return false;
  return GLOBAL_6.check(address, 'ipv6') && !SPECIAL_6.check(address, 'ipv6');
}
