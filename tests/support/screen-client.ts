import { io, type Socket } from 'socket.io-client';

import { CLI_SOCKET_PATH } from '#core/screens/runtime-file.ts';
import type { ScreenRole } from '#shared/model/screen.ts';

import { rawHttp, type RawAnswer } from './raw-http.ts';

/** POST /pair as a page of this address sends it. */
export function postPair(
  port: number,
  body: Readonly<Record<string, string>>,
  options: {
    readonly cookie?: string;
    readonly address?: string;
    /** The device's own address; any of this machine. */
    readonly from?: string;
  } = {},
): Promise<RawAnswer> {
  const address = options.address ?? '127.0.0.1';
  return rawHttp(
    port,
    'POST /pair',
    [
      `Host: ${address}:${port}`,
      `Origin: http://${address}:${port}`,
      'Content-Type: application/json',
      ...(options.cookie === undefined ? [] : [`Cookie: ${options.cookie}`]),
    ],
    JSON.stringify(body),
    address,
    options.from,
  );
}

/** POST /pair-wait as the page of this role sends it. */
export function postWait(
  port: number,
  role: ScreenRole,
  cookie: string,
  address = '127.0.0.1',
  hold = true,
): Promise<RawAnswer> {
  return rawHttp(
    port,
    'POST /pair-wait',
    [
      `Host: ${address}:${port}`,
      `Origin: http://${address}:${port}`,
      'Content-Type: application/json',
      `Cookie: ${cookie}`,
    ],
    JSON.stringify({ role, hold }),
    address,
  );
}

/** The `name=value` of a pairing's answer. */
export function cookieOf(answer: RawAnswer): string {
  return answer.headers['set-cookie']?.split(';')[0] ?? '';
}

export function codeOf(url: string): string {
  return new URL(url).hash.replace('#code=', '');
}

/** A screen's socket as its page opens it; not connected yet. */
export function screenSocket(
  port: number,
  role: ScreenRole,
  cookie: string,
  address = '127.0.0.1',
): Socket {
  return io(`http://${address}:${port}`, {
    path: '/socket.io',
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    auth: { role },
    extraHeaders: { Origin: `http://${address}:${port}`, Cookie: cookie },
  });
}

export function programSocket(port: number, token: string): Socket {
  return io(`http://127.0.0.1:${port}`, {
    path: CLI_SOCKET_PATH,
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    auth: { role: 'cli', token },
  });
}

/** Connects; resolves with 'connected' or with why not. */
export function outcome(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', (error) => resolve(error.message));
    socket.connect();
  });
}

/** Why the socket was closed, once it is. */
export function disconnected(socket: Socket): Promise<string> {
  return new Promise((resolve) => void socket.once('disconnect', resolve));
}

/** As `disconnected`, also for a socket that was never let in. */
export function disconnectedEngine(socket: Socket): Promise<string> {
  return new Promise((resolve) => void socket.io.once('close', resolve));
}
