import { z } from 'zod';

import { ShowId, Timestamp } from './ids.ts';
import { HeldTarget } from './show-target.ts';
import { ListedShow, ShowFigures, ShowProduct } from './show-list.ts';

/** One minute of a show, counted from its start. */
export const ShowMinute = z.strictObject({
  /** 0 is the minute of the start. */
  place: z.int(),
  viewers: z.int().nullable(),
  chats: z.int(),
  ordersPaid: z.int(),
  /** Minor units of the show's currency. */
  paidMinor: z.int(),
});
export type ShowMinute = z.infer<typeof ShowMinute>;

/** One of two shows that are compared. */
export const ShowSide = z.strictObject({
  show: ListedShow,
  /** On the platforms that both had; null where they had none in common. */
  alike: ShowFigures.nullable(),
  /** Platforms of this show that the other did not have: left out of `alike` and of the minutes. */
  leftOut: z.array(z.string()),
  minutes: z.array(ShowMinute),
  products: z.array(ShowProduct.extend({ name: z.string() })),
  /** What it should come to. */
  targets: z.array(HeldTarget.pick({ name: true, value: true, currency: true })),
});
export type ShowSide = z.infer<typeof ShowSide>;

/** What one product came to in one show. */
export const ProductInShow = ShowProduct.extend({
  showId: ShowId,
  startedTs: Timestamp.nullable(),
});
export type ProductInShow = z.infer<typeof ProductInShow>;
