import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { CurrentProduct } from '#renderer/features/shelf/CurrentProduct.tsx';
import { useMetrics, useShelf } from '#renderer/store/selectors.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleSlices } from '#tests/support/sample-snapshot.ts';

useSampleTime();

function OnShelf({ ordersPaid }: { readonly ordersPaid: number | null }) {
  const { current, items } = useShelf();
  const item = items.find(({ productId }) => productId === current?.productId);
  if (item === undefined || useMetrics() === null) return null;
  const shown = ordersPaid === null ? item : { ...item, ordersPaid, unitsPaid: 0, paidMinor: 0 };
  return <CurrentProduct push={current} item={shown} hasProducts />;
}

const { metrics } = sampleSlices('en');
const unknown = { known: false, reason: 'source_cannot' } as const;
const text = (): string => screen.getByRole('region').textContent;

test('nothing sold is said where orders are told', () => {
  renderDesk(<OnShelf ordersPaid={0} />, { language: 'en', slices: {} });
  expect(text()).toContain('0 orders');
});

test('where no source tells orders, what is sold is unknown, with the reason', () => {
  const slices = { metrics: metrics === null ? null : { ...metrics, ordersPaid: unknown } };
  renderDesk(<OnShelf ordersPaid={0} />, { language: 'en', slices });
  expect(text()).toContain('Sold —: ');
  expect(text()).not.toContain('0 orders');
});

test('what was told before the source went is still said', () => {
  const slices = { metrics: metrics === null ? null : { ...metrics, ordersPaid: unknown } };
  renderDesk(<OnShelf ordersPaid={null} />, { language: 'en', slices });
  expect(text()).not.toContain('Sold —');
});
