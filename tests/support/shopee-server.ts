import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { z } from 'zod';

/** Requests by the published schemas: these fields, of these types, and no others. */
const id = z.int().positive();
const Ref = z.strictObject({ item_id: id, shop_id: id });
const Bodies = {
  '/api/v2/livestream/add_item_list': z.strictObject({ session_id: id, item_list: z.array(Ref) }),
  '/api/v2/livestream/update_show_item': Ref.extend({ session_id: id }),
  '/api/v2/livestream/delete_show_item': z.strictObject({ session_id: id }),
};
const Renewal = z.strictObject({ refresh_token: z.string(), partner_id: id, user_id: id });

type Item = { readonly item_id: number; readonly shop_id: number; readonly price: number };
/** What becomes of the next call of a path: a status, an error of the platform, or no answer at all. */
export type ShopeeManner =
  | { readonly status: number; readonly retryAfterS?: number }
  | { readonly error: string; readonly message: string }
  | 'hang'
  /** Taken, but nobody hears of it. */
  | 'take_and_hang';

export type ShopeeServer = {
  readonly address: string;
  readonly calls: string[];
  readonly bag: Item[];
  shown: z.infer<typeof Ref> | null;
  accessToken: string;
  refreshToken: string;
  isLive: boolean;
  /** By the last part of a path; taken one by one. */
  readonly manners: Map<string, ShopeeManner[]>;
  close(): Promise<void>;
};

export const PARTNER = { id: 2_001_887, key: 'the partner key', user: 7_001, session: 6_236_215 };

/** Shopee's Open Platform on this machine; `nowMs` is its clock. */
export async function startShopeeServer(nowMs: () => number): Promise<ShopeeServer> {
  const held: ShopeeServer = {
    address: '',
    calls: [],
    bag: [{ item_id: 501, shop_id: 9, price: 259 }],
    shown: null,
    accessToken: 'access-0',
    refreshToken: 'refresh-0',
    isLive: true,
    manners: new Map(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function isSigned(url: URL, isPublic: boolean): boolean {
    const {
      partner_id: partner = '',
      timestamp = '',
      sign,
      access_token: token = '',
    } = Object.fromEntries(url.searchParams);
    const user = url.searchParams.get('user_id') ?? '';
    const text = [partner, url.pathname, timestamp, ...(isPublic ? [] : [token, user])].join('');
    return sign === createHmac('sha256', PARTNER.key).update(text).digest('hex');
  }

  function problem(url: URL, isPublic: boolean): [string, string] | null {
    if (url.searchParams.get('partner_id') !== String(PARTNER.id)) {
      return ['error_auth', 'partner_id is invalid'];
    }
    const age = nowMs() / 1000 - Number(url.searchParams.get('timestamp'));
    if (!(Math.abs(age) <= 300)) return ['error_param', 'Timestamp is expired.'];
    if (!isSigned(url, isPublic)) return ['error_sign', 'Wrong sign.'];
    if (isPublic) return null;
    if (url.searchParams.get('access_token') !== held.accessToken) {
      return ['error_auth', 'Invalid access_token.'];
    }
    return null;
  }

  function renew(body: unknown): object {
    const given = Renewal.parse(body);
    if (given.refresh_token !== held.refreshToken) {
      return { error: 'refresh_token_expired', message: 'Your refresh_token expired.' };
    }
    held.accessToken = `access-${randomBytes(4).toString('hex')}`;
    held.refreshToken = `refresh-${randomBytes(4).toString('hex')}`;
    const { accessToken: access_token, refreshToken: refresh_token } = held;
    const { partner_id, user_id } = given;
    return {
      error: '',
      message: '',
      partner_id,
      user_id,
      access_token,
      refresh_token,
      expire_in: 14_400,
    };
  }

  const itemOf = ({ item_id, shop_id, price }: Item, index: number): object => ({
    item_no: index + 1,
    item_id,
    shop_id,
    name: `Item ${item_id}`,
    image_url: 'https://cf.shopee.sg/file/x',
    price_info: { currency: 'CNY', current_price: price, original_price: price },
  });

  function live(url: URL, body: unknown): unknown {
    const name = url.pathname.split('/').at(-1);
    if (name === 'get_item_list') {
      const offset = Number(url.searchParams.get('offset'));
      const size = Number(url.searchParams.get('page_size'));
      const list = held.bag.map(itemOf).slice(offset, offset + size);
      const more = offset + size < held.bag.length;
      return { more, next_offset: more ? offset + size : 0, list };
    }
    if (name === 'get_show_item') {
      const index = held.bag.findIndex(({ item_id }) => item_id === held.shown?.item_id);
      const item = held.bag[index];
      return item === undefined
        ? { has_show_item: held.shown !== null, item: held.shown ?? undefined }
        : { has_show_item: true, item: itemOf(item, index) };
    }
    if (name === 'add_item_list') {
      const { item_list: added } = Bodies['/api/v2/livestream/add_item_list'].parse(body);
      held.bag.push(...added.map((ref) => ({ ...ref, price: 1 })));
    } else if (name === 'update_show_item') {
      const { item_id, shop_id } = Bodies['/api/v2/livestream/update_show_item'].parse(body);
      held.shown = { item_id, shop_id };
    } else if (name === 'delete_show_item') {
      Bodies['/api/v2/livestream/delete_show_item'].parse(body);
      held.shown = null;
    } else throw new Error(`no such call: ${url.pathname}`);
    return {};
  }

  function answer(url: URL, text: string): object {
    const body: unknown = text === '' ? null : JSON.parse(text);
    const isPublic = url.pathname === '/api/v2/auth/access_token/get';
    const refused = problem(url, isPublic);
    const error = (name: string, message: string) => ({ error: name, message, request_id: 'r' });
    if (refused !== null) return error(...refused);
    if (isPublic) return { ...renew(body), request_id: 'r' };
    if (!held.isLive) {
      return error('error_data', `The session(session_id:${PARTNER.session}) is not ongoing`);
    }
    return { ...error('', ''), response: live(url, body) };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://shopee');
    const name = url.pathname.split('/').at(-1) ?? '';
    held.calls.push(name);
    const manner = held.manners.get(name)?.shift();
    if (manner === 'hang') return;
    if (typeof manner === 'object' && 'status' in manner) {
      const wait = manner.retryAfterS;
      response.writeHead(manner.status, wait === undefined ? {} : { 'retry-after': String(wait) });
      response.end();
      return;
    }
    const said =
      typeof manner === 'object'
        ? { ...manner, request_id: 'r', response: {} }
        : answer(url, Buffer.concat(chunks).toString('utf8'));
    if (manner === 'take_and_hang') return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(held, { address: `http://127.0.0.1:${port}` });
}
