import { openStore } from '#core/database/open-store.ts';
import { Committer } from '#core/room/committer.ts';
import { Ingest } from '#core/room/ingest.ts';
import { markAlive, setCurrentShow } from '#core/room/show.queries.ts';
import type { ShowId } from '#shared/model/ids.ts';

import { busyRoom } from './busy-room.ts';
import { DeskFacts } from './desk-facts.ts';
import { testPorts } from './test-ports.ts';
import { addShow, addSource, pendingOf } from './test-store.ts';

const AT_ONCE = 10_000;
/** busyRoom sends a hundred a second. */
const MS_AN_EVENT = 10;
const MINUTE_MS = 60_000;
const PRODUCTS = 8;
/** A product for two minutes and a cue in between, as a brisk room does it. */
const PUSH_EVERY_MS = 2 * MINUTE_MS;

export type LongShow = {
  readonly showId: ShowId;
  readonly startedTs: number;
  readonly endedTs: number;
};

/**
 * A live show of the main room that is on air until `endedTs`, as a core that was stopped then left
 * it, with this many platform events – a hundred a second – and what its desk did: a push and a cue
 * every two minutes. Written by the product's own ingest.
 */
export function fillLongShow(dataFolder: string, count: number, endedTs: number): LongShow {
  const startedTs = endedTs - count * MS_AN_EVENT;
  const ports = testPorts(startedTs);
  const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  db.raw.pragma('synchronous = OFF');
  const times = { startedTs, endedTs: null };
  const show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
  setCurrentShow(db, show.roomId, show.showId);
  const sourceId = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
  const committer = new Committer(db, ports);
  const ingest = new Ingest(db, show.roomId, {
    onCommitted: () => undefined,
    onRolledBack(error) {
      throw new Error(error.code);
    },
  });
  committer.join(ingest);
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from);
    const events = busyRoom(size, startedTs + from * MS_AN_EVENT, from + 7).map((event, index) => ({
      ...event,
      dedupeKey: `${from + index}`,
    }));
    ingest.enqueue(events.map((event) => pendingOf(event, show.showId, sourceId)));
    committer.runNow(() => undefined);
  }
  committer.runNow(() => {
    actAtDesk(new DeskFacts(db, ingest, show), startedTs, endedTs);
    markAlive(db, show.showId, endedTs, false);
  });
  committer.close();
  opened.value.close();
  return { showId: show.showId, startedTs, endedTs };
}

function actAtDesk(desk: DeskFacts, startedTs: number, endedTs: number): void {
  const products = Array.from({ length: PRODUCTS }, (_, index) =>
    desk.product(`P${index}`, 'CNY', index + 1),
  );
  const pushes = Math.floor((endedTs - startedTs) / PUSH_EVERY_MS);
  for (let index = 0; index < pushes; index += 1) {
    const goTs = startedTs + index * PUSH_EVERY_MS + 10_000;
    const product = products[index % PRODUCTS];
    if (product === undefined) throw new Error('no product');
    desk.push(product, goTs, Math.min(endedTs, goTs + PUSH_EVERY_MS), 'replaced');
    desk.cue(`line ${index}`, goTs + 30_000, index % 3 === 0 ? null : 1_500);
  }
}
