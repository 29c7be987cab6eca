import { afterEach, beforeEach, expect, test } from 'vitest';

import { eraseImprovements } from '#core/erasure/erase-improvements.ts';
import { sql } from '#core/database/sql.ts';
import { erasePatterns } from '#shared/rules/erase-person.ts';
import { addShow, openTestStore, type TestStore } from '#tests/support/test-store.ts';

let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

test('a name that is called in an item and on a list goes, the rest of the sentence stays', () => {
  const { db } = store.store;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: 1,
    endedTs: 2,
  });
  db.run(sql`INSERT INTO improvement_items (room_id, show_id, problem, evidence, cause, scheme, owner,
      created_ts, changed_ts)
    VALUES ('main', ${show.showId}, '@Mei asked twice', 'Mei is not called', 'people',
      'Answer @Mei first', 'Lin', 1, 1)`);
  db.run(
    sql`INSERT INTO checklist_items (show_id, place, text) VALUES (${show.showId}, 1, 'Ask ＠Mei')`,
  );
  const mei = { platform: 'twitch', platformUserId: '4711', names: ['Mei'] };
  eraseImprovements(db, erasePatterns(mei));
  const item = db.get(sql`SELECT problem, evidence, scheme, owner FROM improvement_items`);
  expect(JSON.stringify(item)).not.toContain('@Mei');
  expect(item).toMatchObject({ evidence: 'Mei is not called', owner: 'Lin' });
  expect(JSON.stringify(db.get(sql`SELECT text FROM checklist_items`))).not.toContain('Mei');
});
