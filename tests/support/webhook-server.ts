import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** What the server does with a request: a status, a redirect, or nothing for as long as it stands. */
export type WebhookManner = number | { readonly location: string } | 'hang';

export type WebhookServer = {
  readonly url: string;
  readonly received: Received[];
  /** For the next requests, in their order; the last one stays. */
  manners: WebhookManner[];
  close(): Promise<void>;
};

/** Somebody's back office on this machine. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const received: Received[] = [];
  const held: WebhookServer = {
    url: '',
    received,
    manners: [200],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const manner = held.manners.length > 1 ? held.manners.shift() : held.manners[0];
      if (manner === 'hang' || manner === undefined) return;
      if (typeof manner === 'number') response.writeHead(manner).end();
      else response.writeHead(302, { location: manner.location }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(held, { url: `http://127.0.0.1:${port}/hook` });
}
