import { afterEach, beforeEach, expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  folder = temporaryFolder();
  rig = await startRig(folder.path, TEST_NOW);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
});
afterEach(async () => {
  await rig.close();
  folder.clean();
});

let serial = 0;

async function platformSays(platform: string, state: 'online' | 'offline' | 'title') {
  serial += 1;
  const event: FeedEvent = {
    kind: 'stream',
    platform,
    source: 'bridge',
    platformRoomId: '1',
    dedupeKey: `stream-${serial}`,
    platformTs: null,
    receivedTs: TEST_NOW,
    test: false,
    historical: false,
    actor: null,
    schema: 1,
    state,
    title: state === 'title' ? 'a new title' : null,
  };
  await rig.screen('cli').must('ingest.append', { sender: 'bridge', events: [event] });
  await rig.advance(1_000);
}

const streamOf = (platform: string) => {
  const source = desk.slice('sources').sources.find((one) => one.platform === platform);
  return source === undefined ? null : [source.stream, source.streamSinceTs];
};

test('a stream that goes down is down since then, also when its platform says it again', async () => {
  await platformSays('bilibili', 'online');
  await platformSays('kick', 'online');
  expect(streamOf('bilibili')).toEqual(['online', TEST_NOW]);
  await platformSays('bilibili', 'offline');
  const sinceTs = TEST_NOW + 2_000;
  expect(streamOf('bilibili')).toEqual(['offline', sinceTs]);
  await platformSays('bilibili', 'offline');
  await platformSays('bilibili', 'title');
  expect(streamOf('bilibili')).toEqual(['offline', sinceTs]);
  expect(streamOf('kick')).toEqual(['online', TEST_NOW + 1_000]);
});

test('a stream that was down when the core ended still is, until its platform says otherwise', async () => {
  await platformSays('bilibili', 'online');
  await platformSays('bilibili', 'offline');
  await platformSays('bilibili', 'title');
  await rig.close();
  rig = await startRig(folder.path, TEST_NOW + 60_000);
  desk = rig.screen('desk');
  await rig.advance(1_000);
  expect(streamOf('bilibili')?.[0]).toBe('offline');
  await platformSays('bilibili', 'online');
  expect(streamOf('bilibili')).toEqual(['online', TEST_NOW + 61_000]);
});
