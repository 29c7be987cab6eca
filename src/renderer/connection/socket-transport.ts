import { io } from 'socket.io-client';

import type { ScreenRole } from '#shared/model/screen.ts';

import type { Transport } from './transport.ts';

/** The message of a connect_error when the screen's cookie is missing, wrong or revoked. */
const NOT_ALLOWED = 'not_allowed';

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
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
  });

  return {
    open(handlers) {
      socket.on('connect', () => handlers.onOpen());
      socket.on('frame', (frame: unknown) => handlers.onFrame(frame));
      socket.on('disconnect', (reason) => {
        handlers.onLost('lost');
        // After a goodbye of the server socket.io stays away; asking again tells why.
        if (reason === 'io server disconnect') socket.connect();
      });
      socket.on('connect_error', (error) => {
        handlers.onLost(error.message === NOT_ALLOWED ? 'refused' : 'lost');
      });
      socket.connect();
    },
    send(frame) {
      // Not buffered: socket.io would deliver it before the hello of the next connection.
      if (socket.connected) socket.emit('frame', frame);
    },
    close() {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
