import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DESK_URL } from '#electron/app-origin.ts';
import { askedPart } from '#electron/part-windows.rules.ts';
import { askedRoom, roomUrl } from '#electron/room-windows.rules.ts';
import { RoomId } from '#shared/model/ids.ts';

describe('an address that asks for the desk of a room', () => {
  test('comes back as the room it was made of, whatever its id', () => {
    const ids = fc
      .string({ minLength: 1, maxLength: 64, unit: 'grapheme' })
      .filter((text) => RoomId.safeParse(text).success);
    fc.assert(
      fc.property(ids, (text) => {
        const roomId = RoomId.parse(text);
        expect(askedRoom(roomUrl(roomId))).toBe(roomId);
        expect(askedPart(roomUrl(roomId))).toBeNull();
      }),
    );
  });

  test.each([
    '',
    'about:blank',
    DESK_URL,
    'cuedesk://app/desk/?room=',
    `cuedesk://app/desk/?room=${'x'.repeat(65)}`,
    'cuedesk://app/desk/?room=b&part=chat',
    'cuedesk://app/desk/?part=chat&room=b',
    'cuedesk://app/desk/?room=b&room=c',
    'cuedesk://app/desk/?room=%62',
    'cuedesk://app/desk/?room=b#code=1',
    'cuedesk://app/desk?room=b',
    'cuedesk://app/desk/index.html?room=b',
    'cuedesk://app/problem/?room=b',
    'cuedesk://app.evil.example/desk/?room=b',
    'https://app/desk/?room=b',
  ])('not %j', (url) => {
    expect(askedRoom(url)).toBeNull();
  });
});
