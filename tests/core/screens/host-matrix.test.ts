import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { exchange, networkAddress, runHostMatrix } from '#tests/support/host-matrix.ts';
import { expectOk, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

const address = networkAddress();

test('every cell of the Host / Origin / method / role matrix is answered as the rules say', async () => {
  const { cells, refused, passed, handled, wrong } = await runHostMatrix(address);
  expect(wrong).toEqual([]);
  expect(refused + passed).toBe(cells);
  expect(cells).toBeGreaterThan(15_000);
  // Nothing but the allowed cells was seen by a handler or socket.io; those at a path of nobody not even.
  expect(handled).toBeLessThanOrEqual(passed);
  expect(handled).toBeGreaterThan(0);
}, 240_000);

describe('on an address of the network', () => {
  let rig: ScreensRig;
  let place: { readonly address: string; readonly port: number };
  beforeAll(async () => {
    rig = await startScreensRig();
    expectOk(await rig.screens.listen(address));
    place = { address, port: rig.slice().listen?.port ?? 0 };
  });
  afterAll(() => rig.close());

  test.each([
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/1.0 without a host', 'GET /anchor/ HTTP/1.0\r\n\r\n'],
    ['a folded header', 'GET /anchor/ HTTP/1.1\r\nHost:\r\n evil.example\r\n\r\n'],
    ['a space before the colon', 'GET /anchor/ HTTP/1.1\r\nHost : OWN\r\n\r\n'],
    [
      'two lengths',
      'POST /pair HTTP/1.1\r\nHost: OWN\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    [
      'length and chunks',
      'POST /pair HTTP/1.1\r\nHost: OWN\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    ],
    ['an expectation', 'POST /pair HTTP/1.1\r\nHost: evil\r\nExpect: 100-continue\r\n\r\n'],
    ['an odd expectation', 'POST /pair HTTP/1.1\r\nHost: evil\r\nExpect: the-worst\r\n\r\n'],
    ['bytes of no protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
  ])('%s is refused or closed', async (_what, bytes) => {
    const own = bytes.replaceAll('OWN', `${place.address}:${place.port}`);
    const ended = own.endsWith('\r\n\r\n') ? own : `${own}\r\n\r\n`;
    expect([0, 400, 403]).toContain(await exchange(place, ended));
  });

  test('a second request on a connection is looked at like the first', async () => {
    const own = `Host: ${place.address}:${place.port}`;
    const first = `HEAD /anchor/ HTTP/1.1\r\n${own}\r\n\r\n`;
    expect(await exchange(place, first)).toBe(200);
    const refusedBefore = rig.lines.filter(({ event }) => event === 'page_request_refused').length;
    await exchange(place, `${first}GET /anchor/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
    const refused = (): number =>
      rig.lines.filter(({ event }) => event === 'page_request_refused').length;
    while (refused() === refusedBefore) await new Promise((resolve) => setImmediate(resolve));
    expect(refused()).toBe(refusedBefore + 1);
  });
});
