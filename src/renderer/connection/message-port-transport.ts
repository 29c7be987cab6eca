import type { Transport, TransportHandlers } from './transport.ts';

/** What the preload posts to the page together with one port; again after each start of the core. */
export const PORT_MESSAGE = 'cuedesk-port';

/** The desktop app's way: a port to the core's process, handed over by the preload. */
export function createMessagePortTransport(page: Window): Transport {
  let handlers: TransportHandlers | null = null;
  let port: MessagePort | null = null;
  // A port that came before `open` is kept: the preload may be faster than the page.
  let waiting: MessagePort | null = null;

  function take(next: MessagePort, to: TransportHandlers): void {
    dropPort();
    port = next;
    next.onmessage = (event: MessageEvent<unknown>) => {
      if (port === next) to.onFrame(event.data);
    };
    // Chromium says so when the other end's process is gone.
    next.addEventListener('close', () => {
      if (port !== next) return;
      port = null;
      to.onLost('lost');
    });
    next.start();
    to.onOpen();
  }

  function dropPort(): void {
    if (port === null) return;
    port.onmessage = null;
    port.close();
    port = null;
  }

  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== page || event.data !== PORT_MESSAGE) return;
    const next = event.ports[0];
    if (next === undefined) return;
    if (handlers === null) waiting = next;
    else take(next, handlers);
  }

  page.addEventListener('message', onMessage);

  return {
    open(nextHandlers) {
      handlers = nextHandlers;
      if (waiting === null) return;
      const next = waiting;
      waiting = null;
      take(next, nextHandlers);
    },
    send(frame) {
      port?.postMessage(frame);
    },
    close() {
      page.removeEventListener('message', onMessage);
      dropPort();
      handlers = null;
    },
  };
}
