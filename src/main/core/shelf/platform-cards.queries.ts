import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type ToldRow = {
  readonly code: string;
  readonly platform: string;
  readonly priceMinor: number | null;
  readonly couponPriceMinor: number | null;
  readonly currency: string | null;
  readonly stock: number | null;
  /** Units of the product that were paid for before it was told. */
  readonly unitsPaid: number;
};

/** What platforms told of products (19) in a show, oldest first; of other rows only the index is read. */
export function productsTold(db: ReadableDatabase, showId: number): readonly ToldRow[] {
  return db.all(sql`
    SELECT json_extract(e.body, '$.productId') AS code, json_extract(e.body, '$.platform') AS platform,
      json_extract(e.body, '$.price.amountMinor') AS priceMinor,
      json_extract(e.body, '$.couponPrice.amountMinor') AS couponPriceMinor,
      coalesce(json_extract(e.body, '$.price.currency'),
        json_extract(e.body, '$.couponPrice.currency')) AS currency,
      CASE json_extract(e.body, '$.state') WHEN 'soldout' THEN 0
        ELSE json_extract(e.body, '$.stock') END AS stock,
      (SELECT coalesce(sum(json_extract(o.body, '$.qty')), 0) FROM events o INDEXED BY events_few
        WHERE o.show_id = e.show_id AND o.kind = 17 AND o.seq < e.seq
          AND json_extract(o.body, '$.status') = 'paid'
          AND json_extract(o.body, '$.productId') = json_extract(e.body, '$.productId')) AS unitsPaid
    FROM events e INDEXED BY events_by_minute
    WHERE e.show_id = ${showId} AND e.kind = 19 ORDER BY e.seq`);
}
