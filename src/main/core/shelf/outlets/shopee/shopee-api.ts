import type { OutletConfigOf } from '#shared/model/outlet.ts';
import type { z } from 'zod';
import { EmptyAnswer, ItemListAnswer, ShowItemAnswer, type ShopeeItem } from './shopee-answers.ts';
import type { ShopeeCall, ShopeeClient, ShopeeReply } from './shopee-client.ts';
import type { ShopeeItemId, ShownItem } from './shopee-item.rules.ts';
import type { ShopeeTokens } from './shopee-tokens.ts';

const LIVE = '/api/v2/livestream';
const PAGE_SIZE = 100;
/** Items of one session that are read. */
const PAGES_MAX = 5;

type Call = Pick<ShopeeCall<unknown>, 'query' | 'body' | 'isOnce'> & { readonly name: string };

/** The documented calls for the item that a session shows, each with a token that is valid. */
export class ShopeeApi {
  readonly #config: OutletConfigOf<'shopee'>;
  readonly #client: ShopeeClient;
  readonly #tokens: ShopeeTokens;

  constructor(config: OutletConfigOf<'shopee'>, client: ShopeeClient, tokens: ShopeeTokens) {
    this.#config = config;
    this.#client = client;
    this.#tokens = tokens;
  }

  /** Everything in the session's bag, in its order. */
  async items(signal: AbortSignal): Promise<ShopeeReply<readonly ShopeeItem[]>> {
    const items: ShopeeItem[] = [];
    let offset = 0;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const part = { offset: String(offset), page_size: String(PAGE_SIZE) };
      const query = { session_id: String(this.#config.sessionId), ...part };
      const how = { name: 'get_item_list', query, body: null, isOnce: false };
      const reply = await this.#call(how, ItemListAnswer, signal);
      if (!reply.ok) return reply;
      const { list, more, next_offset: next } = reply.value;
      items.push(...list);
      if (!more || next === undefined || next <= offset) break;
      offset = next;
    }
    return { ok: true, value: items };
  }

  /** Null: nothing is shown. `isOnce`: not tried again. */
  async shown(signal: AbortSignal, isOnce: boolean): Promise<ShopeeReply<ShownItem | null>> {
    const query = { session_id: String(this.#config.sessionId) };
    const how = { name: 'get_show_item', query, body: null, isOnce };
    const reply = await this.#call(how, ShowItemAnswer, signal);
    if (!reply.ok) return reply;
    const { has_show_item: isShown, item } = reply.value;
    if (!isShown || item === undefined) return { ok: true, value: null };
    return { ok: true, value: { itemId: item.item_id, shopId: item.shop_id, name: item.name } };
  }

  add({ itemId, shopId }: ShopeeItemId, signal: AbortSignal): Promise<ShopeeReply<unknown>> {
    const body = { item_list: [{ item_id: itemId, shop_id: shopId }] };
    return this.#post('add_item_list', body, signal);
  }

  /** Null: nothing is to be shown. */
  show(item: ShopeeItemId | null, signal: AbortSignal): Promise<ShopeeReply<unknown>> {
    if (item === null) return this.#post('delete_show_item', {}, signal);
    const body = { item_id: item.itemId, shop_id: item.shopId };
    return this.#post('update_show_item', body, signal);
  }

  #post(
    name: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<ShopeeReply<unknown>> {
    const whole = { session_id: this.#config.sessionId, ...body };
    return this.#call({ name, query: {}, body: whole, isOnce: false }, EmptyAnswer, signal);
  }

  async #call<T>(
    { name, ...how }: Call,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<ShopeeReply<T>> {
    const { userId } = this.#config;
    const ask = async (stale: string | null) => {
      const token = await this.#tokens.access(stale);
      if (!token.ok) return { token: null, reply: token };
      const user = { userId, accessToken: token.value };
      const call = { path: `${LIVE}/${name}`, user, schema, part: 'response' as const, ...how };
      return { token: token.value, reply: await this.#client.call(call, signal) };
    };
    const first = await ask(null);
    if (first.reply.ok || first.token === null || first.reply.remedy !== 'renew') {
      return first.reply;
    }
    return (await ask(first.token)).reply;
  }
}
