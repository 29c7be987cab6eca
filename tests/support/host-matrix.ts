import { createServer } from 'node:http';
import { connect } from 'node:net';

import { localAddresses, LOOPBACK } from '#core/screens/local-addresses.ts';
import { openListener } from '#core/screens/page-listener.ts';
import { CLI_SOCKET_PATH } from '#core/screens/runtime-file.ts';

import { testPorts } from './test-ports.ts';

const AT_A_TIME = 24;

/** An address of this machine that others can reach. Throws where there is none: loopback proves nothing. */
export function networkAddress(): string {
  const address = localAddresses().find((one) => one !== LOOPBACK);
  if (address === undefined) throw new Error('this machine has no address but loopback');
  return address;
}

type Place = { readonly address: string; readonly port: number };
/** Header lines as sent; several lines are several headers. */
type Headers = readonly string[];
type Row = readonly [name: string, lines: (place: Place) => Headers];

/** Only the first is right. */
const HOSTS: readonly Row[] = [
  ['own', ({ address, port }) => [`Host: ${address}:${port}`]],
  ['none', () => []],
  ['empty', () => ['Host:']],
  ['twice the own', ({ address, port }) => Array(2).fill(`Host: ${address}:${port}`)],
  ['own, then another', ({ address, port }) => [`Host: ${address}:${port}`, 'Host: evil.example']],
  ['another, then own', ({ address, port }) => ['Host: evil.example', `hOST: ${address}:${port}`]],
  ['two in one', ({ address, port }) => [`Host: ${address}:${port}, evil.example`]],
  ['no port', ({ address }) => [`Host: ${address}`]],
  ['another port', ({ address }) => [`Host: ${address}:1`]],
  ['port 80', ({ address }) => [`Host: ${address}:80`]],
  ['port with a zero', ({ address, port }) => [`Host: ${address}:0${port}`]],
  ['port twice', ({ address, port }) => [`Host: ${address}:${port}:${port}`]],
  ['trailing dot', ({ address, port }) => [`Host: ${address}.:${port}`]],
  ['loopback', ({ port }) => [`Host: 127.0.0.1:${port}`]],
  ['localhost', ({ port }) => [`Host: localhost:${port}`]],
  ['upper case name', ({ port }) => [`Host: LOCALHOST:${port}`]],
  ['any address', ({ port }) => [`Host: 0.0.0.0:${port}`]],
  ['IPv6 loopback', ({ port }) => [`Host: [::1]:${port}`]],
  ['IPv6 of it', ({ address, port }) => [`Host: [::ffff:${address}]:${port}`]],
  ['as one number', ({ address, port }) => [`Host: ${asNumber(address)}:${port}`]],
  ['in octal', ({ address, port }) => [`Host: ${asOctal(address)}:${port}`]],
  ['a rebinding name', ({ address, port }) => [`Host: ${address}.evil.example:${port}`]],
  ['a foreign name', ({ port }) => [`Host: evil.example:${port}`]],
  ['user before it', ({ address, port }) => [`Host: evil.example@${address}:${port}`]],
  ['it as user', ({ address, port }) => [`Host: ${address}:${port}@evil.example`]],
  ['a path in it', ({ address, port }) => [`Host: ${address}:${port}/evil`]],
  ['a scheme in it', ({ address, port }) => [`Host: http://${address}:${port}`]],
  ['a NUL byte', ({ address, port }) => [`Host: ${address}:${port}\0.evil.example`]],
  [
    'forwarded instead',
    ({ address, port }) => ['Host: evil.example', `X-Forwarded-Host: ${address}:${port}`],
  ],
];

/** Only the first two can be right. */
const ORIGINS: readonly Row[] = [
  ['none', () => []],
  ['own', ({ address, port }) => [`Origin: http://${address}:${port}`]],
  ['null', () => ['Origin: null']],
  ['empty', () => ['Origin:']],
  ['foreign', () => ['Origin: http://evil.example']],
  ['rebinding', ({ port }) => [`Origin: http://evil.example:${port}`]],
  ['another scheme', ({ address, port }) => [`Origin: https://${address}:${port}`]],
  ['another port', ({ address }) => [`Origin: http://${address}:1`]],
  ['no port', ({ address }) => [`Origin: http://${address}`]],
  ['longer', ({ address, port }) => [`Origin: http://${address}:${port}.evil.example`]],
  [
    'own and foreign',
    ({ address, port }) => [`Origin: http://${address}:${port}`, 'Origin: http://evil.example'],
  ],
  ['file', () => ['Origin: file://']],
];

const TARGETS: readonly (readonly [string, (place: Place) => string])[] = [
  ['path', () => '/anchor/'],
  ['pairing', () => '/pair'],
  ['program', () => '/desk-link'],
  ['absolute form', ({ address, port }) => `http://${address}:${port}/anchor/`],
  ['absolute form of another', () => 'http://evil.example/anchor/'],
  ['star', () => '*'],
];

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT'] as const;
const SOCKET_PATHS = ['/socket.io/', `${CLI_SOCKET_PATH}/`, '/elsewhere/'] as const;
const COOKIES = ['none', 'desk', 'anchor', 'overlay', 'assistant', 'team', 'cli'] as const;

export type MatrixResult = {
  readonly cells: number;
  /** Cells that had to be refused, and were: 403, or closed without an answer. */
  readonly refused: number;
  readonly passed: number;
  /** Requests that reached a handler or socket.io. */
  readonly handled: number;
  /** Cells that were not answered as the rules say. */
  readonly wrong: readonly string[];
};

type Cell = { readonly name: string; readonly bytes: string; readonly mayPass: boolean };

/**
 * The whole Host / Origin / method / role matrix, byte by byte, against a listener on `address`. What
 * is allowed is said here once more, from the rules and not from the code.
 */
export async function runHostMatrix(address: string): Promise<MatrixResult> {
  let handled = 0;
  const upgradeTo = createServer();
  upgradeTo.on('upgrade', (_request, socket) => {
    handled += 1;
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: close\r\n\r\n');
  });
  const opened = await openListener(address, 0, {
    ports: testPorts(),
    sockets: [
      { path: '/socket.io', caller: 'page', upgradeTo },
      { path: CLI_SOCKET_PATH, caller: 'program', upgradeTo },
    ],
    programPaths: new Set(['/desk-link']),
    bridge: { path: '/bridge/v1/', allowsOrigin: () => false, upgrade: () => false },
    handle: async (_request, response) => {
      handled += 1;
      response.writeHead(200, { Connection: 'close', 'Content-Length': 0 }).end();
    },
  });
  if (!opened.ok) throw new Error(`not opened: ${opened.error.code}`);
  const place = { address, port: opened.value.port };
  const cells = allCells(place);
  const wrong: string[] = [];
  let refused = 0;
  let passed = 0;
  for (let at = 0; at < cells.length; at += AT_A_TIME) {
    const some = cells.slice(at, at + AT_A_TIME);
    const answers = await Promise.all(some.map(({ bytes }) => exchange(place, bytes)));
    some.forEach(({ name, mayPass }, position) => {
      const status = answers[position] ?? 0;
      const isRefused = status === 403 || status === 400 || status === 0;
      // An upgrade at a path of nobody passes the check and finds nothing.
      if (mayPass ? isRefused : !isRefused) wrong.push(`${name}: ${status}`);
      else if (mayPass) passed += 1;
      else refused += 1;
    });
  }
  await opened.value.close();
  return { cells: cells.length, refused, passed, handled, wrong };
}

function allCells(place: Place): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [position, [hostName, host]] of HOSTS.entries()) {
    for (const [originName, origin] of ORIGINS) {
      for (const role of COOKIES) {
        const cookie =
          role === 'none' ? [] : [`Cookie: cuedesk_${role}_0badcafe=${'x'.repeat(43)}`];
        const headers = [...host(place), ...origin(place), ...cookie];
        const isOwnHost = position === 0;
        const add = (what: string, line: string, more: Headers, mayPass: boolean): void => {
          const head = [`${line} HTTP/1.1`, ...headers, ...more, '', ''].join('\r\n');
          const name = `${what}, host ${hostName}, origin ${originName}, cookie ${role}`;
          cells.push({ name, bytes: head, mayPass: isOwnHost && mayPass });
        };
        for (const path of SOCKET_PATHS) {
          const isProgram = path.startsWith(CLI_SOCKET_PATH);
          const mayPass = isProgram ? originName === 'none' : originName === 'own';
          add(`upgrade ${path}`, `GET ${path}?EIO=4&transport=websocket`, UPGRADE, mayPass);
        }
        // The role cannot matter to what no role may do: one of them stands for all.
        if (role !== 'none' && !(role === 'desk' && originName === 'own')) continue;
        for (const method of METHODS) {
          const isReading = method === 'GET' || method === 'HEAD';
          for (const [targetName, target] of TARGETS) {
            const isPath = target(place).startsWith('/');
            const mayPass =
              targetName === 'program'
                ? originName === 'none'
                : originName === 'own' || (originName === 'none' && isReading);
            const more = ['Connection: close', 'Content-Length: 0'];
            add(`${method} ${targetName}`, `${method} ${target(place)}`, more, isPath && mayPass);
          }
        }
      }
    }
  }
  return cells;
}

const UPGRADE: Headers = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

/** Sends these bytes and no others; resolves with the status, 0 when it was closed without one. */
export function exchange({ address, port }: Place, bytes: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    let text = '';
    const finish = (): void => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0));
    };
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\r\n\r\n')) finish();
    });
    socket.on('close', finish);
    socket.on('error', finish);
    socket.write(bytes, 'latin1');
  });
}

function asNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function asOctal(address: string): string {
  return address
    .split('.')
    .map((part) => `0${Number(part).toString(8)}`)
    .join('.');
}
