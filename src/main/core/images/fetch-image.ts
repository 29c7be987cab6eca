import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { connect as secure } from 'node:tls';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { GIVEN_MAX_BYTES, imageFault } from '#shared/rules/image-header.ts';
import { isPublicAddress } from '../network/public-address.rules.ts';
import type { Clock } from '../ports.ts';
import { hostOf, imageAddressOf } from './image-address.rules.ts';
import type { ImageNetwork } from './image-network.ts';

/** Names, connections, redirects and all of the bytes together. */
export const FETCH_LIMIT_MS = 15_000;
const REDIRECTS_MAX = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

type Step = Result<{ readonly next: string } | { readonly next: null; readonly bytes: Uint8Array }>;

/**
 * The bytes of a picture at an https address of the internet. Names are resolved once for each step,
 * every address of theirs must be of the internet, and what was looked at is what is connected to. The
 * bytes decide what they are, not what the server calls them. Refused: image_unreachable,
 * image_refused.
 */
export async function fetchImage(
  typed: string,
  network: ImageNetwork,
  clock: Clock,
): Promise<Result<Uint8Array>> {
  const stop = new AbortController();
  const endTimer = clock.after(FETCH_LIMIT_MS, () => stop.abort());
  try {
    let asked = typed;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const step = await takeStep(asked, network, stop.signal);
      if (!step.ok) return step;
      if (step.value.next === null) return checked(asked, step.value.bytes);
      asked = step.value.next;
    }
    return unreachable(asked, 'image_redirects');
  } finally {
    endTimer();
  }
}

function checked(from: string, bytes: Uint8Array): Result<Uint8Array> {
  const fault = imageFault(bytes);
  return fault === null ? ok(bytes) : refused(from, fault);
}

async function takeStep(asked: string, network: ImageNetwork, signal: AbortSignal): Promise<Step> {
  const { url, problem } = imageAddressOf(asked);
  if (url === null) return unreachable(asked, problem);
  const host = hostOf(url);
  const found = isIP(host) !== 0 ? [host] : await resolved(host, network, signal);
  if (signal.aborted) return unreachable(asked, 'image_slow');
  const [address] = found;
  if (address === undefined) return unreachable(asked, 'image_no_host');
  // One address inside is enough: a name of the internet has none.
  if (!found.every(isPublicAddress)) return unreachable(asked, 'image_private');
  return ask(url, address, network, signal);
}

async function resolved(
  host: string,
  network: ImageNetwork,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ended = new Promise<readonly string[]>((resolve) => {
    signal.addEventListener('abort', () => resolve([]), { once: true });
  });
  return Promise.race([ended, network.resolve(host).catch(() => [])]);
}

function ask(url: URL, address: string, network: ImageNetwork, signal: AbortSignal): Promise<Step> {
  const host = hostOf(url);
  const port = url.port === '' ? 443 : Number(url.port);
  return new Promise((settle) => {
    const dialled = network.dial(address, port);
    const end = (step: Step): void => {
      signal.removeEventListener('abort', slow);
      settle(step);
      asked.destroy();
      dialled.destroy();
    };
    const slow = (): void => end(unreachable(url.href, 'image_slow'));
    const lost = (): void => end(unreachable(url.href, 'image_lost'));
    const asked = request(url, {
      defaultPort: 443,
      // No agent, so no connection of another request; and no name is looked up again.
      createConnection: () =>
        secure({
          socket: dialled,
          host,
          ...(isIP(host) === 0 && { servername: host }),
          ...(network.ca !== null && { ca: network.ca }),
        }),
      headers: {
        accept: 'image/webp,image/png,image/jpeg,image/gif',
        'accept-encoding': 'identity',
      },
    });
    dialled.on('error', lost);
    asked.on('error', lost);
    asked.on('response', (response) => {
      response.on('error', lost);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (REDIRECTS.has(status) && location !== undefined) {
        const next = URL.canParse(location, url.href) ? new URL(location, url.href).href : location;
        end(ok({ next }));
      } else if (status !== 200) {
        const isMissing = status === 404 || status === 410;
        end(unreachable(url.href, isMissing ? 'image_missing' : `HTTP ${status}`));
      } else read(response, url.href, end);
    });
    signal.addEventListener('abort', slow);
    asked.end();
  });
}

function read(response: IncomingMessage, from: string, end: (step: Step) => void): void {
  const parts: Buffer[] = [];
  let count = 0;
  const tooLarge = (): void => end(refused(from, 'too_many_bytes'));
  if (Number(response.headers['content-length'] ?? 0) > GIVEN_MAX_BYTES) return tooLarge();
  response.on('data', (part: Buffer) => {
    count += part.length;
    // Not what the server says of it but what came.
    if (count > GIVEN_MAX_BYTES) return tooLarge();
    parts.push(part);
  });
  response.on('end', () => {
    if (response.complete) end(ok({ next: null, bytes: new Uint8Array(Buffer.concat(parts)) }));
    else end(unreachable(from, 'image_lost'));
  });
}

function unreachable(asked: string, reason: string): ReturnType<typeof fail> {
  return fail('image_unreachable', { host: nameOf(asked), reason });
}

function refused(asked: string, reason: string): ReturnType<typeof fail> {
  return fail('image_refused', { name: nameOf(asked), reason: `image_${reason}` });
}

/** Without path and query, which may hold a key of somebody's. */
function nameOf(asked: string): string {
  const host = URL.canParse(asked) ? new URL(asked).host : '';
  return host === '' ? asked.slice(0, 80) : host;
}
