import { expect, test } from 'vitest';

import { insertRoom } from '#core/room/room.queries.ts';
import { RoomId } from '#shared/model/ids.ts';
import { startRig } from '#tests/support/core-rig.ts';
import { openedIn } from '#tests/support/damaged-store.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

test('a store without the first room opens its oldest one, for a desk that was told of none', async () => {
  const folder = temporaryFolder();
  const store = openedIn(folder.path, testPorts());
  for (const [index, id] of ['studio', 'annex'].entries()) {
    const roomId = RoomId.parse(id);
    const row = { roomId, name: id, timeZone: 'UTC', currency: 'CNY', createdTs: index + 1 };
    insertRoom(store.db, row);
  }
  store.close();
  const rig = await startRig(folder.path);
  const desk = rig.screen('desk');
  expect(desk.snapshot().roomId).toBe('studio');
  expect(rig.screen('desk', RoomId.parse('annex')).snapshot().roomId).toBe('annex');
  // Nothing was made up beside them.
  const studio = rig.screen('desk', RoomId.parse('studio'));
  const { rooms } = await studio.must('room.list', {});
  expect(rooms.map(({ roomId }) => roomId)).toEqual(['studio', 'annex']);
  rig.core.askForDemo(false);
  await rig.advance(100);
  expect(studio.slice('show').show).toMatchObject({ origin: 'demo' });
  await rig.close();
  folder.clean();
});
