import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Clock } from '../../ports.ts';
import { guardedLookup, InsideAddress } from './guarded-lookup.ts';
import { webhookAddress } from './webhook-address.rules.ts';

/** One attempt: connecting, sending and the answer's first line, together. */
export const ATTEMPT_LIMIT_MS = 5_000;

/** `lost`: it was sent, or may have been, and no answer came. */
export type PostOutcome =
  | { readonly came: 'status'; readonly status: number; readonly retryAfterS: number | null }
  | { readonly came: 'lost' | 'not_reached' | 'private' | 'refused_address' };

/**
 * One POST. Redirects are answers like any other: nothing is sent to where they point. The answer's
 * body is not read. Never rejects.
 */
export function postOnce(
  typed: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const { url, isLoopback } = webhookAddress(typed);
  if (url === null) return Promise.resolve({ came: 'refused_address' });
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle) => {
    let isConnected = false;
    let isOver = false;
    const asked = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: guardedLookup(isLoopback),
      // A socket of its own: none is kept to an address that was looked at long ago.
      agent: false,
    });
    const stop = clock.after(ATTEMPT_LIMIT_MS, () => end(isConnected ? 'lost' : 'not_reached'));
    function finish(outcome: PostOutcome): void {
      if (isOver) return;
      isOver = true;
      stop();
      signal.removeEventListener('abort', aborted);
      asked.destroy();
      settle(outcome);
    }
    function end(came: 'lost' | 'not_reached' | 'private'): void {
      finish({ came });
    }
    function aborted(): void {
      end(isConnected ? 'lost' : 'not_reached');
    }
    asked.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    asked.on('response', (response) => {
      const retryAfterS = Number.parseInt(response.headers['retry-after'] ?? '', 10);
      finish({
        came: 'status',
        status: response.statusCode ?? 0,
        retryAfterS: Number.isFinite(retryAfterS) ? retryAfterS : null,
      });
    });
    asked.on('error', (error) => {
      if (error instanceof InsideAddress) return end('private');
      return end(isConnected ? 'lost' : 'not_reached');
    });
    signal.addEventListener('abort', aborted);
    asked.end(body);
    if (signal.aborted) aborted();
  });
}
