/** What is to be done about a refusal: new tokens, the same again in a moment, or nothing. */
export type ShopeeFault = {
  readonly reason: string;
  readonly remedy: 'renew' | 'again' | 'none';
};

type Rule = readonly [name: RegExp, message: RegExp, reason: string, remedy: ShopeeFault['remedy']];

const ANY = /^/;

/**
 * Error names and messages of the published schemas (error_list of v2.livestream.*, common_error_list
 * of v2.public.refresh_access_token; congminh1254/shopee-sdk, schemas/). One name stands for many
 * things, so the message decides; the first that fits is taken.
 */
const RULES: readonly Rule[] = [
  [/^error_sign$/, ANY, 'shopee_sign', 'none'],
  // Its own spelling is in use too.
  [/^invalid_acc?ee?ss_token$/, ANY, 'token_refused', 'renew'],
  [/^error_(auth|param)$/, /access_token/i, 'token_refused', 'renew'],
  [/^refresh_token_expired$|_refresh_token$/, ANY, 'token_refused', 'none'],
  [/_(access_expired|no_linked)$/, ANY, 'shopee_withdrawn', 'none'],
  [/_banned$/, ANY, 'shopee_banned', 'none'],
  [/^error_partner_key_expired$/, ANY, 'shopee_key_expired', 'none'],
  [/^invalid_partner_id$/, ANY, 'shopee_partner', 'none'],
  [/^error_(auth|param)$/, /partner_id|app is deleted/i, 'shopee_partner', 'none'],
  [
    /^error_(permission|api_permission|api_call_restricted|auth)$/,
    ANY,
    'shopee_permission',
    'none',
  ],
  [/^source_ip_undeclared$/, ANY, 'shopee_ip', 'none'],
  [/^api_suspended$/, ANY, 'shopee_refused', 'none'],
  [/^error_limit$/, ANY, 'shopee_daily_limit', 'none'],
  [/^error_rate_limit$/, ANY, 'rate_limited', 'again'],
  [/^error_server$/, /too many requests/i, 'rate_limited', 'again'],
  [/^error_server$/, /not supported for current region/i, 'shopee_region', 'none'],
  [/^error_(server|network|inner|system_busy)$/, ANY, 'platform_failed', 'again'],
  [/^error_data$/, /is not ongoing|is ended/i, 'session_not_live', 'none'],
  [/^error_data$/, /session.*not belong/i, 'session_not_yours', 'none'],
  [/^error_(data|param)$/, /session.*not exist|invalid session_id/i, 'session_unknown', 'none'],
  [/^error_(data|param)$/, /item.*not exist|invalid (item|shop)_id/i, 'item_not_found', 'none'],
  [/^error_item_not_found$/, ANY, 'item_not_found', 'none'],
  [/^error_data$/, /too many items/i, 'bag_full', 'none'],
  [/^error_param$/, /timestamp/i, 'clock_wrong', 'none'],
];

/** Why a call was refused, from what its answer says. */
export function shopeeFault(error: string, message: string): ShopeeFault {
  const rule = RULES.find(([name, said]) => name.test(error) && said.test(message));
  if (rule === undefined) return { reason: 'shopee_refused', remedy: 'none' };
  return { reason: rule[2], remedy: rule[3] };
}

/** An answer without a body that says more. */
export function statusFault(status: number): ShopeeFault {
  if (status === 429) return { reason: 'rate_limited', remedy: 'again' };
  if (status >= 500) return { reason: 'platform_failed', remedy: 'again' };
  return { reason: status === 200 ? 'answer_unread' : `http_${status}`, remedy: 'none' };
}
