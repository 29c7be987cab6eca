import { beforeEach, expect, it } from 'vitest';

import { noteReturn } from '#renderer/desk/note-return.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';

beforeEach(() => useDeskStore.setState({ returnedTs: null }));

it('notes that the page was loaded after a crash, once, and keeps the room in the address', () => {
  window.history.replaceState(null, '', '/desk/?room=second&returned=1');
  noteReturn(window, 5_000);
  expect(useDeskStore.getState().returnedTs).toBe(5_000);
  expect(window.location.pathname + window.location.search).toBe('/desk/?room=second');
});

it('notes nothing for a page that was opened', () => {
  window.history.replaceState(null, '', '/desk/?room=second');
  noteReturn(window, 5_000);
  expect(useDeskStore.getState().returnedTs).toBeNull();
});
