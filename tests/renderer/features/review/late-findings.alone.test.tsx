import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { ShowId } from '#shared/model/ids.ts';
import { liftShow } from '#tests/support/lift-show.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

// The canvas is looked at in a browser; here the words count.
vi.mock('uplot', () => import('#tests/support/no-plot.ts'));

class NoResize {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => vi.stubGlobal('ResizeObserver', NoResize));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  useDeskStore.getState().showLive();
});

const KEEPER = '“line 1”之后，在线净变 +5.2%';
const STILL = /还在对照全场的分钟/;

async function opened() {
  const { review, lift } = liftShow([
    {
      kind: 'retain',
      isKeeper: true,
      figures: { online: { state: 'found', mean: 52, low: 18, high: 87, without: 0 } },
    },
  ]);
  const language = 'zh-CN';
  const showId = ShowId.parse(review.show.id);
  const room = renderWithRoom(<ReviewPage showId={showId} />, {
    language,
    snapshot: sampleSnapshot({ language }),
  });
  await act(async () => {
    room.transport.reply('review.get', review);
    await Promise.resolve();
  });
  return { room, lift };
}

test('a cue that keeps people stands on the first page and in the list, once each, when it is known', async () => {
  const { room, lift } = await opened();
  const first = screen.getByRole('region', { name: '最要紧的事' });
  expect(within(first).queryByText(KEEPER)).toBeNull();
  expect(within(first).getByText(`起作用的话术：还在对照全场的分钟`)).toBeTruthy();
  for (const times of [1, 2]) {
    await act(async () => {
      if (times === 1) room.transport.reply('review.lift', lift);
      await Promise.resolve();
    });
    expect(within(first).getAllByText(KEEPER)).toHaveLength(1);
    expect(screen.getAllByRole('article', { name: KEEPER })).toHaveLength(1);
    expect(screen.getAllByText(KEEPER)).toHaveLength(2);
  }
  expect(screen.queryByText(STILL)).toBeNull();
});

test('an answer that fails is said, and not waited for any longer', async () => {
  const { room } = await opened();
  await act(async () => {
    room.transport.refuse('review.lift', 'unknown_show', { showId: '7' });
    await Promise.resolve();
  });
  expect(screen.queryByText(STILL)).toBeNull();
  expect(screen.getAllByText(/起作用的话术：这次没能对照出来/).length).toBeGreaterThan(0);
});
