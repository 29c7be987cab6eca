import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A cable between a browser and the desk that a test can pull and put back: bytes wait, no end is told. */
export type Cable = {
  readonly port: number;
  pull(): void;
  putBack(): void;
  close(): Promise<void>;
};

/** Lays it to a port of this address. */
export async function layCable(address: string, port: number): Promise<Cable> {
  const ends = new Set<Socket>();
  let isPulled = false;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(port, address);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes: Buffer) => void to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      if (isPulled) from.pause();
      else from.resume();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    pull() {
      isPulled = true;
      for (const end of ends) end.pause();
    },
    putBack() {
      isPulled = false;
      for (const end of ends) end.resume();
    },
    close() {
      for (const end of ends) end.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
