import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { BenefitLift } from '#renderer/features/review/benefits/BenefitLift.tsx';
import { ShowBenefit } from '#shared/model/benefit.ts';
import type { ShowLift } from '#shared/model/lift.ts';
import { liftShow, type Done } from '#tests/support/lift-show.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

afterEach(cleanup);

const BAG = { kind: 'giveaway', title: 'Lucky bag' } as const;

/** A giveaway that was done eight times: each time three orders more than matched minutes. */
const bag = (orders: Done['figures']['orders']): Done => ({
  kind: 'giveaway',
  subject: BAG,
  figures: orders === undefined ? {} : { orders },
});

async function open(done: readonly Done[], costMinor: number | null, isGiven = true) {
  const benefit = ShowBenefit.parse({
    kind: 'lucky_bag',
    name: BAG.title,
    productId: null,
    givenTs: null,
    costMinor,
    quantity: null,
    claimed: null,
    redeemed: null,
    benefitId: 1,
    origin: null,
    productName: '',
    fileName: null,
  });
  const { review, lift } = liftShow(done, {});
  const shown = { ...review, benefits: isGiven ? [benefit] : [] };
  const room = renderWithRoom(<BenefitLift review={shown} />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en', slices: {}, seq: 1 }),
  });
  const answer = (told: ShowLift): Promise<void> =>
    act(async () => room.transport.reply('review.lift', told));
  return { room, lift, answer };
}

const lines = (): readonly (string | null)[] =>
  screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('orders beyond matched minutes are a range, and so is what each of them cost', async () => {
  const { lift, answer } = await open([bag({ state: 'found', mean: 3, low: 1, high: 5 })], 24_000);
  await answer(lift);
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toContain('Lucky bag ×8');
  // 24 orders in all, as wide for its size as the mean of one.
  expect(lines()[0]).toContain('8 to 40 orders more than matched minutes');
  expect(lines()[0]).toMatch(/each of them cost .*6.* to .*30/);
});

test('an interval that reaches below nothing has no dearest; no cost says none', async () => {
  const figures = { state: 'none', mean: 3, low: -1, high: 5 } as const;
  const first = await open([bag(figures)], 24_000);
  await first.answer(first.lift);
  expect(lines()[0]).toMatch(/each of them cost at least .*6/);
  cleanup();
  const second = await open([bag(figures)], null);
  await second.answer(second.lift);
  expect(lines()[0]).not.toContain('cost');
});

test('what cannot be compared is unknown, other things are none of it, and without benefits nothing is asked', async () => {
  const line: Done = { kind: 'close', figures: {} };
  const { lift, answer } = await open([bag(undefined), line], 24_000);
  await answer(lift);
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toContain('orders beyond the usual cannot be told');
  cleanup();
  const { room } = await open([bag(undefined)], null, false);
  expect(room.transport.commands).toEqual([]);
  expect(screen.queryByRole('region')).toBeNull();
});
