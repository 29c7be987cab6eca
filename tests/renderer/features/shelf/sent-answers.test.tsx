import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { SentPush } from '#renderer/features/shelf/SentPush.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();
afterEach(() => void vi.restoreAllMocks());

function Sent() {
  const { current, items } = useShelf();
  const item = items.find(({ productId }) => productId === current?.productId);
  if (current === null || item === undefined) return null;
  return <SentPush push={current} item={item} current={current} />;
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Where it arrived' });

test('answers that do not fit can be reached by the tab key, those that fit are no stop', () => {
  const { change, sample } = renderDesk(<Sent />, { language: 'en', slices: {} });
  expect(list().hasAttribute('tabindex')).toBe(false);
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(200);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(90);
  const { current } = sample.shelf;
  change({ shelf: { ...sample.shelf, current: current && { ...current, targets: [] } } });
  expect(list().tabIndex).toBe(0);
});
