import { z } from 'zod';

const id = z.int().positive();

const Price = z.object({ currency: z.string(), current_price: z.number().min(0) });

/** An item in the bag of a session, or the one that is shown; fields this program has no use for are left out. */
const Item = z.object({
  item_no: z.int().optional(),
  item_id: id,
  shop_id: id,
  name: z.string().default(''),
  price_info: Price.optional(),
});
export type ShopeeItem = z.infer<typeof Item>;

/** v2.livestream.get_item_list */
export const ItemListAnswer = z.object({
  more: z.boolean(),
  next_offset: z.int().min(0).optional(),
  list: z.array(Item),
});

/** v2.livestream.get_show_item */
export const ShowItemAnswer = z.object({ has_show_item: z.boolean(), item: Item.optional() });

/** v2.livestream.add_item_list, update_show_item and delete_show_item say nothing more. */
export const EmptyAnswer = z.unknown();

/** Of every call; an empty `error` is none. */
export const Envelope = z.object({
  error: z.string(),
  message: z.string().default(''),
  response: z.unknown().optional(),
});

/** v2.public.refresh_access_token; `expire_in`: seconds. */
export const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expire_in: z.number().positive(),
});
