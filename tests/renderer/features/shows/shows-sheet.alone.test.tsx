import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ShowsSheet } from '#renderer/features/shows/ShowsSheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { listedShow } from '#tests/support/sample-shows.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

vi.mock('virtua', async () => {
  const { Fragment, createElement } = await import('react');
  return {
    // Nothing has a height here: every row is drawn.
    VList: ({
      data,
      children,
    }: {
      data: unknown[];
      children: (row: unknown, at: number) => never;
    }) => createElement(Fragment, null, data.map(children)),
  };
});

const SHOWS = [
  listedShow(903, { title: '秋季亚麻专场', tags: ['大促'], anchors: ['小美'] }, { chats: 40 }),
  listedShow(902, { title: '开学季', platforms: ['douyin'] }, { chats: null }),
  listedShow(901, { title: '清仓' }, { chats: 90 }),
];

function open(shows: readonly ListedShow[] = SHOWS, bin: readonly ListedShow[] = []) {
  const room = renderWithRoom(<ShowsSheet onClose={() => undefined} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({}),
  });
  const answered = async (run: () => void): Promise<void> => {
    await act(async () => {
      run();
      await Promise.resolve();
    });
  };
  const list = () =>
    answered(() => room.transport.reply('shows.list', { shows, bin, products: [] }));
  const sent = (name: string) =>
    room.transport.commands.filter((command) => command.name === name).map(({ input }) => input);
  return { ...room, answered, list, sent };
}

const field = () => screen.getByRole('combobox', { name: '找场次：名称、标签、主播、商品、日期' });
const titles = () =>
  screen
    .getAllByRole('option')
    .filter((row) => row.hasAttribute('data-at'))
    .map((row) => row.querySelector('[translate]')?.textContent);
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(() => {
  cleanup();
  useDeskStore.setState(useDeskStore.getInitialState(), true);
});

test('says that it reads, that there is nothing, and why it cannot', async () => {
  const room = open([]);
  expect(screen.getByText('正在读取…')).toBeTruthy();
  await room.answered(() => room.transport.refuse('shows.list', 'store_unwritable'));
  expect(screen.getByText(/场次没能读出来/)).toBeTruthy();
  fireEvent.click(button('再试一次'));
  await room.list();
  expect(screen.getByText('还没有场次')).toBeTruthy();
});

test('is found while one types, narrowed by tag, and ordered by a figure with the unknown last', async () => {
  const room = open();
  await room.list();
  expect(titles()).toEqual(['秋季亚麻专场', '开学季', '清仓']);
  expect(document.activeElement).toBe(field());
  fireEvent.change(field(), { target: { value: '亚麻' } });
  expect(titles()).toEqual(['秋季亚麻专场']);
  fireEvent.change(field(), { target: { value: '没有' } });
  expect(screen.getByText('没有这样的场次')).toBeTruthy();
  fireEvent.click(button('清除筛选'));
  fireEvent.change(screen.getByLabelText('标签'), { target: { value: '大促' } });
  expect(titles()).toEqual(['秋季亚麻专场']);
  fireEvent.click(button('清除筛选'));
  fireEvent.change(screen.getByLabelText('排序'), { target: { value: 'chats' } });
  expect(titles()).toEqual(['清仓', '秋季亚麻专场', '开学季']);
  fireEvent.click(button('降序 ↓'));
  expect(titles()).toEqual(['秋季亚麻专场', '清仓', '开学季']);
});

test('an unknown figure is no 0 and says why', async () => {
  const room = open();
  await room.list();
  const row = screen.getAllByRole('option', { name: /开学季/ })[0];
  expect(within(row ?? document.body).getByTitle('来源没有给出').textContent).toContain('—');
});

test('arrows walk, Enter opens the review, Space marks two, which are compared', async () => {
  const room = open();
  await room.list();
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: ' ' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: ' ' });
  expect(screen.getByText('已选 2 场')).toBeTruthy();
  fireEvent.click(button('对比这两场'));
  expect(room.sent('shows.compare')).toEqual([{ showIds: [902, 901] }]);
  expect(screen.getByRole('dialog', { name: '场次对比' })).toBeTruthy();
  fireEvent.click(button('关闭'));
  fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
  expect(useDeskStore.getState().view).toEqual({ name: 'review', showId: 903 });
});

test('is renamed and tagged, with what other shows have as a suggestion', async () => {
  const room = open();
  await room.list();
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.click(button('改名'));
  fireEvent.change(screen.getByLabelText('新的名称'), { target: { value: '开学季返场' } });
  fireEvent.submit(screen.getByLabelText('新的名称'));
  expect(room.sent('shows.rename')).toEqual([{ showId: 902, title: '开学季返场' }]);
  await room.answered(() => room.transport.reply('shows.rename', {}));
  fireEvent.click(button('标签'));
  fireEvent.click(button('加上“大促”'));
  expect(room.sent('shows.setWords')).toEqual([
    { showIds: [902], kind: 'tag', add: ['大促'], remove: [] },
  ]);
});

test('two marked shows are made one by a second press, and what was made of two is taken apart', async () => {
  const room = open([...SHOWS, listedShow(800, { title: '断播', mergedTs: 5 })]);
  await room.list();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: ' ' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: ' ' });
  fireEvent.click(button('合并为一场'));
  expect(room.sent('shows.merge')).toEqual([]);
  fireEvent.click(button('再按一次，合并'));
  expect(room.sent('shows.merge')).toEqual([{ showIds: [903, 902] }]);
  expect(screen.getByText(/正在合并/)).toBeTruthy();
  await room.answered(() => room.transport.refuse('shows.merge', 'shows_not_mergeable'));
  expect(screen.getByText(/这两场不能合并/)).toBeTruthy();
  fireEvent.click(button('取消选中'));
  fireEvent.keyDown(list, { key: 'End' });
  fireEvent.click(button('拆回两场'));
  fireEvent.click(button('再按一次，拆开'));
  expect(room.sent('shows.split')).toEqual([{ showId: 800 }]);
  await room.answered(() => room.transport.reply('shows.split', {}));
  expect(room.sent('shows.list')).toHaveLength(2);
});

test('is deleted by a second press, and comes back by one', async () => {
  const room = open();
  await room.list();
  fireEvent.click(button('删除'));
  expect(room.sent('shows.remove')).toEqual([]);
  fireEvent.click(button('再按一次，删除 1 场'));
  expect(room.sent('shows.remove')).toEqual([{ showIds: [903] }]);
  await room.answered(() => room.transport.reply('shows.remove', {}));
  fireEvent.click(button('撤销'));
  expect(room.sent('shows.restore')).toEqual([{ showIds: [903] }]);
});

test('the bin says until when, brings back and erases by a second press', async () => {
  const room = open(SHOWS, [listedShow(900, { title: '旧场', removedTs: 900 * 86_400_000 })]);
  await room.list();
  fireEvent.click(screen.getByRole('tab', { name: /回收站/ }));
  expect(screen.getByText('旧场')).toBeTruthy();
  expect(screen.getByText(/1972年7月19日 彻底删除/)).toBeTruthy();
  fireEvent.click(button('恢复“旧场”'));
  expect(room.sent('shows.restore')).toEqual([{ showIds: [900] }]);
  fireEvent.click(button('彻底删除'));
  fireEvent.click(button('再按一次，无法恢复'));
  expect(room.sent('shows.erase')).toEqual([{ showIds: [900] }]);
});

test('hosts are compared with their number of shows, few ones marked as such', async () => {
  const room = open([...SHOWS, listedShow(899, { anchors: ['小美'] })]);
  await room.list();
  fireEvent.click(screen.getByRole('tab', { name: '主播对比' }));
  const row = screen.getByRole('row', { name: /小美/ });
  expect(within(row).getByText('场次少，仅供参考')).toBeTruthy();
  expect(screen.getByText(/2 场没有写主播/)).toBeTruthy();
});

function side(show: ListedShow, change: object = {}) {
  return {
    show,
    alike: show.figures,
    leftOut: [],
    minutes: [
      { place: 0, viewers: 10, chats: 3, ordersPaid: 0, paidMinor: 0 },
      { place: 1, viewers: 20, chats: 5, ordersPaid: 1, paidMinor: 100 },
    ],
    products: [],
    targets: [],
    ...change,
  };
}

async function compared(first: ListedShow, second: ListedShow, change: object = {}) {
  const room = open([first, second]);
  await room.list();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: ' ' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: ' ' });
  fireEvent.click(button('对比这两场'));
  await room.answered(() =>
    room.transport.reply('shows.compare', { sides: [side(first), side(second, change)] }),
  );
  return room;
}

const line = (name: string) =>
  screen.getByRole('row', { name: new RegExp(`^${name}`) }).textContent;

test('two shows differ by amount and percent, shares by points, and the unknown says why', async () => {
  const first = listedShow(5, { title: '甲' }, { chats: 120, interaction: 0.12, gifts: null });
  const second = listedShow(4, { title: '乙' }, { chats: 100, interaction: 0.1 });
  await compared(first, second, { leftOut: ['kuaishou'] });
  expect(line('弹幕')).toContain('+20（+20.0%）');
  expect(line('互动率')).toContain('+2.0 个百分点');
  expect(line('礼物')).toContain('—');
  expect(line('礼物')).toContain('来源没有给出');
  expect(screen.getByText(/只有一场有的平台两边都不算：快手/)).toBeTruthy();
  expect(screen.getAllByRole('img').length).toBe(4);
});

test('sums of two currencies are not held against each other', async () => {
  await compared(listedShow(5, { title: '甲' }), listedShow(4, { title: '乙', currency: 'USD' }));
  expect(line('成交额')).toContain('币种不同（USD），不比');
  expect(screen.getAllByRole('img').length).toBe(3);
});

test('one show is held against the median of the last, with its n and range', async () => {
  const shows = [5, 4, 3].map((day) => listedShow(day, {}, { chats: day * 100 }));
  const room = open(shows);
  await room.list();
  fireEvent.click(button('和往场对比'));
  const [own] = shows;
  if (own === undefined) throw new Error('no show');
  await room.answered(() =>
    room.transport.reply('shows.compare', { sides: [side(own), side(own)] }),
  );
  expect(line('弹幕')).toContain('350');
  expect(line('弹幕')).toContain('2 场，300 – 400');
  expect(screen.getByText(/场次太少，只能参考/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('对比'), { target: { value: 'target' } });
  expect(screen.getByText(/没有定下/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('对比'), { target: { value: '3' } });
  expect(room.sent('shows.compare').at(-1)).toEqual({ showIds: [5, 3] });
});
