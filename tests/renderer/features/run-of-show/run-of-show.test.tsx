import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { RunOfShow } from '#renderer/features/run-of-show/RunOfShow.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const desk = (): DeskUnderTest => renderDesk(<RunOfShow />, { language: 'zh-CN', slices: {} });
const current = (): string =>
  within(screen.getByRole('region', { name: '流程' })).getByRole('button', { current: 'step' })
    .textContent;

describe('the run of show', () => {
  test('shows planned against elapsed and the time left, ticking with the show', async () => {
    const { pass } = desk();
    expect(current()).toContain('8:08 / 12:00');
    expect(current()).toContain('还剩 3:52');
    await pass(2_000);
    expect(current()).toContain('还剩 3:50');
  });

  test('says when a block is over its time', async () => {
    const { pass } = desk();
    await pass(232_000);
    expect(current()).toContain('还剩 0:00');
    await pass(61_000);
    expect(current()).toContain('超时 1:01');
  });

  test('N and the button start the next block, a press on a block starts that one', async () => {
    const { user, sent } = desk();
    await user.keyboard('n');
    await user.click(screen.getByRole('button', { name: /下一段/ }));
    await user.click(screen.getByRole('button', { name: /返场/ }));
    expect(sent()).toEqual([
      { name: 'block.next', input: {} },
      { name: 'block.next', input: {} },
      { name: 'block.start', input: { blockId: 8 } },
    ]);
  });

  test('a press on the current block does not start it again', async () => {
    const { user, sent } = desk();
    await user.click(screen.getByRole('button', { name: /主推/ }));
    expect(sent()).toEqual([]);
  });

  test('a refusal is said at the strip', async () => {
    const { user, refuse } = desk();
    await user.keyboard('n');
    await refuse('block.next', 'unknown_block');
    expect(screen.getByRole('alert').textContent).toContain('流程里没有这一段');
  });
});
