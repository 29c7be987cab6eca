import { beforeEach, expect, test, vi } from 'vitest';

import { makeRoomId, openRoomWindow } from '#renderer/connection/room-window.ts';
import { RoomId } from '#shared/model/ids.ts';

/** A window as `open` gives it: on an address, noting what is done with it. */
function given(href: string) {
  return {
    location: { href, replace: vi.fn<(url: string) => void>() },
    focus: vi.fn<() => void>(),
  };
}
const open = vi.fn<(url: string, name: string) => ReturnType<typeof given> | null>();
const second = RoomId.parse('studio b');

beforeEach(() => {
  open.mockReset();
  vi.stubGlobal('open', open);
  window.history.replaceState(null, '', '/desk/?room=main&part=chat');
});

test('a new window goes to the whole desk of that room', () => {
  const made = given('about:blank');
  open.mockReturnValue(made);
  expect(openRoomWindow(window, second)).toBe(true);
  expect(open).toHaveBeenCalledWith('', 'cuedesk-desk-studio b');
  const { origin } = window.location;
  expect(made.location.replace).toHaveBeenCalledWith(`${origin}/desk/?room=studio+b`);
});

test('one that is open comes to the front and is not loaded anew', () => {
  const standing = given('http://127.0.0.1/desk/?room=studio+b');
  open.mockReturnValue(standing);
  expect(openRoomWindow(window, second)).toBe(true);
  expect(standing.focus).toHaveBeenCalledOnce();
  expect(standing.location.replace).not.toHaveBeenCalled();
});

test('a browser that opens none is told apart', () => {
  open.mockReturnValue(null);
  expect(openRoomWindow(window, second)).toBe(false);
});

test('ids of new rooms are all different', () => {
  expect(new Set(Array.from({ length: 500 }, makeRoomId)).size).toBe(500);
});
