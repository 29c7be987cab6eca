import { expect, test } from 'vitest';

import type { Database } from '#core/database/database.ts';
import { personCard } from '#core/people/person-card.ts';
import { cardPerson } from '#core/people/person-card.queries.ts';
import { ShowId } from '#shared/model/ids.ts';
import type { Sql } from '#core/database/sql.ts';
import { openTestStore } from '#tests/support/test-store.ts';

/** Every query that a card asks, and how SQLite answers it. */
function plans(
  db: Database,
): readonly { readonly text: string; readonly plan: readonly string[] }[] {
  const asked: Sql[] = [];
  const noting = {
    all: <Row>(query: Sql): readonly Row[] => {
      asked.push(query);
      return db.all<Row>(query);
    },
    tuples: <Row extends readonly unknown[]>(query: Sql): readonly Row[] => {
      asked.push(query);
      return db.tuples<Row>(query);
    },
    get: <Row>(query: Sql): Row | undefined => {
      asked.push(query);
      return db.get<Row>(query);
    },
    each: <Row>(query: Sql) => db.each<Row>(query),
  };
  const person = cardPerson(noting, 'twitch', '1');
  if (person === undefined) throw new Error('there is no such person');
  const order = { roomId: 'main', showId: ShowId.parse(1), nowTs: 5, canOf: () => null };
  personCard(noting, { platform: 'twitch', platformUserId: '1' }, person, order);
  return asked.map((query) => ({
    text: query.text,
    plan: db
      .all<{ detail: string }>({ ...query, text: `EXPLAIN QUERY PLAN ${query.text}` })
      .map(({ detail }) => detail),
  }));
}

test('a card is read by indexes: no query goes through the events or the people', () => {
  const { store, close } = openTestStore();
  store.db.raw.exec(`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
      VALUES ('main', 'Main', 'UTC', 'CNY', 1);
    INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
      VALUES (1, 'main', 'A', 'live', 'on_air', 'CNY', 1);
    INSERT INTO people (id, platform, platform_user_id, name, display_name)
      VALUES (1, 'twitch', '1', 'a', 'A');
    INSERT INTO events (show_id, kind, person_id, received_ts, event_ts, dedupe_key, body)
      VALUES (1, 1, 1, 1, 1, 'a', '{"actor":{"roles":["mod"]}}')`);
  const asked = plans(store.db);
  expect(asked.length).toBeGreaterThan(7);
  for (const { text, plan } of asked) {
    const scans = plan.filter((step) => /^SCAN (e|events|p|people|m|person_marks)\b/.test(step));
    expect(scans, text).toEqual([]);
  }
  const byPerson = asked.filter(({ text }) => text.includes('stretches'));
  expect(byPerson).toHaveLength(2);
  const index = 'SEARCH e USING COVERING INDEX events_by_person';
  expect(byPerson.map(({ plan }) => plan.find((step) => step.startsWith(index)))).toEqual([
    `${index} (<expr>=? AND person_id=?)`,
    `${index} (<expr>=? AND person_id=? AND show_id=? AND kind=?)`,
  ]);
  close();
});
