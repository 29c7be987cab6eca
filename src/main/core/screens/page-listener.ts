import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Ports } from '../ports.ts';
import { LISTENER_LIMITS, limitConnections } from './connection-limits.ts';
import {
  allowedHosts,
  guardBridge,
  type GuardedRequest,
  guardPage,
  guardProgram,
  type GuardVerdict,
} from './host-guard.rules.ts';

/** One path of a listener that speaks socket.io; the server behind it does not listen itself. */
export type SocketRoute = {
  readonly path: string;
  /** `program`: local programs, which send no Origin; `page`: pages, which must send theirs. */
  readonly caller: 'page' | 'program';
  readonly upgradeTo: Server;
};

/** The paths of bridges, which have guests of their own. */
export type BridgeRoute = {
  /** What all of them begin with. */
  readonly path: string;
  allowsOrigin(origin: string): boolean;
  /** False where nothing is served: then the socket is still the caller's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): boolean;
};

export type PageListener = {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
};

export type ListenerDeps = {
  readonly ports: Ports;
  readonly sockets: readonly SocketRoute[];
  /** Paths of POST requests that local programs send. */
  readonly programPaths: ReadonlySet<string>;
  readonly bridge: BridgeRoute;
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
};

/**
 * One address of the page server. Every request and every upgrade passes the Host and Origin checks
 * before anything else sees it, and every connection the limits. Refused: address_unavailable.
 */
export async function openListener(
  address: string,
  wantedPort: number,
  deps: ListenerDeps,
): Promise<Result<PageListener>> {
  const { logger } = deps.ports;
  const server = createServer({
    requestTimeout: LISTENER_LIMITS.requestMs,
    headersTimeout: LISTENER_LIMITS.requestMs,
    keepAliveTimeout: LISTENER_LIMITS.idleMs,
    connectionsCheckingInterval: LISTENER_LIMITS.idleMs,
    maxHeaderSize: LISTENER_LIMITS.headerBytes,
    // A request without Host is refused by the guard like every other wrong one.
    requireHostHeader: false,
  });
  const connections = limitConnections(server, deps.ports);
  const listening = await listen(server, address, wantedPort);
  if (!listening.ok) return listening;
  const port = listening.value;
  const allowed = allowedHosts(address, port);

  function verdictOn(
    request: IncomingMessage,
    isUpgrade: boolean,
    guard: typeof guardPage,
  ): GuardVerdict {
    const { bridge } = deps;
    const asked = guarded(request, isUpgrade);
    const isBridge = pathOf(request).startsWith(bridge.path);
    return isBridge
      ? guardBridge(asked, allowed, (origin) => bridge.allowsOrigin(origin))
      : guard(asked, allowed);
  }

  /** False when the request was answered with a refusal. */
  function mayPass(request: IncomingMessage, response: ServerResponse): boolean {
    const isProgram = deps.programPaths.has(pathOf(request));
    const verdict = verdictOn(request, false, isProgram ? guardProgram : guardPage);
    if (verdict === 'pass') return true;
    logger.log('warn', 'page_request_refused', { verdict, method: request.method ?? '' });
    response.writeHead(403, { Connection: 'close', 'Content-Length': 0 }).end();
    return false;
  }

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    if (!mayPass(request, response)) return;
    deps.handle(request, response, pathOf(request)).catch((error: unknown) => {
      logger.log('error', 'page_request_failed', { error: String(error) });
      if (!response.headersSent) response.writeHead(500, { Connection: 'close' });
      response.end();
    });
  }

  server.on('request', onRequest);
  // Without these two Node would answer `Expect` by itself, before any check.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!mayPass(request, response)) return;
    response.writeContinue();
    onRequest(request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    if (!mayPass(request, response)) return;
    response.writeHead(417, { Connection: 'close', 'Content-Length': 0 }).end();
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = pathOf(request);
    const route = deps.sockets.find((candidate) => path.startsWith(`${candidate.path}/`));
    const guard = route?.caller === 'program' ? guardProgram : guardPage;
    const verdict = verdictOn(request, true, guard);
    if (verdict !== 'pass') {
      logger.log('warn', 'page_upgrade_refused', { verdict });
      return refuseUpgrade(socket, '403 Forbidden');
    }
    if (path.startsWith(deps.bridge.path) && deps.bridge.upgrade(request, socket, head, path))
      return;
    if (route === undefined) return refuseUpgrade(socket, '404 Not Found');
    route.upgradeTo.emit('upgrade', request, socket, head);
  });

  return ok({
    address,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // Upgraded and half-open ones, which the server does not count as its own any more.
        connections.destroyAll();
      }),
  });
}

function listen(server: Server, address: string, port: number): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(fail('address_unavailable', { address, port, reason: error.code ?? 'unknown' }));
    });
    server.listen({ host: address, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      const bound = server.address();
      resolve(ok(isInfo(bound) ? bound.port : port));
    });
  });
}

function isInfo(bound: AddressInfo | string | null): bound is AddressInfo {
  return bound !== null && typeof bound !== 'string';
}

function guarded(request: IncomingMessage, isUpgrade: boolean): GuardedRequest {
  return {
    method: request.method ?? '',
    isUpgrade,
    target: request.url ?? '',
    hosts: headersNamed(request, 'host'),
    origins: headersNamed(request, 'origin'),
  };
}

/** Every header of this name as sent; Node itself keeps the first or joins them. */
function headersNamed(request: IncomingMessage, name: string): readonly string[] {
  const { rawHeaders } = request;
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

/** The path as sent, without query. */
function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '';
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  const answer = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  // A client that keeps its half open would keep ours as well.
  socket.end(answer, () => socket.destroy());
}
