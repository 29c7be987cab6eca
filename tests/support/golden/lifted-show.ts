import { SeededRandom } from '#core/feeds/simulator/random.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import {
  addShow,
  addSource,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

import { MINUTE_MS, minuteEvents, productTold } from './evening-minutes.ts';

const START_TS = Date.UTC(2026, 2, 6, 12, 0, 30);
const MINUTES = 80;

/** A show of eighty minutes without a gap, in which enough is done for what follows to be compared. */
export function playLifted(store: TestStore, seed: number): TestShow & { readonly endTs: number } {
  const { db } = store.store;
  const endTs = START_TS + MINUTES * MINUTE_MS;
  const times = { startedTs: START_TS, endedTs: endTs };
  const show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const random = new SeededRandom(seed);
  const events = Array.from({ length: MINUTES }, (_, minute) => {
    const fromTs = START_TS + minute * MINUTE_MS;
    const told = { platform: 'douyin', key: `m${minute}`, views: 1_000 + minute * 90 };
    const online = 300 + random.integer(-12, 12);
    const clicks = { clicks: minute * 9 + random.integer(0, 4), state: 'listed' } as const;
    const at = { key: `clicks${minute}`, ts: fromTs + 20_000, platform: 'douyin' };
    return [
      ...minuteEvents({ random, fromTs, ...told, online, joins: random.integer(8, 16), pace: 1 }),
      productTold(at, 'LN-01', clicks),
    ];
  });
  take(show.showId, source, events.flat());
  committer.runNow(() => {
    const desk = new DeskFacts(db, ingest, show);
    desk.fact({ kind: 'show.state', state: 'on_air', previous: 'planned' }, START_TS);
    desk.fact({ kind: 'show.state', state: 'ended', previous: 'on_air' }, endTs);
    const products = ['LN-01', 'LN-02'].map((code, place) => desk.product(code, 'CNY', place + 1));
    for (let place = 0; place < 9; place += 1) {
      const ts = START_TS + (7 + place * 8) * MINUTE_MS + random.integer(0, 59_000);
      desk.cue(`line ${place}`, ts, 900 + place * 10);
      const product = products[place % 2];
      const goTs = ts + 4 * MINUTE_MS;
      if (product !== undefined) desk.push(product, goTs, goTs + MINUTE_MS, 'taken_down');
    }
  });
  return { ...show, endTs };
}
