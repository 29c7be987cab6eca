import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ScreeningSheet } from '#renderer/features/screening/ScreeningSheet.tsx';
import { commands } from '#shared/contract/contract.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const trend = { n: 2, median: 100, slope: null };
const product = {
  productId: 1,
  name: 'Linen shirt',
  role: 'hero',
  currency: 'CNY',
  tags: ['summer'],
  shows: 4,
  pushes: 9,
  airtimeMs: 600_000,
  ordersPaid: 40,
  paidMinor: 400_000,
  paidPerMinute: 40_000,
  clickRate: 0.05,
  clickToOrder: null,
  refundRate: null,
  ratio: { n: 4, mean: 1.5, low: 1.2, high: 1.9 },
  trend: { n: 4, median: 100, slope: { mean: 5, low: 1, high: 9 } },
  verdict: 'keep',
  reason: 'above',
};
const screening = {
  shows: 4,
  anchors: ['Lan', 'Mei'],
  products: [
    product,
    {
      ...product,
      productId: 2,
      name: 'Tote',
      role: 'benefit',
      ratio: null,
      trend,
      verdict: 'watch',
      reason: 'tooFew',
      paidMinor: null,
    },
  ],
  benefits: [],
  trends: [
    {
      anchor: 'Mei',
      currency: 'CNY',
      shows: [],
      trends: { paidPerHour: trend, viewersMean: trend, followRate: trend, interaction: trend },
    },
  ],
};

async function open() {
  const desk = renderDesk(<ScreeningSheet onClose={() => undefined} />, {
    language: 'en',
    slices: {},
  });
  await desk.reply('screening.get', screening);
  return desk;
}

const rowOf = (name: string): string =>
  screen.getByRole('cell', { name }).closest('tr')?.textContent ?? '';

test('each product has its verdict, why, and how many shows say so', async () => {
  await open();
  expect(rowOf('Linen shirt')).toContain(
    'Keep1.5 times what a minute of its shows brought (1.2–1.9, 4 shows)',
  );
  expect(rowOf('Linen shirt')).toContain('↑');
  expect(rowOf('Tote')).toContain('0 shows can be compared; 3 are needed');
  expect(rowOf('Tote')).toContain('not enough shows for a trend');
  fireEvent.change(screen.getByLabelText('Role'), { target: { value: 'benefit' } });
  expect(screen.queryByRole('cell', { name: 'Linen shirt' })).toBeNull();
});

test('a host is asked for anew; hosts have their trends and no benefit says how to get one', async () => {
  const desk = await open();
  fireEvent.change(screen.getByLabelText('Host'), { target: { value: 'Mei' } });
  expect(desk.sent().at(-1)).toEqual({
    name: 'screening.get',
    input: { fromTs: null, toTs: null, anchor: 'Mei' },
  });
  await desk.user.click(screen.getByRole('tab', { name: 'Hosts' }));
  const box = within(screen.getByRole('region', { name: 'Over many shows · Hosts' }));
  expect(box.getAllByText('not enough shows for a trend (3 are needed)')).toHaveLength(4);
  await desk.user.click(screen.getByRole('tab', { name: 'Benefits' }));
  expect(screen.getByText(/No benefits were written down yet/)).toBeTruthy();
});

test('a table is saved as a file with money and shares as such, and where it lies is said', async () => {
  const desk = await open();
  await desk.user.click(screen.getByRole('button', { name: 'Save as XLSX' }));
  const input = commands['screening.save'].input.parse(desk.sent().at(-1)?.input);
  expect(input).toMatchObject({ format: 'xlsx', sheet: { name: 'products' } });
  expect(input.sheet.rows).toHaveLength(2);
  expect(input.sheet.rows.flat().some((cell) => cell !== null && typeof cell === 'object')).toBe(
    true,
  );
  await desk.reply('screening.save', { path: '/data/exports/cuedesk-screening.xlsx' });
  expect(screen.getByText(/cuedesk-screening\.xlsx/)).toBeTruthy();
  await desk.user.click(screen.getByRole('tab', { name: 'Hosts' }));
  await desk.user.click(screen.getByRole('button', { name: 'Save as CSV' }));
  expect(desk.sent().at(-1)).toMatchObject({
    name: 'screening.save',
    input: { format: 'csv', sheet: { name: 'hosts' } },
  });
});
