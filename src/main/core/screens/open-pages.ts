import type { IncomingMessage, ServerResponse } from 'node:http';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { IMAGES_PATH } from '#shared/rules/image-address.ts';
import { SecondScreenRole, type ScreenRole } from '#shared/model/screen.ts';
import type { CoreConfig } from '../core.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { BRIDGE_PATH, type BridgeDeps, createBridgeRoutes } from './bridge-routes.ts';
import { answerImage } from './image-route.ts';
import { LOOPBACK } from './local-addresses.ts';
import { readPageFile } from './page-file.ts';
import { pageHeaders } from './page-headers.rules.ts';
import { openListener, type PageListener } from './page-listener.ts';
import { answerError } from './page-requests.ts';
import { createPairRoutes, type PairDeps } from './pair-routes.ts';
import { CLI_SOCKET_PATH } from './runtime-file.ts';
import type { ScreenSockets } from './screen-sockets.ts';
import { openSocketRoute } from './socket-route.ts';

export const PAIR_PATH = '/pair';
export const PAIR_WAIT_PATH = '/pair-wait';
export const DESK_LINK_PATH = '/desk-link';
const SOCKET_PATH = '/socket.io';

export type PagesDeps = PairDeps &
  BridgeDeps & {
    readonly config: CoreConfig;
    readonly db: ReadableDatabase;
    readonly sockets: ScreenSockets;
    deskUrl(): string;
  };

export type OpenPages = PageListener;

/**
 * Serves pages, pairing and sockets on one address. The desk and local programs are let in on
 * loopback only, the desk only where it is not a window of the app. Refused: address_unavailable.
 */
export async function openPages(
  address: string,
  port: number,
  deps: PagesDeps,
): Promise<Result<OpenPages>> {
  const { ports, config, access } = deps;
  const isLoopback = address === LOOPBACK;
  const hasDesk = isLoopback && config.hostKind !== 'app';
  const second = SecondScreenRole.options;
  const pages = hasDesk ? ['desk', ...second] : second;
  const screenRoles = new Set<ScreenRole>([
    ...(hasDesk ? ['desk' as const] : []),
    ...second,
    'team',
  ]);
  // A phone of an assistant is told of no pictures, and gets none.
  const pictured = new Set([...screenRoles].filter((role) => role !== 'assistant'));
  const sockets = [openSocketRoute(deps.sockets, SOCKET_PATH, 'page', screenRoles)];
  if (isLoopback) {
    const programs = new Set<ScreenRole>(['cli']);
    sockets.push(openSocketRoute(deps.sockets, CLI_SOCKET_PATH, 'program', programs));
  }
  const pairing = createPairRoutes(deps, screenRoles);
  const bridge = createBridgeRoutes(deps, isLoopback);

  function deskLink(request: IncomingMessage, response: ServerResponse): void {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!hasDesk || token === undefined || !access.isCliToken(token)) {
      return answerError(response, fail('not_allowed', {}).error);
    }
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify({ url: deps.deskUrl() }));
  }

  async function fileOf(request: IncomingMessage, path: string) {
    if (path.startsWith(IMAGES_PATH)) {
      const { db } = deps;
      return answerImage(request, path, pictured, { db, access, dataFolder: config.dataFolder });
    }
    if (config.pagesFolder === null) return 'not_found';
    return (await readPageFile(config.pagesFolder, new Set(pages), path)) ?? 'not_found';
  }

  async function servePage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const headers = pageHeaders([`ws://${request.headers.host ?? ''}`]);
    const noBody = { ...headers, 'Content-Length': 0, 'Cache-Control': 'no-store' };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...noBody, Allow: 'GET, HEAD' }).end();
      return;
    }
    if (path === '/favicon.ico') {
      // Browsers ask without being told to; a page that has an icon names it itself.
      response.writeHead(204, { ...headers, 'Cache-Control': 'private, max-age=86400' }).end();
      return;
    }
    const moved = redirect(path, pages);
    if (moved !== null) {
      response.writeHead(302, { ...noBody, Location: moved }).end();
      return;
    }
    const file = await fileOf(request, path);
    if (file === 'not_allowed' || file === 'not_found') {
      response.writeHead(file === 'not_allowed' ? 403 : 404, noBody).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': file.body.length,
      'Cache-Control': file.cacheControl,
    });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  const opened = await openListener(address, port, {
    ports,
    sockets,
    programPaths: new Set([DESK_LINK_PATH]),
    bridge,
    async handle(request, response, path) {
      if (path.startsWith(BRIDGE_PATH)) return bridge.handle(request, response, path);
      if (request.method === 'POST' && path === PAIR_PATH) return pairing.pair(request, response);
      if (request.method === 'POST' && path === PAIR_WAIT_PATH) {
        return pairing.wait(request, response);
      }
      if (request.method === 'POST' && path === DESK_LINK_PATH) return deskLink(request, response);
      return servePage(request, response, path);
    },
  });
  const closeSockets = () => Promise.all([bridge, ...sockets].map((route) => route.close()));
  if (!opened.ok) {
    await closeSockets();
    return opened;
  }
  return ok({
    address,
    port: opened.value.port,
    async close() {
      await closeSockets();
      await opened.value.close();
    },
  });
}

/** `/` and a page without its slash; relative, so that nothing of the request is echoed. */
function redirect(path: string, pages: readonly string[]): string | null {
  if (path === '/') return `/${pages[0]}/`;
  const page = pages.find((name) => path === `/${name}`);
  return page === undefined ? null : `/${page}/`;
}
