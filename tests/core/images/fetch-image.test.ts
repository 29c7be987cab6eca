import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { fetchImage, FETCH_LIMIT_MS } from '#core/images/fetch-image.ts';
import { imageAddressOf } from '#core/images/image-address.rules.ts';
import type { ImageNetwork } from '#core/images/image-network.ts';
import { ImagesService } from '#core/images/images.service.ts';
import { IMAGE_PART_BYTES } from '#shared/contract/image-commands.ts';
import { jpegOf, pngBomb, pngOf } from '#tests/support/sample-images.ts';
import { SHOP_CERTIFICATE, SHOP_KEY } from '#tests/support/shop-certificate.ts';
import { testPorts, type TestPorts } from '#tests/support/test-ports.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

/** An address of the internet; what is dialled there is the server of this test. */
const SHOP = '93.184.216.34';
const PICTURE = pngOf(4, 3);

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

let ports: TestPorts;
let server: ReturnType<typeof createServer>;
let serve: Serve;
let names: Map<string, readonly string[]>;
/** Where connections were opened to, and for which paths something was asked. */
let dialled: string[];
let asked: string[];
let network: ImageNetwork;

beforeEach(async () => {
  ports = testPorts();
  names = new Map([['shop.example', [SHOP]]]);
  dialled = [];
  asked = [];
  serve = (_request, response) => response.end(PICTURE);
  server = createServer({ cert: SHOP_CERTIFICATE, key: SHOP_KEY }, (request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    serve(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  network = {
    resolve: (host) => Promise.resolve(names.get(host) ?? []),
    dial(address, wanted) {
      dialled.push(`${address}:${wanted}`);
      return connect({ host: '127.0.0.1', port });
    },
    ca: SHOP_CERTIFICATE,
  };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const fetched = (address: string) => fetchImage(address, network, ports.clock);
const refusal = async (address: string): Promise<unknown> => {
  const result = await fetched(address);
  return result.ok ? 'taken' : `${result.error.code} ${result.error.params['reason']}`;
};
const leads =
  (to: string): Serve =>
  (_request, response) =>
    response.writeHead(302, { Location: to }).end();

test('the bytes of a picture, from the address that was looked at and no other', async () => {
  const result = await fetched('https://shop.example/a.png?size=1');
  expect(result.ok && Buffer.from(result.value).equals(PICTURE)).toBe(true);
  expect(dialled).toEqual([`${SHOP}:443`]);
  expect(asked).toEqual(['shop.example/a.png?size=1']);
  expect(ports.clock.timerCount()).toBe(0);
});

test('a name is resolved once: what it becomes afterwards is not asked', async () => {
  let times = 0;
  network = {
    ...network,
    resolve() {
      times += 1;
      return Promise.resolve([times === 1 ? SHOP : '127.0.0.1']);
    },
  };
  expect(await refusal('https://shop.example/')).toBe('taken');
  expect(times).toBe(1);
  expect(dialled).toEqual([`${SHOP}:443`]);
});

describe('nothing is connected to', () => {
  test.each([
    ['http://shop.example/a.png', 'image_scheme'],
    ['file:///etc/passwd', 'image_scheme'],
    ['data:image/png;base64,AAAA', 'image_scheme'],
    ['shop.example/a.png', 'image_form'],
    ['https://user:word@shop.example/a.png', 'image_form'],
    ['https://127.0.0.1/a.png', 'image_private'],
    ['https://2130706433/a.png', 'image_private'],
    ['https://0x7f.1/a.png', 'image_private'],
    ['https://[::1]/a.png', 'image_private'],
    ['https://[::ffff:10.0.0.1]/a.png', 'image_private'],
    ['https://[64:ff9b::a00:1]/a.png', 'image_private'],
    ['https://169.254.169.254/latest', 'image_private'],
    ['https://localhost/a.png', 'image_private'],
    ['https://nas.local./a.png', 'image_private'],
    ['https://nobody.example/a.png', 'image_no_host'],
  ])('for %s', async (address, reason) => {
    expect(await refusal(address)).toBe(`image_unreachable ${reason}`);
    expect(dialled).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '169.254.169.254',
    '10.0.0.8',
    '100.64.0.1',
    '224.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fe80::1',
  ])('where a name resolves to %s, be it beside a good address', async (inside) => {
    for (const found of [[inside], [SHOP, inside]]) {
      names.set('shop.example', found);
      expect(await refusal('https://shop.example/a.png')).toBe('image_unreachable image_private');
    }
    expect(dialled).toEqual([]);
  });
});

describe('a redirect', () => {
  test('is followed to where the internet is, each looked at anew', async () => {
    names.set('cdn.example', ['1.1.1.1']);
    serve = ({ url }, response) => {
      if (url === '/a.png') leads('https://cdn.example:8443/b.png')({} as never, response);
      else if (url === '/b.png') leads('/c.png')({} as never, response);
      else response.end(PICTURE);
    };
    expect(await refusal('https://shop.example/a.png')).toBe('taken');
    expect(dialled).toEqual([`${SHOP}:443`, '1.1.1.1:8443', '1.1.1.1:8443']);
  });

  test.each([
    ['https://10.0.0.8/secret', 'image_private'],
    ['https://inside.example/secret', 'image_private'],
    ['http://shop.example/a.png', 'image_scheme'],
    ['file:///etc/passwd', 'image_scheme'],
  ])('to %s is not followed', async (to, reason) => {
    names.set('inside.example', ['192.168.1.1']);
    serve = leads(to);
    expect(await refusal('https://shop.example/a.png')).toBe(`image_unreachable ${reason}`);
    expect(dialled).toEqual([`${SHOP}:443`]);
  });

  test('to a redirect and so on comes to an end', async () => {
    serve = leads('/again.png');
    expect(await refusal('https://shop.example/a.png')).toBe('image_unreachable image_redirects');
    expect(dialled).toHaveLength(4);
  });
});

describe('what a server sends', () => {
  test.each([
    ['an SVG that is called a PNG', Buffer.from('<svg xmlns="a"/>'), 'not_image'],
    ['a page', Buffer.from('<!doctype html>'), 'not_image'],
    ['nothing', Buffer.alloc(0), 'not_image'],
    ['half a JPEG', jpegOf(9, 9).subarray(0, -2), 'cut_off'],
    ['a bomb', pngBomb(30_000, 30_000), 'too_many_pixels'],
  ])('%s: refused by its bytes', async (_name, bytes, reason) => {
    serve = (_request, response) => response.setHeader('Content-Type', 'image/png').end(bytes);
    expect(await refusal('https://shop.example/a.png')).toBe(`image_refused image_${reason}`);
  });

  test('6 MB: is not read to its end, whether it is said before or not', async () => {
    const large = Buffer.alloc(6 * 1024 * 1024);
    for (const says of [true, false]) {
      serve = (_request, response) => {
        if (says) response.setHeader('Content-Length', large.length);
        response.end(large);
      };
      const refused = await refusal('https://shop.example/a.png');
      expect(refused).toBe('image_refused image_too_many_bytes');
    }
  });

  test.each([
    [404, 'image_missing'],
    [410, 'image_missing'],
    [403, 'HTTP 403'],
    [500, 'HTTP 500'],
    [304, 'HTTP 304'],
  ])('%s: says so', async (status, reason) => {
    serve = (_request, response) => response.writeHead(status).end();
    expect(await refusal('https://shop.example/a.png')).toBe(`image_unreachable ${reason}`);
  });

  test('less than it said, or a line that breaks', async () => {
    serve = (_request, response) => {
      response.writeHead(200, { 'Content-Length': PICTURE.length });
      response.write(PICTURE.subarray(0, 20), () => response.destroy());
    };
    expect(await refusal('https://shop.example/a.png')).toBe('image_unreachable image_lost');
  });
});

test('a certificate of somebody else, or that nobody trusts, is the end of it', async () => {
  names.set('other.example', [SHOP]);
  expect(await refusal('https://other.example/a.png')).toBe('image_unreachable image_lost');
  network = { ...network, ca: null };
  expect(await refusal('https://shop.example/a.png')).toBe('image_unreachable image_lost');
  expect(asked).toEqual([]);
});

describe('when the time is up', () => {
  const late = async (): Promise<unknown> => {
    const waiting = refusal('https://shop.example/a.png');
    await began;
    ports.clock.advance(FETCH_LIMIT_MS);
    return waiting;
  };
  let began: Promise<void>;
  function once(): () => void {
    let tell: () => void = () => undefined;
    began = new Promise((resolve) => {
      tell = resolve;
    });
    return () => tell();
  }

  test('a server that says nothing is left', async () => {
    serve = once();
    expect(await late()).toBe('image_unreachable image_slow');
  });

  test('so is one that sends a little and then no more', async () => {
    const tell = once();
    serve = (_request, response) => {
      response.writeHead(200, { 'Content-Length': 1_000 });
      response.write(PICTURE.subarray(0, 20), tell);
    };
    expect(await late()).toBe('image_unreachable image_slow');
  });

  test('and a name that is not resolved', async () => {
    const tell = once();
    network = {
      ...network,
      resolve() {
        tell();
        return new Promise(() => undefined);
      },
    };
    expect(await late()).toBe('image_unreachable image_slow');
    expect(dialled).toEqual([]);
  });
});

describe('what was fetched', () => {
  const large = Buffer.concat([PICTURE, Buffer.alloc(900_000, 7)]);
  let held: TestStore;
  let images: ImagesService;
  beforeEach(() => {
    held = openTestStore();
    const { store, folder: dataFolder } = held;
    images = new ImagesService({ db: store.db, ports, dataFolder, network });
    serve = (_request, response) => response.end(large);
  });
  afterEach(() => {
    images.close();
    held.close();
  });
  const fetchId = async (): Promise<string> => {
    const found = await images.fetch(' https://shop.example/a.png ');
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    expect(found.value.bytes).toBe(large.length);
    return found.value.fetchId;
  };
  const part = (id: string, from: number): Buffer | null => {
    const got = images.part(id, from);
    return got.ok ? Buffer.from(got.value.data, 'base64') : null;
  };

  test('is given to the desk in parts, and is whole when they are put together', async () => {
    const id = await fetchId();
    const parts: Buffer[] = [];
    for (let from = 0; from < large.length; from += IMAGE_PART_BYTES) {
      parts.push(part(id, from) ?? Buffer.alloc(0));
    }
    expect(parts).toHaveLength(3);
    expect(Buffer.concat(parts).equals(large)).toBe(true);
  });

  test('makes room for the next one, and is forgotten after a while', async () => {
    const first = await fetchId();
    const second = await fetchId();
    expect(part(first, 0)).toBeNull();
    expect(part(second, 0)).not.toBeNull();
    ports.clock.advance(60_000);
    expect(part(second, 0)).toBeNull();
    expect(ports.clock.timerCount()).toBe(0);
  });
});

test('an address is taken or not whatever is typed, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.ipV4(), fc.ipV6()), (typed) => {
      for (const text of [typed, `https://${typed}`, `https://[${typed}]/`]) {
        const { url, problem } = imageAddressOf(text);
        expect(url === null).toBe(problem !== null);
        expect(url?.protocol ?? 'https:').toBe('https:');
      }
    }),
  );
});
