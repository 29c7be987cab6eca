import type BetterSqlite from 'better-sqlite3';

/** What the roll-ups of a show hold, in the shape of the oracle's `oracleFigures`. */
export function heldFigures(db: BetterSqlite.Database, show: number) {
  const money = db.prepare(
    `SELECT currency, exponent, sum(amount_minor) AS amountMinor FROM minute_money
     WHERE show_id = ? AND what = ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return {
    minutes: db
      .prepare(
        `SELECT source_room_id, minute, events, chats, chatters, joins, follows, likes, shares,
           gifts, memberships, orders_placed, orders_paid, units_paid, viewers_max, views_total
         FROM minute_counts WHERE show_id = ? ORDER BY source_room_id, minute`,
      )
      .all(show),
    paid: money.all(show, 'order_paid'),
    tips: money.all(show, 'tip'),
    giftValues: db
      .prepare(
        `SELECT unit, sum(quantity) AS quantity FROM minute_virtual WHERE show_id = ?
         GROUP BY 1 ORDER BY 1`,
      )
      .all(show),
    tens: db.prepare('SELECT ten, chats FROM chat_tens WHERE show_id = ? ORDER BY ten').all(show),
    chatters: db.prepare('SELECT count(*) FROM show_chatters WHERE show_id = ?').pluck().get(show),
  };
}
