import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { TeamStrip } from '#renderer/features/team/TeamStrip.tsx';
import { TeamProblemBand } from '#renderer/features/top-bar/TeamProblemBand.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import type { SampleLanguage, SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

type Answer = SliceInputs['team']['answers'][number];

const ADDED: Answer = {
  seq: 40,
  ts: SAMPLE_NOW,
  screenId: 4,
  name: 'Pixel',
  trade: 'stock',
  answer: 'stock_added',
  productId: 2,
  linkNumber: 2,
  productName: 'Linen shirt',
  units: 200,
  text: '',
  stockBefore: 30,
  stockAfter: 230,
  hasChangedShelf: true,
  state: 'seen',
};
const PROBLEM: Answer = {
  ...ADDED,
  seq: 41,
  trade: 'service',
  answer: 'problem',
  units: null,
  text: 'wrong size in the box',
  stockBefore: null,
  stockAfter: null,
  hasChangedShelf: false,
};

useSampleTime();

function open(answers: readonly Answer[], language: SampleLanguage = 'en') {
  const parts = (
    <>
      <TeamProblemBand />
      <TeamStrip />
    </>
  );
  return renderDesk(parts, { language, slices: { team: { answers: [...answers], duty: null } } });
}

test('a room without assistants has no line of theirs', () => {
  open([]);
  expect(screen.queryByRole('region')).toBeNull();
});

test('pieces that came say who, how many and what is left now, and are undone', async () => {
  const desk = open([ADDED]);
  const line = screen.getByRole('listitem');
  expect(line.textContent).toContain('Stock Pixel: +200 stock · stock 30 → 230');
  expect(line.textContent).toContain('link 2 Linen shirt');
  await desk.user.click(within(line).getByRole('button', { name: /^Undo/ }));
  expect(desk.sent().at(-1)).toEqual({ name: 'team.undo', input: { answerSeq: 40 } });
  desk.change({ team: { answers: [{ ...ADDED, state: 'undone' }], duty: null } });
  expect(within(screen.getByRole('listitem')).queryByRole('button')).toBeNull();
  expect(screen.getByRole('listitem').textContent).toContain('undone');
});

test('a stock that nobody knows is said not to have been changed', () => {
  open([{ ...ADDED, stockBefore: null, stockAfter: null, hasChangedShelf: false }], 'zh-CN');
  expect(screen.getByRole('listitem').textContent).toContain('库存未知，没有改动');
  expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull();
});

test('an answer is seen when it has been painted, once, and not before', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const desk = open([{ ...ADDED, state: 'received' }]);
  const seen = () => desk.sent().filter(({ name }) => name === 'team.see');
  expect(seen()).toEqual([]);
  await desk.pass(100);
  expect(seen()).toEqual([{ name: 'team.see', input: { answerSeq: 40 } }]);
  await desk.pass(1_000);
  expect(seen()).toHaveLength(1);
});

test('a problem stands in the band until it is taken care of', async () => {
  const desk = open([PROBLEM, ADDED]);
  expect(screen.getByText(/Service Pixel at .* has a problem: wrong size/)).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Taken care of' }));
  expect(desk.sent().at(-1)).toEqual({ name: 'team.acknowledge', input: { answerSeq: 41 } });
  desk.change({ team: { answers: [{ ...PROBLEM, state: 'acknowledged' }, ADDED], duty: null } });
  expect(screen.queryByRole('button', { name: 'Taken care of' })).toBeNull();
});
