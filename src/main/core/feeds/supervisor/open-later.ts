import type { Logger } from '../../ports.ts';
import type { LinkConnection, LinkListener, LinkMessage } from './live-link.ts';

/**
 * A connection whose code is loaded when it is first opened, so that a core without such a source never
 * reads it. Until then it is one whose socket is still being opened; code that cannot be loaded is a
 * connection that failed.
 */
export function openLater<M extends LinkMessage>(
  load: () => Promise<(listener: LinkListener<M>) => LinkConnection>,
  listener: LinkListener<M>,
  logger: Logger,
): LinkConnection {
  let opened: LinkConnection | null = null;
  let isUnwanted = false;
  listener.awaits('connect_timeout');
  load().then(
    (open) => {
      if (!isUnwanted) opened = open(listener);
    },
    (error: unknown) => {
      logger.log('error', 'link_not_loaded', { reason: String(error) });
      if (!isUnwanted) listener.ended('connect_failed');
    },
  );
  return {
    ping: () => opened?.ping(),
    async close() {
      isUnwanted = true;
      await opened?.close();
    },
    cut() {
      isUnwanted = true;
      opened?.cut();
    },
  };
}
