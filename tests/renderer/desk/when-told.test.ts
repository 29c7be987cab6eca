import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { WAIT_MS, whenTold } from '#renderer/desk/when-told.ts';
import { applySnapshot, patchLink } from '#renderer/store/room-reducer.ts';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { fail } from '#shared/contract/app-error.ts';
import { SAMPLE_NOW, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function waiting() {
  const store = createRoomStore();
  const drawn = vi.fn();
  whenTold(store, drawn);
  return { store, drawn };
}

test('the page is drawn with the first picture, at once and once', () => {
  const { store, drawn } = waiting();
  expect(drawn).not.toHaveBeenCalled();
  applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
  expect(drawn).toHaveBeenCalledOnce();
  applySnapshot(store, sampleSnapshot({ seq: 2 }), SAMPLE_NOW);
  vi.advanceTimersByTime(WAIT_MS * 2);
  expect(drawn).toHaveBeenCalledOnce();
});

test('a core that says nothing has it drawn without', () => {
  const { drawn } = waiting();
  vi.advanceTimersByTime(WAIT_MS - 1);
  expect(drawn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(drawn).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that is refused, or asks for a room that is not there, says so at once', () => {
  const refused = waiting();
  patchLink(refused.store, { state: 'refused' });
  expect(refused.drawn).toHaveBeenCalledOnce();
  const elsewhere = waiting();
  patchLink(elsewhere.store, { error: fail('unknown_room', { roomId: 'x' }).error });
  expect(elsewhere.drawn).toHaveBeenCalledOnce();
});

test('a command that waits is no word of the core', () => {
  const { store, drawn } = waiting();
  patchLink(store, { waitingCount: 1 });
  expect(drawn).not.toHaveBeenCalled();
});
