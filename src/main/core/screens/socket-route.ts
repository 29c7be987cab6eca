import { createServer } from 'node:http';

import { Server } from 'socket.io';

import type { ScreenRole } from '#shared/model/screen.ts';
import { frameParser } from './frame-parser.ts';
import type { SocketRoute } from './page-listener.ts';
import { maxFrameBytesOf } from './role-limits.ts';
import type { ScreenSockets } from './screen-sockets.ts';
import type { ScreenServer } from './socket-connection.ts';

export type OwnedRoute = SocketRoute & { close(): Promise<void> };

/** A socket.io server behind `path` that lets these roles in. */
export function openSocketRoute(
  sockets: ScreenSockets,
  path: string,
  caller: SocketRoute['caller'],
  roles: ReadonlySet<ScreenRole>,
): OwnedRoute {
  const io: ScreenServer = new Server({
    path,
    transports: ['websocket'],
    serveClient: false,
    parser: frameParser,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    maxHttpBufferSize: maxFrameBytesOf(roles),
  });
  // Attached to a server that never listens: upgrades reach it only through the listener's guard.
  const upgradeTo = createServer();
  io.attach(upgradeTo);
  sockets.serve(io, roles);
  return { path, caller, upgradeTo, close: () => io.close() };
}
