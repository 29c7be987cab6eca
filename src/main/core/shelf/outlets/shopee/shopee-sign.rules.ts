import { createHmac } from 'node:crypto';

/** Whose access a call needs; null: a public call, such as that for new tokens. */
export type ShopeeUser = { readonly userId: number; readonly accessToken: string };

/**
 * Query of a signed call: HMAC-SHA256 in hex, under the partner key, over partner id, path, timestamp
 * and, of a call in a user's name, access token and user id, put together without marks (Shopee Open
 * Platform, "v2.livestream.*" and "v2.public.refresh_access_token", common parameters; kept in
 * congminh1254/shopee-sdk, schemas/). `nowS`: seconds; Shopee takes it for five minutes.
 */
export function signedQuery(
  partner: { readonly id: number; readonly key: string },
  path: string,
  nowS: number,
  user: ShopeeUser | null,
): Readonly<Record<string, string>> {
  const base = `${partner.id}${path}${nowS}`;
  const whole = user === null ? base : `${base}${user.accessToken}${user.userId}`;
  const sign = createHmac('sha256', partner.key).update(whole, 'utf8').digest('hex');
  const common = { partner_id: String(partner.id), timestamp: String(nowS), sign };
  if (user === null) return common;
  return { ...common, access_token: user.accessToken, user_id: String(user.userId) };
}
