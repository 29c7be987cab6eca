import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { CommandPalette } from '#renderer/features/palette/CommandPalette.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const desk = (): DeskUnderTest =>
  renderDesk(
    <>
      <CommandPalette />
      <ShelfPanel />
    </>,
    { language: 'zh-CN', slices: {} },
  );

const palette = (): HTMLElement => screen.getByRole('region', { name: '命令' });
const labels = (): readonly string[] =>
  within(palette())
    .getAllByRole('button')
    .map((line) => line.textContent);

async function open(under: DeskUnderTest): Promise<void> {
  await under.user.keyboard('{Control>}k{/Control}');
}

describe('the command palette', () => {
  test('opens with Ctrl+K, lists actions with their keys, closes with Esc', async () => {
    const under = desk();
    expect(screen.queryByRole('region', { name: '命令' })).toBe(null);
    await open(under);
    expect(labels()).toContain('商品备品 3 亚麻西装外套 宽松款3');
    expect(labels()).toContain('话术提示主播 喝口水，休息 30 秒F3');
    expect(labels()).toContain('流程下一段流程N');
    await under.user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: '命令' })).toBe(null);
    expect(under.sent()).toEqual([]);
  });

  test('runs the best match with Enter and closes', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('西装{Enter}');
    expect(under.sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 3 } }]);
    expect(useDeskStore.getState().isPaletteOpen).toBe(false);
  });

  test('finds by the words of the other language', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('light theme{Enter}');
    expect(useDeskStore.getState().theme).toBe('light');
  });

  test('arrow keys choose; the pointer runs', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('流程{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
    expect(under.sent()).toHaveLength(1);
    await open(under);
    await under.user.keyboard('返场');
    await under.user.click(within(palette()).getByRole('button', { name: /开始流程 返场/ }));
    expect(under.sent()[1]).toEqual({ name: 'block.start', input: { blockId: 8 } });
  });

  test('ending the show asks for a second Enter', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('结束本场{Enter}');
    expect(under.sent()).toEqual([]);
    expect(labels()).toEqual(['场次再按一次确认：结束本场']);
    await under.user.keyboard('{Enter}');
    expect(under.sent()).toEqual([{ name: 'show.end', input: {} }]);
    await under.reply('show.end', { showId: 7 });
    expect(useDeskStore.getState().view).toEqual({ name: 'review', showId: 7 });
  });

  test('an Enter that ends a composition runs nothing', async () => {
    const under = desk();
    await open(under);
    const field = within(palette()).getByRole('textbox');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(under.sent()).toEqual([]);
  });

  test('says when nothing matches', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('外星{Enter}');
    expect(within(palette()).getByText('没有符合“外星”的命令')).toBeTruthy();
    expect(under.sent()).toEqual([]);
  });

  test('hands the focus on to the field an action asks for', async () => {
    const under = desk();
    await open(under);
    await under.user.keyboard('筛选{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: '筛选商品' }));
  });

  test('closes when the focus goes elsewhere', async () => {
    const under = desk();
    await open(under);
    await under.user.click(screen.getByRole('searchbox', { name: '筛选商品' }));
    expect(useDeskStore.getState().isPaletteOpen).toBe(false);
  });
});

describe('outside the live room', () => {
  test('offers the way back and what every page has, and no room action', async () => {
    const under = desk();
    act(() => useDeskStore.getState().showReview(ShowId.parse(7)));
    await under.user.keyboard('3{Enter}');
    await open(under);
    expect(labels()[0]).toBe('界面回到直播间');
    expect(labels().some((label) => label.includes('备品'))).toBe(false);
    await under.user.keyboard('{Enter}');
    expect(useDeskStore.getState().view).toEqual({ name: 'live' });
    expect(under.sent()).toEqual([]);
  });
});
