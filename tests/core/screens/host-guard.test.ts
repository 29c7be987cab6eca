import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { rawHttp } from '#tests/support/raw-http.ts';
import { type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

let rig: ScreensRig;
beforeAll(async () => {
  rig = await startScreensRig();
});
afterAll(() => rig.close());

const BAD_HOSTS = [
  ['none', []],
  ['another name', ['Host: evil.example:PORT']],
  ['a rebinding name', ['Host: 127.0.0.1.evil.example:PORT']],
  ['another port', ['Host: 127.0.0.1:1']],
  ['no port', ['Host: 127.0.0.1']],
  ['a name of this machine that is not served', ['Host: [::1]:PORT']],
  ['user information', ['Host: 127.0.0.1:PORT@evil.example']],
  ['two', ['Host: 127.0.0.1:PORT', 'Host: evil.example']],
] as const;

const BAD_ORIGINS = [
  'null',
  'http://evil.example',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:1',
  'http://127.0.0.1:PORT.evil.example',
  'file://',
] as const;

const REQUESTS = [
  { name: 'page', line: 'GET /desk/', extra: [] },
  { name: 'pairing', line: 'POST /pair', extra: ['Content-Type: application/json'] },
  { name: 'desk link', line: 'POST /desk-link', extra: ['Authorization: Bearer TOKEN'] },
  { name: 'screen socket', line: 'GET /socket.io/?EIO=4&transport=websocket', extra: upgrade() },
  {
    name: 'program socket',
    line: 'GET /socket.io-cli/?EIO=4&transport=websocket',
    extra: upgrade(),
  },
] as const;

function upgrade(): readonly string[] {
  return [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
}

function send(line: string, headers: readonly string[], body = '') {
  const filled = headers.map((header) =>
    header.replaceAll('PORT', String(rig.port)).replaceAll('TOKEN', rig.screens.cliToken()),
  );
  return rawHttp(rig.port, line, filled, body);
}

const OWN_HOST = 'Host: 127.0.0.1:PORT';
const OWN_ORIGIN = 'Origin: http://127.0.0.1:PORT';

describe('Host and Origin', () => {
  for (const request of REQUESTS) {
    for (const [what, hosts] of BAD_HOSTS) {
      test(`${request.name}: host ${what} is refused before anything else`, async () => {
        const answer = await send(request.line, [...hosts, ...request.extra]);
        expect(answer.status).toBe(403);
        expect(answer.body).toBe('');
      });
    }
    for (const origin of BAD_ORIGINS) {
      test(`${request.name}: origin ${origin} is refused`, async () => {
        const headers = [OWN_HOST, `Origin: ${origin}`, ...request.extra];
        expect((await send(request.line, headers)).status).toBe(403);
      });
    }
  }

  test('rebinding, where Host and Origin agree with one another, is refused', async () => {
    const headers = ['Host: evil.example:PORT', 'Origin: http://evil.example:PORT'];
    expect((await send('GET /desk/', headers)).status).toBe(403);
  });

  test('what changes something must say where it comes from', async () => {
    expect((await send('POST /pair', [OWN_HOST])).status).toBe(403);
    const socket = REQUESTS[3];
    expect((await send(socket.line, [OWN_HOST, ...socket.extra])).status).toBe(403);
  });

  test('a program may not be a web page', async () => {
    const program = REQUESTS[4];
    const asPage = [OWN_HOST, OWN_ORIGIN, ...program.extra];
    expect((await send(program.line, asPage)).status).toBe(403);
    expect((await send(program.line, [OWN_HOST, ...program.extra])).status).toBe(101);
  });

  test('the own page passes, by address and by name', async () => {
    expect((await send('GET /desk/', [OWN_HOST])).status).toBe(200);
    expect((await send('GET /desk/', ['Host: localhost:PORT'])).status).toBe(200);
    const socket = REQUESTS[3];
    const answer = await send(socket.line, [OWN_HOST, OWN_ORIGIN, ...socket.extra]);
    expect(answer.status).toBe(101);
  });

  test('sockets are reached only through their own paths', async () => {
    const answer = await send('GET /elsewhere/', [OWN_HOST, OWN_ORIGIN, ...upgrade()]);
    expect(answer.status).toBe(404);
    const polling = await send('GET /socket.io/?EIO=4&transport=polling', [OWN_HOST]);
    expect(polling.status).toBe(404);
  });
});

describe('desk link', () => {
  test('needs the token of local programs', async () => {
    const wrong = await send('POST /desk-link', [OWN_HOST, 'Authorization: Bearer wrong']);
    expect(wrong.status).toBe(403);
    const right = await send('POST /desk-link', [OWN_HOST, 'Authorization: Bearer TOKEN']);
    expect(right.status).toBe(200);
    expect(right.body).toContain(`http://127.0.0.1:${rig.port}/desk/#code=`);
  });
});
