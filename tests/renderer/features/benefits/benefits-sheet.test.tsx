import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { BenefitsSheet } from '#renderer/features/benefits/BenefitsSheet.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const told = {
  benefitId: null,
  origin: 'cue:5',
  kind: 'lucky_bag',
  name: 'Lucky bag at nine',
  productId: null,
  productName: '',
  givenTs: 1_000,
  costMinor: null,
  quantity: null,
  claimed: null,
  redeemed: null,
  fileName: null,
};

async function open() {
  const sheet = <BenefitsSheet showId={ShowId.parse(7)} onClose={() => undefined} />;
  const desk = renderDesk(sheet, { language: 'en', slices: {} });
  await desk.reply('benefit.list', { benefits: [told], currency: 'CNY', products: [] });
  return desk;
}

const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

test('what the show told is filled in, saved and taken back', async () => {
  const desk = await open();
  expect(screen.getByText('cue, nothing entered')).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Edit Lucky bag at nine' }));
  type('Cost in all (CNY)', '88.5');
  type('Quantity', '100');
  type('Claimed', '120');
  expect(screen.getByText(/More claimed than there were/)).toBeTruthy();
  type('Claimed', '80');
  await desk.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.sent().at(-1)).toEqual({
    name: 'benefit.put',
    input: {
      showId: 7,
      benefitId: null,
      origin: 'cue:5',
      fields: {
        kind: 'lucky_bag',
        name: 'Lucky bag at nine',
        productId: null,
        givenTs: 1_000,
        costMinor: 8_850,
        quantity: 100,
        claimed: 80,
        redeemed: null,
      },
    },
  });
  await desk.reply('benefit.put', { benefitId: 3 });
  expect(screen.getByText('Saved.')).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(desk.sent().at(-1)).toEqual({
    name: 'benefit.remove',
    input: { benefitId: 3, isRemoved: true },
  });
});

test('a figure that is none is said at its field and not saved', async () => {
  const desk = await open();
  await desk.user.click(screen.getByRole('button', { name: 'Add a benefit' }));
  type('Name', '20 off');
  type('Cost in all (CNY)', 'much');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  type('Cost in all (CNY)', '');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false);
});
