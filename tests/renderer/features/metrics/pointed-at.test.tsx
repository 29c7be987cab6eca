import { act, createEvent, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { MetricStrip } from '#renderer/features/metrics/MetricStrip.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const LONG_ENOUGH_MS = 1_000;

afterEach(() => {
  vi.useRealTimers();
});

/** As browsers tell of a pointer: also of one that rests, when what lies under it changes. */
function point(tile: HTMLElement, movementX: number): void {
  const event = createEvent.pointerMove(tile);
  Object.defineProperties(event, { movementX: { value: movementX }, movementY: { value: 0 } });
  fireEvent(tile, event);
  act(() => {
    vi.advanceTimersByTime(LONG_ENOUGH_MS);
  });
}

test('a figure opens under a pointer that came to it, not under one that rests where a sheet was', () => {
  vi.useFakeTimers();
  renderWithRoom(
    <DeskActionsProvider>
      <MetricStrip />
    </DeskActionsProvider>,
    { language: 'en', snapshot: sampleSnapshot({ language: 'en' }) },
  );
  const tile = screen.getByRole('listitem', { name: 'Paid' });
  const isOpen = (): string | null =>
    screen.getByRole('button', { name: 'Paid' }).getAttribute('aria-expanded');
  point(tile, 0);
  expect(isOpen()).toBe('false');
  point(tile, 4);
  expect(isOpen()).toBe('true');
  fireEvent.pointerLeave(tile);
  expect(isOpen()).toBe('false');
});
