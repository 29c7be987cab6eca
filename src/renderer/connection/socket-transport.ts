import { io } from 'socket.io-client';

import type { ScreenRole } from '#shared/model/screen.ts';

import { reconnectDelayMs } from './reconnect-delay.ts';
import type { Transport } from './transport.ts';

/** The message of a connect_error when the screen's cookie is missing, wrong or revoked. */
const NOT_ALLOWED = 'not_allowed';
/** A core that is stopped takes the connection and says nothing. */
const ATTEMPT_LIMIT_MS = 4_000;

/**
 * The browser host's and the second screens' way: socket.io, authenticated by the pairing cookie.
 * One browser may hold the cookies of several roles, so the page says which one it is.
 */
export function createSocketTransport(role: ScreenRole = 'desk'): Transport {
  const socket = io({
    path: '/socket.io',
    auth: { role },
    transports: ['websocket'],
    autoConnect: false,
    // Of our own: socket.io's waits grow within a second beyond the restart they wait for.
    reconnection: false,
    timeout: ATTEMPT_LIMIT_MS,
  });
  let lostSinceMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tryAgain(): void {
    const nowMs = performance.now();
    lostSinceMs ??= nowMs;
    clearTimeout(timer);
    timer = setTimeout(
      () => socket.connect(),
      reconnectDelayMs(nowMs - lostSinceMs, Math.random()),
    );
  }

  return {
    open(handlers) {
      socket.on('connect', () => {
        lostSinceMs = null;
        handlers.onOpen();
      });
      socket.on('frame', (frame: unknown) => handlers.onFrame(frame));
      socket.on('disconnect', () => {
        // What was said after a sleep, before the loss was known, is kept by socket.io and would
        // come before the hello of the next connection. Whoever waits for an answer asks again.
        socket.sendBuffer.length = 0;
        handlers.onLost('lost');
        // Also after a goodbye of the server: asking again tells why.
        tryAgain();
      });
      socket.on('connect_error', (error) => {
        const isRefused = error.message === NOT_ALLOWED;
        handlers.onLost(isRefused ? 'refused' : 'lost');
        if (!isRefused) tryAgain();
      });
      socket.connect();
    },
    send(frame) {
      // Not buffered: socket.io would deliver it before the hello of the next connection.
      if (socket.connected) socket.emit('frame', frame);
    },
    close() {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
