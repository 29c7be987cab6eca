import type { RoomId, ScreenId } from '#shared/model/ids.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { Ports } from '../ports.ts';
import { STRANGER_LIMITS } from './role-limits.ts';
import type { ScreenAccess } from './screen-access.ts';
import {
  createSocketConnection,
  type EnginePacket,
  type ScreenServer,
  type ScreenSocket,
} from './socket-connection.ts';

export interface ScreenSockets {
  /** Lets these roles in by this server from now on. */
  serve(io: ScreenServer, roles: ReadonlySet<ScreenRole>): void;
  isConnected(screenId: ScreenId): boolean;
  /** Sockets of this role that may see this room. */
  connectedCount(roomId: RoomId, role: ScreenRole): number;
  /** Sends every socket of a revoked screen away. */
  disconnect(screenId: ScreenId): void;
  /** Drops sockets that may not be open any more; they try again until they may. */
  dropClosed(): void;
}

/** A socket of engine.io, the layer below socket.io. */
type EngineLine = ScreenSocket['conn'];

/** All sockets of paired screens and local programs, whatever address they came in by. */
export function createScreenSockets(deps: {
  readonly ports: Ports;
  readonly access: ScreenAccess;
  serve(connection: Connection, identity: Identity): void;
  /** False while second screens are switched off. */
  isOpenTo(role: ScreenRole): boolean;
  /** A screen came or went. */
  onPresence(identity: Identity): void;
}): ScreenSockets {
  const { ports, access } = deps;
  type Live = { readonly identity: Identity; readonly socket: ScreenSocket };
  const live = new Map<Connection, Live>();

  /** Ends a socket that does not say in time and in few words who it is; kept until it is known. */
  const strangers = new WeakMap<object, () => void>();

  function watchStranger(line: EngineLine): void {
    let packets = 0;
    const onPacket = ({ data }: EnginePacket): void => {
      packets += 1;
      const isGreeting = data === undefined || typeof data === 'string';
      const isLong = data !== undefined && Buffer.byteLength(data) > STRANGER_LIMITS.packetBytes;
      if (!isGreeting || isLong || packets > STRANGER_LIMITS.packets) line.request.socket.destroy();
    };
    const stopTimer = ports.clock.after(STRANGER_LIMITS.greetMs, () => {
      line.request.socket.destroy();
    });
    line.on('packet', onPacket);
    line.once('close', stopTimer);
    strangers.set(line, () => {
      stopTimer();
      line.off('packet', onPacket);
    });
  }

  function serve(io: ScreenServer, roles: ReadonlySet<ScreenRole>): void {
    io.engine.on('connection', watchStranger);
    io.use((socket, next) => {
      const { auth, headers } = socket.handshake;
      const identity = access.identify(auth, headers.cookie, roles);
      if (identity === null) {
        next(new Error('not_allowed'));
        return;
      }
      if (!deps.isOpenTo(identity.role)) {
        // Not a refusal, which would send the screen away for good: the line just drops.
        socket.conn.close();
        return;
      }
      strangers.get(socket.conn)?.();
      strangers.delete(socket.conn);
      socket.data.identity = identity;
      next();
    });
    io.on('connection', (socket) => {
      const { identity } = socket.data;
      const connection = createSocketConnection(socket, identity.role, ports);
      live.set(connection, { identity, socket });
      connection.onClose(() => {
        live.delete(connection);
        deps.onPresence(identity);
      });
      deps.serve(connection, identity);
      deps.onPresence(identity);
    });
  }

  return {
    serve,
    isConnected: (screenId) =>
      [...live.values()].some(({ identity }) => identity.screenId === screenId),
    connectedCount: (roomId, role) =>
      [...live.values()].filter(
        ({ identity }) =>
          identity.role === role && (identity.roomId === null || identity.roomId === roomId),
      ).length,
    disconnect(screenId) {
      for (const [connection, { identity }] of live) {
        if (identity.screenId === screenId) connection.close();
      }
    },
    dropClosed() {
      for (const { identity, socket } of live.values()) {
        if (!deps.isOpenTo(identity.role)) socket.conn.close();
      }
    },
  };
}
