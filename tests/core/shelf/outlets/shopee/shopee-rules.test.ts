import { describe, expect, test } from 'vitest';

import { shopeeFault, statusFault } from '#core/shelf/outlets/shopee/shopee-faults.rules.ts';
import { itemOfCode, itemOfLink } from '#core/shelf/outlets/shopee/shopee-item.rules.ts';
import { signedQuery } from '#core/shelf/outlets/shopee/shopee-sign.rules.ts';
import { shopeeAddress } from '#shared/rules/shopee-address.ts';

// Computed apart: printf '%s' '<base>' | openssl dgst -sha256 -hmac 'the key'
test('signs what the platform signs, public and of a user', () => {
  const partner = { id: 1, key: 'the key' };
  expect(signedQuery(partner, '/api/v2/auth/access_token/get', 1_610_000_000, null)).toEqual({
    partner_id: '1',
    timestamp: '1610000000',
    sign: '25e10c380a0ab35b8b999012001c72848ef46a1afdf65f4ebdfe7aa10f2c69c2',
  });
  const user = { userId: 77, accessToken: 'tok' };
  const path = '/api/v2/livestream/get_show_item';
  expect(signedQuery(partner, path, 1_610_000_000, user)).toMatchObject({
    user_id: '77',
    access_token: 'tok',
    sign: '82f90f3bd53f54ff6d26d28aed8b79a71b84ad9a913598f992f4edf1ae81142f',
  });
});

test.each([
  ['https://shopee.tw/product/9/501', { itemId: 501, shopId: 9 }],
  ['https://shopee.tw/Coat-i.9.501?x=1', { itemId: 501, shopId: 9 }],
  ['https://shopee.tw/shop/9', null],
  ['no link', null],
])('reads the item of %s', (url, item) => expect(itemOfLink(url)).toEqual(item));

test.each([
  ['501', { itemId: 501, shopId: null }],
  ['9.501', { itemId: 501, shopId: 9 }],
  ['i.9.501', { itemId: 501, shopId: 9 }],
  ['0', null],
  ['99999999999999999999', null],
  ['W-301', null],
])('reads the item of the code %s', (code, item) => expect(itemOfCode(code)).toEqual(item));

test.each([
  ['https://partner.shopeemobile.com', true],
  ['http://127.0.0.1:8080', true],
  ['http://partner.shopeemobile.com', false],
  ['https://partner.shopeemobile.com.evil.example', false],
  ['https://localhost.evil.example', false],
  ['http://127.0.0.1:80@evil.example', false],
])('takes %s: %s', (typed, isTaken) => expect(shopeeAddress(typed) !== null).toBe(isTaken));

describe('what a refusal means', () => {
  test.each([
    ['error_sign', 'Wrong sign.', 'shopee_sign', 'none'],
    ['error_auth', 'Invalid access_token.', 'token_refused', 'renew'],
    ['invalid_acceess_token', '', 'token_refused', 'renew'],
    ['invalid_access_token', '', 'token_refused', 'renew'],
    ['error_auth', 'You are not authorized', 'shopee_permission', 'none'],
    ['error_auth', 'partner_id is invalid', 'shopee_partner', 'none'],
    ['error_server', 'Too many requests, please try again later', 'rate_limited', 'again'],
    ['error_server', 'Server internal error: x', 'platform_failed', 'again'],
    ['error_server', 'The API is not supported for current region', 'shopee_region', 'none'],
    ['error_data', 'The session(session_id:1) is not ongoing', 'session_not_live', 'none'],
    ['error_data', 'The session(session_id:1) is not belong to you', 'session_not_yours', 'none'],
    ['error_data', 'The session(session_id:1) is not exist', 'session_unknown', 'none'],
    ['error_data', 'Item(item_id:5) is not exist', 'item_not_found', 'none'],
    ['error_param', 'Invalid item_id', 'item_not_found', 'none'],
    ['error_param', 'Timestamp is expired.', 'clock_wrong', 'none'],
    ['error_limit', '', 'shopee_daily_limit', 'none'],
    ['refresh_token_expired', '', 'token_refused', 'none'],
    ['error_shop_refresh_token', '', 'token_refused', 'none'],
    ['shop_access_expired', '', 'shopee_withdrawn', 'none'],
    ['anything_else', '', 'shopee_refused', 'none'],
  ])('%s, %s', (error, message, reason, remedy) => {
    expect(shopeeFault(error, message)).toEqual({ reason, remedy });
  });

  test('without a body, by its status', () => {
    expect([429, 503, 404, 200].map((status) => statusFault(status).reason)).toEqual([
      'rate_limited',
      'platform_failed',
      'http_404',
      'answer_unread',
    ]);
  });
});
