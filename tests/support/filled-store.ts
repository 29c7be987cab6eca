import { openStore } from '#core/database/open-store.ts';
import { Committer } from '#core/room/committer.ts';
import { Ingest } from '#core/room/ingest.ts';
import { markAlive, setCurrentShow } from '#core/room/show.queries.ts';

import { busyRoom } from './busy-room.ts';
import { testPorts } from './test-ports.ts';
import { addShow, addSource, pendingOf } from './test-store.ts';

const AT_ONCE = 5_000;
/** busyRoom sends a hundred a second. */
const MS_AN_EVENT = 10;

/**
 * A store of the main room in the middle of a live show that holds this many events, the last one at
 * `endTs`, as a core that died then left it.
 */
export function fillRunningShow(dataFolder: string, count: number, endTs: number): void {
  const ports = testPorts(endTs);
  const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  const startedTs = endTs - count * MS_AN_EVENT;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs,
    endedTs: null,
  });
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
  const events = busyRoom(count, startedTs);
  for (let at = 0; at < events.length; at += AT_ONCE) {
    const batch = events.slice(at, at + AT_ONCE);
    ingest.enqueue(batch.map((event) => pendingOf(event, show.showId, sourceId)));
    committer.runNow(() => undefined);
  }
  committer.runNow(() => markAlive(db, show.showId, endTs, false));
  committer.close();
  opened.value.close();
}
