import type { Server, Socket } from 'socket.io';

import type { ServerFrame } from '#shared/contract/frames.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { Ports } from '../ports.ts';
import { ROLE_LIMITS } from './role-limits.ts';
import { createTokenBucket } from './token-bucket.ts';

const HANG_UP_MS = 1_000;

type FromScreen = { frame: (frame: unknown) => void };
type ToScreen = { frame: (frame: ServerFrame) => void };
type NoServerEvents = Record<string, never>;
type SocketData = { identity: Identity };
/** A message of engine.io, the layer below socket.io's events. */
export type EnginePacket = { readonly data?: string | Uint8Array };

export type ScreenServer = Server<FromScreen, ToScreen, NoServerEvents, SocketData>;
export type ScreenSocket = Socket<FromScreen, ToScreen, NoServerEvents, SocketData>;

/** A Connection over one socket, which is cut off beyond its role's limits. */
export function createSocketConnection(
  socket: ScreenSocket,
  role: ScreenRole,
  ports: Ports,
): Connection {
  const { clock, logger } = ports;
  const limits = ROLE_LIMITS[role];
  const bucket = createTokenBucket(clock, limits.framesPerSecond, limits.burst);
  const tcp = socket.request.socket;
  // Frames engine.io holds back because the socket is still busy with the ones before.
  let queuedBytes = 0;

  function close(): void {
    socket.disconnect(true);
    // A screen that neither reads nor hangs up is not waited for.
    clock.after(HANG_UP_MS, () => tcp.destroy());
  }

  function cutOff(reason: string): void {
    logger.log('warn', 'screen_cut_off', { role, reason });
    close();
    // What it still sends would be read on until it hangs up.
    if (reason !== 'unknown_event') tcp.destroy();
  }

  socket.conn.on('packetCreate', (packet: EnginePacket) => {
    queuedBytes += queuedBytesOf(packet);
  });
  socket.conn.on('flush', () => {
    queuedBytes = 0;
  });
  socket.conn.on('packet', (packet: EnginePacket) => {
    if (!bucket.take()) return cutOff('too_many_frames');
    if (packet.data !== undefined && typeof packet.data !== 'string') return cutOff('binary');
    if (bytesOf(packet) > limits.maxFrameBytes) cutOff('frame_too_large');
  });
  socket.onAny((event: string) => {
    if (event !== 'frame') cutOff('unknown_event');
  });

  const backlog = (): number => queuedBytes + tcp.writableLength;
  return {
    send(frame) {
      if (!socket.connected) return;
      if (backlog() > limits.maxBacklogBytes) return cutOff('backlog_full');
      socket.emit('frame', frame);
    },
    onFrame: (listener) => void socket.on('frame', listener),
    onClose: (listener) => void socket.once('disconnect', () => listener()),
    close,
    backlog,
  };
}

function bytesOf({ data }: EnginePacket): number {
  return data === undefined ? 0 : Buffer.byteLength(data);
}

/** A frame of a flood: to count its bytes takes as long as to write them. */
const COUNTED_UP_TO = 64 * 1024;

/** Of what waits: large frames, which desks alone are sent, by their characters. */
function queuedBytesOf(packet: EnginePacket): number {
  const length = packet.data?.length ?? 0;
  return length > COUNTED_UP_TO ? length : bytesOf(packet);
}
