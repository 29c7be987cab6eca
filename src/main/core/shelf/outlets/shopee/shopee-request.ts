import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Clock } from '../../../ports.ts';
import { guardedLookup, InsideAddress } from '../guarded-lookup.ts';

/** One attempt: connecting, sending and the whole answer, together. */
export const SHOPEE_ATTEMPT_MS = 4_000;
/** A longer answer is not read: a page of a hundred items is some sixty thousand bytes. */
const MAX_ANSWER_BYTES = 512 * 1024;

/** `lost`: it was sent, or may have been, and no whole answer came. */
export type ShopeeOutcome =
  | {
      readonly came: 'answer';
      readonly status: number;
      readonly retryAfterS: number | null;
      readonly text: string;
    }
  | { readonly came: 'lost' | 'not_reached' | 'private' };

export type ShopeeSending = {
  readonly url: URL;
  readonly isLoopback: boolean;
  /** Null: a GET. */
  readonly body: string | null;
};

/** One call. Redirects are answers like any other. Never rejects. */
export function sendOnce(
  { url, isLoopback, body }: ShopeeSending,
  clock: Clock,
  signal: AbortSignal,
): Promise<ShopeeOutcome> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle) => {
    let isConnected = false;
    let isOver = false;
    const headers = { 'content-type': 'application/json', 'user-agent': 'Cuedesk' };
    const asked = send(url, {
      method: body === null ? 'GET' : 'POST',
      headers:
        body === null ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: guardedLookup(isLoopback),
      agent: false,
    });
    const gone = (): void => finish({ came: isConnected ? 'lost' : 'not_reached' });
    const stop = clock.after(SHOPEE_ATTEMPT_MS, gone);
    function finish(outcome: ShopeeOutcome): void {
      if (isOver) return;
      isOver = true;
      stop();
      signal.removeEventListener('abort', gone);
      asked.destroy();
      settle(outcome);
    }
    asked.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES) return finish({ came: 'lost' });
        chunks.push(chunk);
      });
      response.on('error', gone);
      response.on('close', gone);
      response.on('end', () => {
        const retryAfterS = Number.parseInt(response.headers['retry-after'] ?? '', 10);
        finish({
          came: 'answer',
          status: response.statusCode ?? 0,
          retryAfterS: Number.isFinite(retryAfterS) ? retryAfterS : null,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    asked.on('error', (error) => {
      if (error instanceof InsideAddress) return finish({ came: 'private' });
      return gone();
    });
    signal.addEventListener('abort', gone);
    asked.end(body ?? undefined);
    if (signal.aborted) gone();
  });
}
