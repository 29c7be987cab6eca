import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { Desk } from '#renderer/desk/Desk.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
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
  useDeskStore.setState({ view: { name: 'live' }, panel: null });
});

const noShow = () =>
  sampleSnapshot({
    language: 'en',
    slices: {
      ...sampleSlices('en'),
      show: { show: null, clock: null, playback: null },
      metrics: null,
    },
  });

function open(snapshot: ReturnType<typeof noShow> | null) {
  return renderWithRoom(
    <DeskActionsProvider>
      <Desk />
    </DeskActionsProvider>,
    { language: 'en', snapshot },
  );
}

it('shows nothing that could be taken for a figure before the first snapshot', () => {
  open(null);
  expect(screen.getByRole('status').textContent).toBe('Connecting to the core…');
  expect(screen.queryByRole('list')).toBeNull();
});

it('offers to set up a show while none is chosen', () => {
  const { container } = open(noShow());
  expect(screen.getByRole('heading', { name: 'Start a show' })).toBeTruthy();
  expect(container.firstElementChild?.getAttribute('data-stale')).toBe('false');
});

it('dims what stands still while the core is away', () => {
  const { container, transport } = open(noShow());
  act(() => transport.lose('lost'));
  expect(container.firstElementChild?.getAttribute('data-stale')).toBe('true');
  expect(screen.getByRole('alert').textContent).toContain('No connection to the core');
});

it('a desk that is not let in says calmly what to do', () => {
  const { transport } = open(null);
  act(() => transport.lose('refused'));
  expect(screen.getByRole('heading', { name: 'This desk needs its link' })).toBeTruthy();
});
