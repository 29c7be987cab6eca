import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RoomId } from '#shared/model/ids.ts';
import { startRig, type CoreRig } from '#tests/support/core-rig.ts';

const SECOND = RoomId.parse('room-b');
const made = { roomId: SECOND, name: 'Studio B', timeZone: 'UTC', currency: 'USD' };

let rig: CoreRig;
beforeEach(async () => {
  rig = await startRig(null);
});
afterEach(async () => {
  await rig.close();
});

describe('what desks are told of all rooms', () => {
  it('is one room at first, without a name', () => {
    expect(rig.screen('desk').slice('rooms').rooms).toEqual([
      { roomId: 'main', name: '', show: null },
    ]);
  });

  it('follows a new room, its show and its name, on every desk', async () => {
    const desk = rig.screen('desk');
    await desk.must('room.create', made);
    const other = rig.screen('desk', SECOND);
    expect(desk.slice('rooms').rooms.map(({ name }) => name)).toEqual(['', 'Studio B']);
    await other.must('show.create', { title: 'Coats', origin: 'live', currency: 'USD' });
    await rig.advance(0);
    expect(desk.slice('rooms').rooms[1]?.show).toEqual({
      title: 'Coats',
      origin: 'live',
      state: 'planned',
    });
    await other.must('show.start', {});
    await rig.advance(0);
    expect(desk.slice('rooms').rooms[1]?.show?.state).toBe('on_air');
    await desk.must('room.rename', { roomId: SECOND, name: 'Studio C' });
    await rig.advance(0);
    expect(other.slice('rooms').rooms[1]?.name).toBe('Studio C');
  });

  it('is the same after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cuedesk-rooms-'));
    const before = await startRig(folder);
    await before.screen('desk').must('room.create', made);
    await before
      .screen('desk', SECOND)
      .must('show.create', { title: 'Coats', origin: 'live', currency: 'USD' });
    const told = before.screen('desk').slice('rooms');
    await before.close();
    const after = await startRig(folder);
    expect(after.screen('desk').slice('rooms')).toEqual(told);
    expect(told.rooms[1]?.show?.title).toBe('Coats');
    await after.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not told to second screens', () => {
    expect(rig.screen('anchor').snapshot().slices.rooms).toBeUndefined();
  });
});

describe('a room’s name', () => {
  it('is refused where another room has it, in any case of letters, and changes nothing', async () => {
    const desk = rig.screen('desk');
    await desk.must('room.create', made);
    const again = { ...made, roomId: RoomId.parse('room-c'), name: ' studio b ' };
    expect(await desk.run('room.create', again)).toMatchObject({
      ok: false,
      error: { code: 'room_name_taken', params: { name: 'studio b' } },
    });
    expect(
      await desk.run('room.rename', { roomId: RoomId.parse('main'), name: 'STUDIO B' }),
    ).toMatchObject({ ok: false, error: { code: 'room_name_taken' } });
    expect(desk.slice('rooms').rooms.map(({ name }) => name)).toEqual(['', 'Studio B']);
  });

  it('may be written anew by the room itself, and of none that is not there', async () => {
    const desk = rig.screen('desk');
    await desk.must('room.create', made);
    await desk.must('room.rename', { roomId: SECOND, name: 'STUDIO B' });
    expect(await desk.run('room.rename', { roomId: RoomId.parse('x'), name: 'X' })).toMatchObject({
      ok: false,
      error: { code: 'unknown_room' },
    });
    expect(await desk.run('room.rename', { roomId: SECOND, name: '  ' })).toMatchObject({
      ok: false,
      error: { code: 'text_missing' },
    });
  });
});
