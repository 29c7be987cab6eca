import { deviceName } from '#renderer/connection/device-name.ts';
import { createMessagePortTransport } from '#renderer/connection/message-port-transport.ts';
import { pairByLink } from '#renderer/connection/pair-by-link.ts';
import { createSocketTransport } from '#renderer/connection/socket-transport.ts';
import type { Transport } from '#renderer/connection/transport.ts';

/** Only the desktop app serves its pages under this scheme. */
const APP_PROTOCOL = 'cuedesk:';

export interface OpenTransport {
  readonly transport: Transport;
  readonly screenName: string;
  /** Settles when the link's code, if there was one, has been exchanged for the cookie. */
  readonly ready: Promise<unknown>;
}

/** The way to the core from where this page runs: the app's port, or the browser host's socket. */
export function openTransport(page: Window): OpenTransport {
  const screenName = deviceName(page.navigator.userAgent, page.navigator.maxTouchPoints);
  if (page.location.protocol === APP_PROTOCOL) {
    return { transport: createMessagePortTransport(page), screenName, ready: Promise.resolve() };
  }
  // A used-up code is no failure by itself: the cookie of the time before may let this desk in.
  return {
    transport: createSocketTransport('desk'),
    screenName,
    ready: pairByLink(page, screenName),
  };
}
