import type BetterSqlite from 'better-sqlite3';
import { expect } from 'vitest';

import { oracleRollups, oracleTotals } from './oracle.ts';

/** Every roll-up of a show equals what plain SQL over its events gives. */
export function expectRollupsEqualOracle(db: BetterSqlite.Database, show: number): void {
  const held = db
    .prepare(
      `SELECT source_room_id, minute, events, chats, chatters, joins, follows, likes, shares, gifts,
         memberships, orders_placed, orders_paid, units_paid, viewers_max, views_total
       FROM minute_counts WHERE show_id = ? ORDER BY source_room_id, minute`,
    )
    .all(show);
  expect(held).toEqual(oracleRollups(db, show));
  const totals = oracleTotals(db, show);
  const money = db.prepare(
    `SELECT currency, exponent, sum(amount_minor) AS amountMinor FROM minute_money
     WHERE show_id = ? AND what = ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  expect(money.all(show, 'order_paid')).toEqual(totals.paid);
  expect(money.all(show, 'tip')).toEqual(totals.tips);
  expect(
    db
      .prepare(
        `SELECT unit, sum(quantity) AS quantity FROM minute_virtual WHERE show_id = ?
         GROUP BY 1 ORDER BY 1`,
      )
      .all(show),
  ).toEqual(totals.giftValues);
  expect(db.prepare('SELECT count(*) FROM show_chatters WHERE show_id = ?').pluck().get(show)).toBe(
    totals.chatters,
  );
}
