import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { showLift } from '#core/lift/show-lift.ts';
import { storedMinutesOf } from '#core/lift/stored-minutes.ts';
import { RoomId, ShowId } from '#shared/model/ids.ts';
import { ShowLift } from '#shared/model/lift.ts';
import { noisyShow } from '#tests/support/lift/noisy-shows.ts';
import { storePlanted } from '#tests/support/lift/stored-planted.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const COLUMNS = { chat: 'chats', inflow: 'joins', follows: 'follows', orders: 'orders_paid' };

let test_: TestStore;
beforeEach(() => {
  test_ = openTestStore();
});
afterEach(() => test_.close());

async function liftOf(planted: ReturnType<typeof noisyShow>): Promise<ShowLift> {
  const { db } = test_.store;
  const { roomId, showId } = storePlanted(db, 'main', planted);
  const read = await showLift(db, roomId, showId, planted.show.endTs, () => ALL);
  if (!read.ok) throw new Error(read.error.code);
  return ShowLift.parse(read.value);
}

describe('what followed in a stored show', () => {
  test('every figure names its acts and minutes, and they are those of the store', async () => {
    const planted = noisyShow(40_003, 'flat');
    const lift = await liftOf(planted);
    const sql = test_.reader();
    const seen = new Set<string>();
    for (const { actId, ts, figures } of lift.acts) {
      const [table, id] = actId.split(' ');
      const column = table === 'push' ? 'go_ts' : 'sent_ts';
      const name = table === 'push' ? 'pushes' : 'cues';
      expect(sql.prepare(`SELECT ${column} FROM ${name} WHERE id = ?`).pluck().get(id)).toBe(ts);
      for (const { figure, fromMinute, minutes, came, matched } of figures) {
        expect(fromMinute * 60_000).toBeGreaterThan(ts - 60_000);
        expect(matched.length).toBeGreaterThanOrEqual(3);
        for (const minute of matched) expect(Math.abs(minute - fromMinute)).toBeGreaterThan(4);
        if (figure === 'online' || figure === 'leavers' || figure === 'clicks') continue;
        const counted = sql
          .prepare(
            `SELECT sum(${COLUMNS[figure]}) FROM minute_counts WHERE minute >= ? AND minute < ?`,
          )
          .pluck()
          .get(fromMinute, fromMinute + minutes);
        expect(came).toBe(counted);
        seen.add(figure);
      }
    }
    expect([...seen].toSorted()).toEqual(['chat', 'follows', 'inflow', 'orders']);
    const actIds = new Set(lift.acts.map(({ actId }) => actId));
    for (const { results, actIds: own, times } of lift.things) {
      expect(own).toHaveLength(times);
      for (const { n } of results) {
        expect(n).toBeLessThanOrEqual(own.filter((id) => actIds.has(id)).length);
      }
    }
  });

  test('what was planted is found, within its interval', async () => {
    const planted = noisyShow(40_003, 'flat');
    const lift = await liftOf(planted);
    const found = lift.things.flatMap(({ subject, results }) =>
      results.filter(({ state }) => state === 'found').map((result) => ({ subject, ...result })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { low, mean, high, n, needed } of found) {
      expect(low).not.toBeNull();
      expect(Math.sign(low ?? 0)).toBe(Math.sign(high ?? 0));
      expect(mean).toBeGreaterThan(low ?? 0);
      expect(mean).toBeLessThan(high ?? 0);
      expect(n).toBeGreaterThanOrEqual(4);
      expect(needed).toBeNull();
    }
  });

  test('blocks of the run of show that began are its phases', () => {
    const { db } = test_.store;
    const planted = noisyShow(40_003, 'flat');
    const { startTs, endTs } = planted.show;
    const { showId } = storePlanted(db, 'main', planted);
    const begun = [startTs + 5_000, startTs + 720_000, null];
    for (const [position, startedTs] of begun.entries()) {
      db.run(sql`INSERT INTO blocks (show_id, position, role, title, planned_ms, started_ts)
        VALUES (${showId}, ${position}, 'hero', 'Linen', 600000, ${startedTs})`);
    }
    const span = { id: showId, title: '', startedTs: startTs, endedTs: endTs };
    expect(storedMinutesOf(db, span, () => ALL).phaseTs).toEqual([
      startTs + 5_000,
      startTs + 720_000,
    ]);
  });

  test('a show that nobody counted people in is told of in all', async () => {
    const planted = noisyShow(40_003, 'flat');
    const minutes = planted.show.minutes.map((each) => ({ ...each, viewers: null }));
    const lift = await liftOf({ ...planted, show: { ...planted.show, minutes } });
    expect(lift.isPerThousand).toBe(false);
    const figures = new Set(
      lift.things.flatMap(({ results }) => results.map((each) => each.figure)),
    );
    expect(figures.has('chat')).toBe(true);
    expect(figures.has('online') || figures.has('leavers')).toBe(false);
  });

  test('of a show of another room, or of ten seconds, there is none', async () => {
    const { db } = test_.store;
    const planted = noisyShow(1, 'flat');
    const endTs = planted.show.startTs + 10_000;
    const brief = { ...planted, show: { ...planted.show, endTs, minutes: [], acts: [], gaps: [] } };
    expect(await liftOf(brief)).toMatchObject({ things: [], acts: [] });
    const [other, showId] = [RoomId.parse('other'), ShowId.parse(1)];
    const refused = await showLift(db, other, showId, endTs, () => ALL);
    expect(refused).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
  });
});
