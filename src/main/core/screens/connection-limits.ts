import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Ports } from '../ports.ts';

/** What one address of the page server takes; loopback and network have a listener each. */
export const LISTENER_LIMITS = {
  /** Connections at a time; further ones are closed as they come. */
  connections: 256,
  /** Of these from one address: a tablet's browser opens six and a socket. */
  perAddress: 48,
  /** From the connection, or from the last answer, to the end of a request's headers and body. */
  requestMs: 10_000,
  /** An answered connection that says nothing more. */
  idleMs: 5_000,
  headerBytes: 8 * 1024,
  /** Requests on one connection before it must be opened anew. */
  requests: 1_000,
} as const;

export interface OpenConnections {
  count(): number;
  /** Ends every connection, upgraded ones too. */
  destroyAll(): void;
}

/** Bounds how many connections a server holds, and how long one may take to say what it wants. */
export function limitConnections(server: Server, ports: Ports): OpenConnections {
  const { clock } = ports;
  const open = new Set<Socket>();
  const perAddress = new Map<string, number>();
  /** Runs while a connection has not said yet what it wants. */
  const deadlines = new WeakMap<Duplex, () => void>();
  server.maxConnections = LISTENER_LIMITS.connections;
  server.maxRequestsPerSocket = LISTENER_LIMITS.requests;

  function waitFor(socket: Duplex): void {
    heard(socket);
    deadlines.set(
      socket,
      clock.after(LISTENER_LIMITS.requestMs, () => socket.destroy()),
    );
  }

  function heard(socket: Duplex): void {
    deadlines.get(socket)?.();
    deadlines.delete(socket);
  }

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (perAddress.get(address) ?? 0) + 1;
    if (count > LISTENER_LIMITS.perAddress) {
      socket.destroy();
      return;
    }
    perAddress.set(address, count);
    open.add(socket);
    waitFor(socket);
    socket.once('close', () => {
      open.delete(socket);
      heard(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left === 0) perAddress.delete(address);
      else perAddress.set(address, left);
    });
  });

  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // The headers are there; the body has as long again.
    waitFor(socket);
    if (request.complete) heard(socket);
    else request.once('end', () => heard(socket));
    response.once('close', () => {
      if (!socket.destroyed) waitFor(socket);
    });
  });
  server.prependListener('upgrade', (_request: IncomingMessage, socket: Duplex) => heard(socket));

  return {
    count: () => open.size,
    destroyAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
