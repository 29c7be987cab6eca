/** Response headers of every page, shared by the page server and the desktop app's own protocol. */

/** The one foreign host a page may load from: the images of emotes. */
export const IMAGE_HOST = 'https://static-cdn.jtvnw.net';

/** `connect` lists what scripts may connect to beside the page's own origin. */
export function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${IMAGE_HOST} data:`,
    "media-src 'self'",
    // Safari before 15.4 does not count ws: as 'self'.
    ["connect-src 'self'", ...connect].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function pageHeaders(connect: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}
