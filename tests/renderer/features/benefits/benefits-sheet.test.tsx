import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { BenefitsSheet } from '#renderer/features/benefits/BenefitsSheet.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleSlices } from '#tests/support/sample-snapshot.ts';

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

test('during its show one press gives a kind or what was written down; undo takes it back', async () => {
  const { show: shown } = sampleSlices('en');
  const show = shown.show;
  if (show === null) throw new Error('the sample has a show');
  const sheet = <BenefitsSheet showId={ShowId.parse(show.id)} onClose={() => undefined} />;
  const live = renderDesk(sheet, { language: 'en', slices: {} });
  const written = { ...told, benefitId: 3, origin: null, name: 'Coupon 20', givenTs: null };
  await live.reply('benefit.list', { benefits: [written], currency: 'CNY', products: [] });
  await live.user.click(screen.getByRole('button', { name: 'Lucky bag is given now' }));
  expect(live.sent().at(-1)).toEqual({
    name: 'benefit.give',
    input: { benefitId: null, kind: 'lucky_bag', name: 'Lucky bag' },
  });
  await live.reply('benefit.give', { benefitId: 4, seq: 90, ts: 5_000 });
  await live.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(live.sent().at(-1)).toEqual({ name: 'benefit.takeBack', input: { seq: 90 } });
  await live.reply('benefit.takeBack', {});
  await live.user.click(screen.getByRole('button', { name: 'Coupon 20 is given now' }));
  expect(live.sent().at(-1)).toMatchObject({ name: 'benefit.give', input: { benefitId: 3 } });
  live.change({ show: { ...shown, show: { ...show, state: 'ended', endedTs: show.createdTs } } });
  expect(screen.queryByRole('group', { name: 'Given now' })).toBeNull();
});
