import { describe, expect, test } from 'vitest';

import { RoomId } from '#shared/model/ids.ts';
import { globalKeysRoom } from '#shared/rules/global-keys-room.ts';

const A = RoomId.parse('a');
const B = RoomId.parse('b');
const rooms = [{ roomId: A }, { roomId: B }];

describe('the room of keys of the whole system', () => {
  test('is the chosen one', () => {
    expect(globalKeysRoom(B, rooms)).toBe(B);
  });

  test('is the first where none was chosen, or one of another store', () => {
    expect(globalKeysRoom(null, rooms)).toBe(A);
    expect(globalKeysRoom(RoomId.parse('elsewhere'), rooms)).toBe(A);
  });

  test('is none before any room is known', () => {
    expect(globalKeysRoom(B, [])).toBeNull();
  });
});
