import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isPublicAddress } from '#core/network/public-address.rules.ts';

const octet = fc.integer({ min: 0, max: 255 });
const group = fc.integer({ min: 0, max: 0xffff });
const hex = (value: number): string => value.toString(16);

describe('an address of the internet', () => {
  test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ['this machine', ['127.0.0.1', '127.8.9.1', '::1', '0.0.0.0', '::']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1']],
    [
      'a link, and what clouds say of themselves there',
      ['169.254.169.254', 'fe80::1', 'fe80::1%1'],
    ],
    ['a provider’s own', ['100.64.0.1', '100.127.255.255']],
    ['a group or everybody', ['224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1']],
    [
      'one that carries another',
      ['::ffff:10.0.0.1', '::ffff:8.8.8.8', '::10.0.0.1', '2002:a00:1::'],
    ],
    ['NAT64', ['64:ff9b::a00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1']],
    ['no address', ['shop.example', '', '1.1.1', '0x7f.1', '2130706433']],
  ])('%s is none', (_name, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  test('is none in whatever way an address inside is put into one of IPv6', () => {
    fc.assert(
      fc.property(octet, octet, octet, group, (b, c, d, rest) => {
        const low = hex((c << 8) | d);
        const inside = `${hex((10 << 8) | b)}:${low}`;
        for (const prefix of ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::']) {
          expect(isPublicAddress(`${prefix}${inside}`)).toBe(false);
        }
        expect(isPublicAddress(`2002:${inside}::${hex(rest)}`)).toBe(false);
        expect(isPublicAddress(`2001:0:${inside}::${hex(rest)}`)).toBe(false);
      }),
    );
  });

  test('of IPv6 begins with 2 or 3, whatever follows', () => {
    fc.assert(
      fc.property(group, group, group, (first, second, last) => {
        if (!isPublicAddress(`${hex(first)}:${hex(second)}::${hex(last)}`)) return;
        expect(first >> 13).toBe(1);
      }),
    );
  });
});
