import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';

/** How fetching a picture reaches the network, so that a test can stand for it. */
export interface ImageNetwork {
  /** Every address of a name. Rejects where there is none. */
  resolve(host: string): Promise<readonly string[]>;
  /** A connection to exactly this address. */
  dial(address: string, port: number): Socket;
  /** Certificates to trust beside the system's, PEM; null: none. */
  readonly ca: string | null;
}

export const internet: ImageNetwork = {
  async resolve(host) {
    const found = await lookup(host, { all: true, verbatim: true });
    return found.map(({ address }) => address);
  },
  dial: (address, port) => connect({ host: address, port }),
  ca: null,
};
