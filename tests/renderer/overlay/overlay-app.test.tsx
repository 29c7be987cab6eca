import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { LOST_CARD_STAYS_MS, OverlayApp } from '#renderer/overlay/OverlayApp.tsx';
import { LEAVE_MS } from '#renderer/overlay/OverlayCard.tsx';
import { fail, ok } from '#shared/contract/app-error.ts';
import type { OverlayLook } from '#shared/model/overlay-look.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;
type Shelf = SliceInputs['shelf'];

/** The product with this link number on the shelf, waiting for the overlay; null for none. */
function shelfWith(linkNumber: number | null): Shelf {
  const shelf = sampleShelf('zh-CN');
  if (linkNumber === null || shelf.current === null) return { ...shelf, current: null };
  return {
    ...shelf,
    current: {
      ...shelf.current,
      id: 100 + linkNumber,
      productId: linkNumber,
      linkNumber,
      targets: [{ target: 'overlay', state: 'waiting', reason: null, delayMs: null }],
    },
  };
}

function renderOverlay(
  shelf: Shelf,
  look: OverlayLook = 'night',
  fixed: OverlayLook | null = null,
) {
  return renderWithRoom(<OverlayApp first={null} fixedLook={fixed} onPaired={() => undefined} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ seq: SEQ, slices: { shelf, overlay: { look } } }),
  });
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

const names = (): (string | null)[] =>
  screen.queryAllByRole('heading').map((heading) => heading.textContent);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  delete document.documentElement.dataset['look'];
});

const look = (): string | undefined => document.documentElement.dataset['look'];

test('the look chosen on the desk holds for a card that is open, which stays the same card', () => {
  const room = renderOverlay(shelfWith(2), 'bright');
  expect(look()).toBe('bright');
  const card = screen.getByRole('article');
  const slices = { overlay: { look: 'night' as const } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ, slices }));
  expect(look()).toBe('night');
  expect(screen.getByRole('article')).toBe(card);
  expect(card.dataset['leaving']).toBe('false');
});

test('a look in the address stays, whatever is chosen on the desk', () => {
  const room = renderOverlay(shelfWith(2), 'bright', 'night');
  expect(look()).toBe('night');
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ, slices: { overlay: { look: 'bright' } } }));
  expect(look()).toBe('night');
});

test('nothing at all without a product on air', () => {
  const { container } = renderOverlay(shelfWith(null));
  expect(container.textContent).toBe('');
});

test('the card says number, name, prices and benefit, and confirms once it is painted', () => {
  const room = renderOverlay(shelfWith(2));
  const card = screen.getByRole('article');
  expect(card.textContent).toBe('2亚麻衬衫 立领¥149券后¥199¥169今晚下单送真丝发圈');
  expect(room.transport.commands).toHaveLength(0);
  pass(64);
  pass(64);
  expect(room.transport.commands.map((command) => [command.name, command.input])).toEqual([
    ['push.confirm', { pushId: 102 }],
  ]);
});

test('a price with many digits is set smaller, never cut', () => {
  const shelf = shelfWith(2);
  const items = shelf.items.map((item) => ({ ...item, couponPriceMinor: 123_456_789_000 }));
  renderOverlay({ ...shelf, items });
  expect(screen.getByText('¥1,234,567,890').dataset['long']).toBe('true');
});

test('a card taken down leaves within 150 ms, then is gone', () => {
  expect(LEAVE_MS).toBeLessThanOrEqual(150);
  const room = renderOverlay(shelfWith(2));
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { shelf: shelfWith(null) } }));
  expect(screen.getByRole('article').dataset['leaving']).toBe('true');
  pass(LEAVE_MS);
  expect(screen.queryByRole('article')).toBeNull();
});

test('the next product comes while the one before leaves', () => {
  const room = renderOverlay(shelfWith(2));
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { shelf: shelfWith(3) } }));
  expect(names()).toEqual(['亚麻衬衫 立领', '亚麻西装外套 宽松款']);
  pass(LEAVE_MS);
  expect(names()).toEqual(['亚麻西装外套 宽松款']);
});

test('a push that returns while its card is leaving stays', () => {
  const room = renderOverlay(shelfWith(2));
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { shelf: shelfWith(3) } }));
  room.receive(sampleBatch({ afterSeq: SEQ + 1, seq: SEQ + 2, slices: { shelf: shelfWith(2) } }));
  pass(LEAVE_MS);
  expect(names()).toEqual(['亚麻衬衫 立领']);
});

test('a lost desk leaves the card for 30 s; it is back with the desk', () => {
  const room = renderOverlay(shelfWith(2));
  act(() => room.transport.lose('lost'));
  pass(LOST_CARD_STAYS_MS - 1);
  expect(names()).toEqual(['亚麻衬衫 立领']);
  pass(1);
  pass(LEAVE_MS);
  expect(names()).toEqual([]);
  act(() => {
    room.transport.connect();
    room.transport.receive({
      type: 'snapshot',
      snapshot: sampleSnapshot({ seq: SEQ + 5, slices: { shelf: shelfWith(2) } }),
    });
  });
  expect(names()).toEqual(['亚麻衬衫 立领']);
});

test('the hint to pair appears only when the desk refuses this overlay', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const room = renderOverlay(shelfWith(2));
  expect(screen.queryByText('还没有配对', { exact: false })).toBeNull();
  act(() => room.transport.lose('refused'));
  expect(screen.getByText('还没有配对', { exact: false })).toBeTruthy();
});

test('a browser source says its check number while it waits for the desk', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  renderWithRoom(
    <OverlayApp
      first={ok({ state: 'waiting', check: '4718', leftMs: 60_000 })}
      fixedLook={null}
      onPaired={() => undefined}
    />,
    { language: 'zh-CN', snapshot: null },
  );
  expect(screen.getByRole('status').textContent).toBe('等中控台同意 · 核对 4718');
});

test('a link that did not work is said to whoever set up the source', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const room = renderWithRoom(
    <OverlayApp
      first={fail('pairing_code_expired', {})}
      fixedLook={null}
      onPaired={() => undefined}
    />,
    { language: 'zh-CN', snapshot: null },
  );
  act(() => room.transport.lose('refused'));
  expect(screen.getByRole('status').textContent).toContain('过期');
  expect(screen.getByRole('status').textContent).toContain('贴到 OBS');
});

test('a price that is to open is not shown before, and pieces that nobody can count are not either', () => {
  const promise = {
    productId: 2,
    text: '',
    madeTs: SAMPLE_NOW,
    dueTs: SAMPLE_NOW + 60_000,
    over: 0,
  };
  const open: SliceInputs['promises']['open'] = [
    { ...promise, id: 1, promiseKind: 'priceOpen', units: null, priceMinor: 9_900, left: null },
    { ...promise, id: 2, promiseKind: 'limited', units: 50, priceMinor: null, left: null },
    { ...promise, id: 3, promiseKind: 'limited', units: 50, priceMinor: null, left: 12 },
    {
      ...promise,
      id: 4,
      productId: 3,
      promiseKind: 'restock',
      units: null,
      priceMinor: null,
      left: null,
    },
  ];
  renderWithRoom(<OverlayApp first={null} fixedLook="night" onPaired={() => undefined} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({
      seq: SEQ,
      slices: {
        shelf: shelfWith(2),
        overlay: { look: 'night' },
        promises: { open, settled: [], kept: 0, broken: 0 },
      },
    }),
  });
  expect(document.body.textContent).not.toContain('¥');
  expect(screen.getByText(/^价格即将公布/)).toBeTruthy();
  expect(screen.getAllByText(/^限量 50 件/).map(({ textContent }) => textContent)).toEqual([
    expect.not.stringContaining('剩'),
    expect.stringContaining('剩 12 件'),
  ]);
  expect(screen.queryByText(/补货/)).toBeNull();
});

test('a product with a picture shows it, and its colours where it cannot be had', () => {
  const shelf = shelfWith(2);
  const imageId = 'a'.repeat(64);
  const items = shelf.items.map((item) => (item.productId === 2 ? { ...item, imageId } : item));
  const { container } = renderOverlay({ ...shelf, items });
  const image = container.querySelector('img');
  expect(image?.getAttribute('src')).toBe(`/images/${imageId}`);
  expect(names()).toHaveLength(1);
  if (image !== null) fireEvent.error(image);
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('article')?.textContent).toContain('2');
});
