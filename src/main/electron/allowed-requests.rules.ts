import { IMAGE_HOST } from '#core/screens/page-headers.rules.ts';

import { isAppUrl } from './app-origin.ts';

// Electron's names of what a request is for.
const IMAGE = 'image';
const EMBEDDED: ReadonlySet<string> = new Set([IMAGE, 'media']);

/**
 * What may leave a page: the app's own files, emote images by https, and what is embedded in the
 * page itself. `file:`, `http:`, `ws:` and every other scheme are refused.
 */
export function isAllowedRequest(url: string, resourceType: string): boolean {
  if (!URL.canParse(url)) return false;
  if (isAppUrl(url)) return true;
  const { protocol, origin } = new URL(url);
  if (protocol === 'data:') return EMBEDDED.has(resourceType);
  return origin === IMAGE_HOST && resourceType === IMAGE;
}
