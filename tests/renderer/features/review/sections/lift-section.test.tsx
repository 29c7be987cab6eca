import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { LiftSection } from '#renderer/features/review/lift/LiftSection.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleLift } from '#tests/support/sample-lift.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

afterEach(() => {
  cleanup();
  useDeskStore.getState().showLive();
});

function renderLift(language: 'zh-CN' | 'en', lift = sampleLift(language)) {
  const snapshot = sampleSnapshot({ language });
  return renderWithRoom(<LiftSection lift={lift} error={null} />, { language, snapshot });
}

function rows(): string[] {
  const table = screen.getByRole('table', { name: /做了之后怎样|What followed/ });
  return within(table)
    .getAllByRole('row')
    .map((row) => row.textContent ?? '');
}

test('what was found comes first, with its interval, its times and money as a range', () => {
  renderLift('zh-CN');
  const [, first, second] = rows();
  expect(first).toContain('想要的扣 1');
  expect(first).toContain('▲ 有，变多');
  expect(first).toContain('+18.4（+11.2～+26.9）');
  expect(first).toContain('8 / 10 次可比');
  expect(first).toContain('每次多带来 ¥42～¥610（按 312 笔付款的中间一半估）');
  expect(second).toContain('订单');
  expect(rows().at(-1)).toContain('○ 没看到效果');
});

test('a cue that keeps people is judged by people online and leavers', () => {
  renderLift('en');
  const kept = rows().filter((row) => /Net online|Leavers/.test(row));
  expect(kept[0]).toContain('+5.2% (+1.8% to +8.7%)');
  expect(kept[1]).toContain('▼ Found, fewer');
  expect(screen.getByText(/Keeps people/)).toBeTruthy();
});

test('what cannot be said waits behind a button, with what it would need', async () => {
  renderLift('en');
  expect(rows().some((row) => row.includes('Opening'))).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Not enough data on 1 more' }));
  const opening = rows().find((row) => row.includes('Opening'));
  expect(opening).toContain('… Not enough data');
  expect(opening).toContain('1 of 1 compared · about 4 needed');
});

test('each time is shown on demand and goes to its moment', async () => {
  renderLift('en');
  await userEvent.click(screen.getByRole('button', { name: 'Each time: Type 1 if you want it' }));
  const evidence = screen.getByRole('table', { name: 'Each time, and what it was compared with' });
  expect(within(evidence).getAllByRole('row')[1]?.textContent).toContain('11874.3');
  await userEvent.click(within(evidence).getByRole('button', { name: /^Go to/ }));
  const { reviewMomentTs } = useDeskStore.getState();
  expect(reviewMomentTs).toBe(sampleLift('en').acts[0]?.ts);
});

test('before it is worked out that is said, and so is a show in which nothing was done', () => {
  const snapshot = sampleSnapshot({ language: 'en' });
  renderWithRoom(<LiftSection lift={null} error={null} />, { language: 'en', snapshot });
  expect(screen.getByRole('status').textContent).toContain('Comparing');
  cleanup();
  renderLift('en', { ...sampleLift('en'), things: [], acts: [] });
  expect(screen.getByText(/No cue was sent/)).toBeTruthy();
});
