import { afterEach, beforeEach, expect, it } from 'vitest';

import { SourceId } from '#shared/model/ids.ts';
import { CommitFailed } from '#core/room/committer.ts';
import { settled } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { startRoom, type RoomRig } from '#tests/support/room-rig.ts';

let rig: RoomRig;

beforeEach(() => {
  rig = startRoom();
});
afterEach(async () => {
  rig.freeDisk();
  await rig.close();
});

const event = (key: string) =>
  chat(
    { key, ts: rig.ports.clock.wallNow(), platform: 'till' },
    person('7', 'Ann'),
    key.repeat(4_000),
  );

function append(sender: string, key: string): void {
  rig.committer.runNow(() => {
    rig.room.sources.bridges.open({ connector: 'bridge', sender }, new Set(['till']));
    rig.room.sources.bridges.accept({ connector: 'bridge', sender }, [event(key)]);
    rig.room.ingest.writePending();
  });
}

it('a source that was new in a refused transaction is not there, and the next one works', async () => {
  rig.fillDisk();
  expect(() => append('cash-till', 'a')).toThrow(CommitFailed);
  expect(rig.room.sources.slice().sources).toEqual([]);
  expect(rig.room.ingest.hasPending()).toBe(false);
  rig.freeDisk();
  await settled();
  append('cash-till', 'a');
  expect(rig.room.sources.slice().sources).toMatchObject([{ platform: 'till', link: 'ready' }]);
  expect(rig.room.ingest.counts()).toMatchObject({ duplicates: 0, dropped: 0 });
});

it('a switch that could not be stored leaves the feed as it was', () => {
  append('cash-till', 'a');
  const [source] = rig.room.sources.slice().sources;
  const sourceId = SourceId.parse(source?.id);
  rig.store.store.db.raw.pragma('query_only = 1');
  expect(() => rig.committer.runNow(() => rig.room.sources.setEnabled(sourceId, false))).toThrow(
    CommitFailed,
  );
  rig.store.store.db.raw.pragma('query_only = 0');
  expect(rig.room.sources.slice().sources).toMatchObject([{ isEnabled: true, link: 'ready' }]);
});
