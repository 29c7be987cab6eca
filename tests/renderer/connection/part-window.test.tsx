import { beforeEach, expect, test, vi } from 'vitest';

import { openPartWindow, partOfPage } from '#renderer/connection/part-window.ts';

/** A window as `open` gives it: on an address, noting what is done with it. */
function given(href: string) {
  return {
    location: { href, replace: vi.fn<(url: string) => void>() },
    focus: vi.fn<() => void>(),
  };
}
const open =
  vi.fn<(url: string, name: string, features: string) => ReturnType<typeof given> | null>();

beforeEach(() => {
  open.mockReset();
  vi.stubGlobal('open', open);
  window.history.replaceState(null, '', '/desk/');
});

test('the part of a page is what its address says, and only a known one', () => {
  expect(partOfPage(window)).toBeNull();
  window.history.replaceState(null, '', '/desk/?part=chat&room=second');
  expect(partOfPage(window)).toBe('chat');
  window.history.replaceState(null, '', '/desk/?part=cues');
  expect(partOfPage(window)).toBeNull();
});

test('a new window goes to the part of the same room', () => {
  window.history.replaceState(null, '', '/desk/?room=second');
  const made = given('about:blank');
  open.mockReturnValue(made);
  expect(openPartWindow(window, 'shelf')).toBe(true);
  expect(open).toHaveBeenCalledWith('', 'cuedesk-shelf-second', expect.stringContaining('popup'));
  const { origin } = window.location;
  expect(made.location.replace).toHaveBeenCalledWith(`${origin}/desk/?room=second&part=shelf`);
});

test('one that is open comes to the front and is not loaded anew', () => {
  const standing = given('http://127.0.0.1/desk/?part=chat');
  open.mockReturnValue(standing);
  expect(openPartWindow(window, 'chat')).toBe(true);
  expect(standing.focus).toHaveBeenCalledOnce();
  expect(standing.location.replace).not.toHaveBeenCalled();
});

test('a browser that opens none is told apart', () => {
  open.mockReturnValue(null);
  expect(openPartWindow(window, 'chat')).toBe(false);
});
