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

  test('the running block is extended, held and left by buttons and keys', async () => {
    const { user, sent, change, sample } = desk();
    await user.click(screen.getByRole('button', { name: '本段加 1 分钟 +1' }));
    await user.click(screen.getByRole('button', { name: '本段加 5 分钟 +5' }));
    await user.keyboard('=;v[[z');
    expect(sent()).toEqual([
      { name: 'block.extend', input: { byMs: 60_000 } },
      { name: 'block.extend', input: { byMs: 300_000 } },
      { name: 'block.extend', input: { byMs: 60_000 } },
      { name: 'block.extend', input: { byMs: 300_000 } },
      { name: 'block.hold', input: { isHeld: true } },
      { name: 'block.previous', input: {} },
      { name: 'block.skip', input: { blockId: 5, isSkipped: true } },
    ]);
    const blocks = sample.blocks.blocks.map((block) =>
      block.id === 4 ? { ...block, extendedMs: 300_000, heldMs: 60_000 } : block,
    );
    change({ blocks: { ...sample.blocks, blocks } });
    expect(current()).toContain('7:08 / 17:00');
  });

  test('says when the show ends if it goes on like this, and by how much that is off', () => {
    desk();
    expect(screen.getByText(/^预计 \d\d:\d\d 结束/)).toBeTruthy();
  });
});
