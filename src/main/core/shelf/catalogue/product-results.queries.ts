import { ShowId, type RoomId } from '#shared/model/ids.ts';
import type { ProductResult } from '#shared/model/product-details.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

type ShowRow = {
  readonly showId: number;
  readonly title: string;
  readonly startedTs: number | null;
  readonly pushes: number;
  readonly airtimeMs: number;
};
type PaidRow = {
  readonly currency: string | null;
  readonly exponent: number | null;
  readonly orders: number;
  readonly units: number;
  readonly amountMinor: number;
};

/**
 * What a product came to in each live show that had it on its shelf or pushed it, newest first.
 * `runningShowNow`: the show that is on, and its show time now, for a push that has not ended.
 */
export function resultsOf(
  db: ReadableDatabase,
  roomId: RoomId,
  product: { readonly productId: number; readonly code: string },
  runningShowNow: { readonly showId: number | null; readonly nowTs: number },
  limit: number,
): readonly ProductResult[] {
  const { productId, code } = product;
  const { showId: runningId, nowTs } = runningShowNow;
  const shows = db.all<ShowRow>(sql`
    SELECT s.id AS showId, s.title, s.started_ts AS startedTs, count(u.id) AS pushes,
      coalesce(sum(max(0, coalesce(u.end_ts, CASE WHEN s.id = ${runningId ?? 0} THEN ${nowTs} END,
        u.go_ts) - u.go_ts)), 0) AS airtimeMs
    FROM shows s LEFT JOIN pushes u
      ON u.show_id = s.id AND u.product_id = ${productId} AND u.state <> 'undone'
    WHERE s.room_id = ${roomId} AND s.origin = 'live' AND s.removed_ts IS NULL AND (u.id IS NOT NULL
      OR EXISTS (SELECT 1 FROM shelf_items i WHERE i.show_id = s.id AND i.product_id = ${productId}))
    GROUP BY s.id ORDER BY s.id DESC LIMIT ${limit}`);
  return shows.map(({ showId, airtimeMs, ...show }) => {
    const paid = paidOf(db, showId, code);
    return {
      ...show,
      showId: ShowId.parse(showId),
      airtimeMs: Math.round(airtimeMs),
      ordersPaid: paid.reduce((sum, { orders }) => sum + orders, 0),
      unitsPaid: paid.reduce((sum, { units }) => sum + units, 0),
      paid: paid.flatMap(({ currency, exponent, amountMinor }) =>
        currency === null || exponent === null ? [] : [{ currency, exponent, amountMinor }],
      ),
    };
  });
}

/** Paid orders of a product in a show, by the currency they were paid in. */
function paidOf(db: ReadableDatabase, showId: number, code: string): readonly PaidRow[] {
  // The kind is written out (17 is an order): only so does the partial index serve.
  return db.all(sql`
    SELECT json_extract(body, '$.money.currency') AS currency,
      json_extract(body, '$.money.exponent') AS exponent, count(*) AS orders,
      coalesce(sum(json_extract(body, '$.qty')), 0) AS units,
      coalesce(sum(json_extract(body, '$.money.amountMinor')), 0) AS amountMinor
    FROM events INDEXED BY events_few
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'paid'
      AND json_extract(body, '$.productId') = ${code}
    GROUP BY 1, 2 ORDER BY 1, 2`);
}
