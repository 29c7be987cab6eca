import { isIP } from 'node:net';

import { isPublicAddress } from '../../network/public-address.rules.ts';

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
