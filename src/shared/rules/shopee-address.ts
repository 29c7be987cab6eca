/**
 * Addresses of Shopee's Open Platform, production before test (congminh1254/shopee-sdk,
 * src/schemas/region.ts, and `url`/`test_url` of its schemas); Brazil has no livestream calls.
 */
export const SHOPEE_HOSTS: readonly string[] = [
  'https://partner.shopeemobile.com',
  'https://openplatform.shopee.cn',
  'https://partner.test-stable.shopeemobile.com',
  'https://openplatform.test-stable.shopee.cn',
  'https://openplatform.sandbox.test-stable.shopee.sg',
  'https://openplatform.sandbox.test-stable.shopee.cn',
];

const LOOPBACK = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/** One of Shopee's own, or a bridge on this machine; null for anything else. */
export function shopeeAddress(
  typed: string,
): { readonly origin: string; readonly isLoopback: boolean } | null {
  const origin = typed.replace(/\/$/, '');
  if (SHOPEE_HOSTS.includes(origin)) return { origin, isLoopback: false };
  return LOOPBACK.test(origin) ? { origin, isLoopback: true } : null;
}
