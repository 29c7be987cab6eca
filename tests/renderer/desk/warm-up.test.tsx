import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { LiveView } from '#renderer/desk/LiveView.tsx';
import { warmUp } from '#renderer/desk/warm-up.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { stubLayout } from '#tests/support/stub-layout.ts';

// uPlot asks for it while it is loaded.
vi.hoisted(() => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), matchMediaFields(media));
  function matchMediaFields(media: string) {
    return { media, matches: false, onchange: null, addListener() {}, removeListener() {} };
  }
});

beforeEach(() => {
  stubLayout();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is made ready leaves nothing on the page', async () => {
  const before = document.documentElement.outerHTML;
  let stop: () => void = () => undefined;
  await act(async () => {
    stop = warmUp(document);
    await vi.runAllTimersAsync();
  });
  expect(vi.getTimerCount()).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
  await act(async () => stop());
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a picture that comes ends it at once', () => {
  const stop = warmUp(document);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('the view that is drawn for it stands without a room', () => {
  renderWithRoom(
    <DeskActionsProvider>
      <LiveView />
    </DeskActionsProvider>,
    { language: 'en', snapshot: null },
  );
  expect(screen.getByRole('main')).toBeTruthy();
});
