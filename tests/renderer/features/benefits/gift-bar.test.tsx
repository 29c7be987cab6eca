import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { GiftBar } from '#renderer/features/benefits/GiftBar.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

test('J gives a lucky bag; Ctrl+Z takes it back while its bar stands, and is the push’s after it', async () => {
  const desk = renderDesk(<GiftBar />, { language: 'en', slices: {} });
  await desk.user.keyboard('j');
  expect(desk.sent().at(-1)).toEqual({
    name: 'benefit.give',
    input: { benefitId: null, kind: 'lucky_bag', name: 'Lucky bag' },
  });
  expect(screen.queryByRole('region', { name: 'Just given' })).toBeNull();
  await desk.reply('benefit.give', { benefitId: 4, seq: 90, ts: 5_000 });
  expect(screen.getByRole('region', { name: 'Just given' }).textContent).toContain('Lucky bag');
  await desk.user.keyboard('{Control>}z{/Control}');
  expect(desk.sent().at(-1)).toEqual({ name: 'benefit.takeBack', input: { seq: 90 } });
  await desk.reply('benefit.takeBack', {});
  expect(screen.queryByRole('region', { name: 'Just given' })).toBeNull();
  const count = desk.sent().length;
  await desk.user.keyboard('{Control>}z{/Control}');
  expect(
    desk
      .sent()
      .slice(count)
      .map(({ name }) => name),
  ).not.toContain('benefit.takeBack');
});
