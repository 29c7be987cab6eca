import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Server } from 'socket.io';
import type * as SocketClient from 'socket.io-client';
import { afterEach, expect, test, vi } from 'vitest';

import type { ClientFrame } from '#shared/contract/frames.ts';

const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
  vi.doUnmock('socket.io-client');
});

/** The page's own socket, which asks the server its page came from; here that is another one. */
async function transportTo(port: number) {
  vi.doMock('socket.io-client', async (load) => {
    const real = await load<typeof SocketClient>();
    const io = (options: object) => real.io(`http://127.0.0.1:${port}`, options);
    return { ...real, io };
  });
  const { createSocketTransport } = await import('#renderer/connection/socket-transport.ts');
  return createSocketTransport();
}

test('what was sent after a sleep, before the loss was known, does not come before the next hello', async () => {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const heard: string[] = [];
  const hello = (): Promise<void> =>
    new Promise((resolve) => {
      server.once('connection', (socket) =>
        socket.on('frame', (frame: ClientFrame) => {
          heard.push(frame.type);
          if (frame.type === 'hello') resolve();
        }),
      );
    });
  const transport = await transportTo(port);
  const say = (type: string) => transport.send({ type } as ClientFrame);
  const first = hello();
  transport.open({ onOpen: () => say('hello'), onFrame: () => undefined, onLost: () => undefined });
  await first;

  const again = hello();
  const slept = Date.now() + HOUR_MS;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(slept);
  say('command');
  clock.mockRestore();
  await again;

  expect(heard).toEqual(['hello', 'hello']);
  transport.close();
  await server.close();
});
