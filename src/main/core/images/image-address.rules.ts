import { isIP } from 'node:net';

import { isPublicAddress } from '../network/public-address.rules.ts';

export const IMAGE_ADDRESS_FAULTS = ['image_form', 'image_scheme', 'image_private'] as const;

export type ImageAddress =
  | { readonly url: URL; readonly problem: null }
  | { readonly url: null; readonly problem: (typeof IMAGE_ADDRESS_FAULTS)[number] };

/**
 * Where a picture may be fetched from: https to the internet, without a user. A name is looked at
 * again when it is resolved, and every redirect as if it had been typed.
 */
export function imageAddressOf(typed: string): ImageAddress {
  if (!URL.canParse(typed)) return { url: null, problem: 'image_form' };
  const url = new URL(typed);
  if (url.protocol !== 'https:') return { url: null, problem: 'image_scheme' };
  if (url.username !== '' || url.password !== '') return { url: null, problem: 'image_form' };
  const host = hostOf(url);
  const isInside = isIP(host) === 0 ? isLocalName(host) : !isPublicAddress(host);
  return isInside ? { url: null, problem: 'image_private' } : { url, problem: null };
}

/** The host as it is connected to: a name, or an address without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Names that are this machine's or a network's own whatever they resolve to (RFC 6761, RFC 6762). */
function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || /(?:^|\.)(?:localhost|local|internal)$/.test(name);
}
