import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';

import { SetUpPage } from '#renderer/features/set-up/SetUpPage.tsx';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_END, REVIEW_START } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const PAST = {
  id: 5,
  title: '秋季亚麻专场',
  origin: 'live',
  state: 'ended',
  startedTs: REVIEW_START,
  endedTs: REVIEW_END,
  events: 112_480,
};

function renderSetUp() {
  const show = { show: null, clock: null, playback: null };
  return renderWithRoom(
    <DeskActionsProvider>
      <SetUpPage />
      <AreaNotice area="show" />
    </DeskActionsProvider>,
    {
      language: 'zh-CN',
      snapshot: sampleSnapshot({ slices: { show } }),
    },
  );
}
type Room = ReturnType<typeof renderSetUp>;

async function answered(run: () => void): Promise<void> {
  await act(async () => {
    run();
    await Promise.resolve();
  });
}

const inputs = (room: Room, name: string) =>
  room.transport.commands.filter((command) => command.name === name).map(({ input }) => input);

afterEach(() => {
  cleanup();
  useDeskStore.setState(useDeskStore.getInitialState(), true);
});

test('the demo comes first and starts at the chosen speed', () => {
  const room = renderSetUp();
  expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('看一场示例直播');
  const card = within(screen.getByRole('region', { name: '看一场示例直播' }));
  fireEvent.change(card.getByLabelText('速度'), { target: { value: '20' } });
  fireEvent.click(card.getByRole('button', { name: '开始示例' }));
  expect(inputs(room, 'demo.start')).toMatchObject([
    { speed: 20, language: 'zh-CN', eventsPerSecond: null },
  ]);
});

test('a live room is begun from its card, which says the steps', () => {
  renderSetUp();
  const card = within(screen.getByRole('region', { name: '新建直播间' }));
  expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '平台与频道',
    '商品',
    '副屏',
  ]);
  fireEvent.click(card.getByRole('button', { name: '开始' }));
  expect(useDeskStore.getState().setUpStep).toBe('room');
});

describe('past shows', () => {
  test('open their review or play again', async () => {
    const room = renderSetUp();
    expect(screen.getByText('正在读取…')).toBeTruthy();
    const running = { ...PAST, id: 6, title: '没结束', state: 'on_air', endedTs: null };
    await answered(() => room.transport.reply('show.list', { shows: [running, PAST] }));
    expect(screen.queryByText('没结束')).toBeNull();
    expect(screen.getByText('秋季亚麻专场').parentElement?.textContent).toContain('112,480 条事件');
    fireEvent.click(screen.getByRole('button', { name: '重放“秋季亚麻专场”' }));
    expect(inputs(room, 'replay.start')).toEqual([{ from: { showId: 5 }, speed: 1 }]);
    fireEvent.click(screen.getByRole('button', { name: '看复盘：秋季亚麻专场' }));
    expect(useDeskStore.getState().view).toEqual({ name: 'review', showId: 5 });
  });

  test('say the day they began on this machine’s clock with its year, and how long they were', async () => {
    process.env['TZ'] = 'Asia/Shanghai';
    try {
      const room = renderSetUp();
      const startedTs = Date.UTC(2025, 11, 31, 16, 30);
      const show = { ...PAST, startedTs, endedTs: startedTs + 5_400_000 };
      await answered(() => room.transport.reply('show.list', { shows: [show] }));
      const words = screen.getByText('秋季亚麻专场').parentElement?.textContent;
      expect(words).toContain('2026年1月1日 00:30 · 1:30:00');
    } finally {
      process.env['TZ'] = 'UTC';
    }
  });

  test('none yet, and not to be read, are told apart', async () => {
    const room = renderSetUp();
    await answered(() => room.transport.refuse('show.list', 'store_unwritable'));
    expect(screen.getByRole('alert').textContent).toContain('读不到过往场次');
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await answered(() => room.transport.reply('show.list', { shows: [] }));
    expect(screen.getByText('还没有结束的场次', { exact: false })).toBeTruthy();
  });
});

test('an event file needs a path; a refusal is said at the field', async () => {
  const room = renderSetUp();
  fireEvent.click(screen.getByRole('button', { name: '重放文件' }));
  expect(screen.getByText('填上文件路径。')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('文件路径'), { target: { value: ' /tmp/show.jsonl ' } });
  fireEvent.click(screen.getByRole('button', { name: '重放文件' }));
  expect(inputs(room, 'replay.start')).toEqual([{ from: { file: '/tmp/show.jsonl' }, speed: 1 }]);
  await answered(() => room.transport.refuse('replay.start', 'file_unreadable'));
  expect(screen.getByText('打不开', { exact: false })).toBeTruthy();
});

test('lines a file is replayed without are counted, and the first one is named', async () => {
  const room = renderSetUp();
  fireEvent.change(screen.getByLabelText('文件路径'), { target: { value: '/tmp/show.jsonl' } });
  fireEvent.click(screen.getByRole('button', { name: '重放文件' }));
  const leftOut = { count: 3, firstLine: 7, reason: 'not_json' };
  await answered(() => room.transport.reply('replay.start', { showId: 9, leftOut }));
  expect(
    screen.getByText('已开始重放；有 3 行读不懂，没有播，第一处在第 7 行（不是 JSON）'),
  ).toBeTruthy();
});
