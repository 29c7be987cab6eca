import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { ArmedCard } from '#renderer/features/shelf/ArmedCard.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);
useSampleTime();

type Push = NonNullable<SliceInputs['shelf']['lastPush']>;
type Answer = Push['targets'][number];

const SHOPEE: Answer = {
  target: 'shopee',
  outletId: 4,
  name: 'Shopee SG',
  state: 'ok',
  reason: null,
  delayMs: 640,
};
const CHANGED: Answer = {
  ...SHOPEE,
  there: { what: 'item', name: 'Item 777 (9.777)', sinceTs: SAMPLE_NOW },
};

function pushed(id: number, state: Push['state'], answer: Answer): Push {
  return {
    id,
    productId: 3,
    linkNumber: 3,
    goTs: SAMPLE_NOW,
    undoUntilTs: SAMPLE_NOW + 5_000,
    state,
    cueId: null,
    targets: [answer],
  };
}

function card(lastPush: Push, current: Push | null): DeskUnderTest {
  const shelf = { ...sampleShelf('en'), lastPush, current };
  return renderDesk(<ArmedCard />, { language: 'en', slices: { shelf } });
}

const row = (): string =>
  within(screen.getByRole('listitem')).getByText(/./, { selector: 'span[title]' }).textContent;

test('says since when and what is there now, and sends it again to that place alone', async () => {
  const push = pushed(9, 'on_shelf', CHANGED);
  const { user, sent } = card(push, push);
  expect(row()).toMatch(/^shows Item 777 \(9\.777\) since \d\d:\d\d/);
  await user.click(screen.getByRole('button', { name: 'Pin again: no. 3, to Shopee SG alone' }));
  expect(sent()).toEqual([{ name: 'outlet.pushAgain', input: { pushId: 9, outletId: 4 } }]);
});

test('a refusal is said at the card', async () => {
  const push = pushed(9, 'on_shelf', CHANGED);
  const { user, refuse } = card(push, push);
  await user.click(screen.getByRole('button', { name: /^Pin again: .*Shopee SG/ }));
  await refuse('outlet.pushAgain', 'nothing_to_push_again');
  expect(screen.getByRole('alert').textContent).toContain('nothing was sent');
});

test.each([
  ['ok', null, 'arrived in 0.6 s'],
  ['failed', 'item_unknown', 'failed: neither link nor code names a Shopee item'],
] as const)('a place that is %s and shows nothing else reads as before', (state, reason, text) => {
  const push = pushed(9, 'on_shelf', { ...SHOPEE, state, reason });
  card(push, push);
  expect(row()).toBe(text);
  expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
});

test('one that got nothing says what it still shows', () => {
  const push = pushed(9, 'on_shelf', { ...CHANGED, state: 'failed', reason: 'item_unknown' });
  card(push, push);
  expect(row()).toBe('shows Item 777 (9.777) – failed: neither link nor code names a Shopee item');
});

test('what is off is nobody’s business any more', () => {
  card(pushed(9, 'taken_down', CHANGED), null);
  expect(row()).toBe('arrived in 0.6 s');
});

test('after an undo the push that is on again says where it is not', async () => {
  const undone = pushed(10, 'undone', {
    ...SHOPEE,
    reverse: { state: 'ok', reason: null, delayMs: 300 },
  });
  const { user, sent } = card(undone, pushed(9, 'on_shelf', CHANGED));
  expect(screen.getByText('No. 3 · Shopee SG')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Pin again: .*Shopee SG/ }));
  expect(sent()).toEqual([{ name: 'outlet.pushAgain', input: { pushId: 9, outletId: 4 } }]);
});
