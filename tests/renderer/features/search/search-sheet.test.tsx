import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { SearchSheet } from '#renderer/features/search/SearchSheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_START } from '#tests/support/sample-review.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const HOUR_MS = 3_600_000;
const SHOWS = [
  { id: 901, title: '秋季亚麻专场', origin: 'live', startedTs: REVIEW_START },
  { id: 902, title: '开学季', origin: 'replay', startedTs: REVIEW_START + 24 * HOUR_MS },
];
const CHAT = {
  kind: 'chat',
  platform: 'douyin',
  person: { platformUserId: 'u1', displayName: '小美' },
  isRemoved: false,
  money: null,
  value: null,
};
const HITS = [
  {
    ...CHAT,
    seq: 30,
    showId: 902,
    ts: REVIEW_START + 24 * HOUR_MS + 65_000,
    text: '这个价格<b>，价格？',
    ranges: [
      [2, 4],
      [8, 10],
    ],
  },
  { ...CHAT, seq: 20, showId: 901, ts: REVIEW_START + HOUR_MS, text: '价格', ranges: [[0, 2]] },
  {
    ...CHAT,
    seq: 10,
    showId: 901,
    ts: REVIEW_START + 5_000,
    text: '问价格',
    ranges: [[1, 3]],
    kind: 'paid_message',
    isRemoved: true,
    person: null,
    money: { amountMinor: 3_000, currency: 'CNY', exponent: 2 },
  },
];
const ANSWER = {
  hits: HITS,
  shows: SHOWS,
  next: null,
  isCutShort: false,
  lookedBackToTs: REVIEW_START,
  isSuperseded: false,
  hasMorePeople: false,
  index: { isWhole: true, backToTs: REVIEW_START, fraction: 1 },
};

type Room = ReturnType<typeof open>;

function open() {
  const onClose = vi.fn<() => void>();
  const room = renderWithRoom(<SearchSheet onClose={onClose} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({}),
  });
  return { ...room, onClose };
}

const field = () => screen.getByRole('combobox', { name: '要找的内容' });
const options = () =>
  screen.getAllByRole('option').filter((row) => row.id.startsWith('search-hit'));
const asked = (room: Room) =>
  room.transport.commands
    .filter(({ name }) => name === 'search.messages')
    .map(({ input }) => input);

function type(text: string): void {
  fireEvent.change(field(), { target: { value: text } });
}

async function answered(run: () => void): Promise<void> {
  await act(async () => {
    run();
    await Promise.resolve();
  });
}

async function found(text: string, answer: object): Promise<Room> {
  const room = open();
  type(text);
  await answered(() => room.transport.reply('search.messages', { ...ANSWER, ...answer }));
  return room;
}

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(() => {
  cleanup();
  useDeskStore.setState(useDeskStore.getInitialState(), true);
});

test('says what it is for while nothing is asked, and asks for nothing', () => {
  const room = open();
  expect(screen.getByText('在所有场次的消息里找')).toBeTruthy();
  expect(document.activeElement).toBe(field());
  type('  ');
  expect(asked(room)).toEqual([]);
});

test('asks with every change; what was asked before is passed over', async () => {
  const room = open();
  type('价');
  const first = room.transport.commands.at(-1);
  type('价格');
  expect(asked(room)).toMatchObject([
    { text: '价', beforeSeq: null },
    { text: '价格', beforeSeq: null },
  ]);
  expect(screen.getByText('正在找…')).toBeTruthy();
  await answered(() =>
    room.transport.receive({
      type: 'reply',
      commandId: first?.commandId,
      output: { ...ANSWER, hits: [], shows: [], isSuperseded: true },
    }),
  );
  expect(screen.queryByText(/没有找到/)).toBeNull();
  await answered(() => room.transport.reply('search.messages', ANSWER));
  expect(options()).toHaveLength(3);
  expect(screen.getByText('3 条')).toBeTruthy();
});

test('shows hits by show, with time, platform, person and the words marked as text', async () => {
  await found('价格', {});
  const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'));
  expect(groups).toEqual(['开学季', '秋季亚麻专场']);
  const [first, , last] = options();
  expect(first?.textContent).toContain('00:01:05');
  expect(first?.querySelector('b b')).toBeNull();
  expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
    '价格',
    '价格',
  ]);
  expect(first?.textContent).toContain('这个价格<b>，价格？');
  expect(last?.textContent).toMatch(/某人.*付费留言.*¥30.*已被删除/);
});

test('is walked by the arrows from the field, and Enter opens the review at that moment', async () => {
  const room = await found('价格', {});
  const enter = vi.fn<() => void>();
  document.addEventListener('keydown', enter);
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  expect(options().map((row) => row.getAttribute('aria-selected'))).toEqual([
    'false',
    'true',
    'false',
  ]);
  expect(field().getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
  fireEvent.keyDown(field(), { key: 'Enter' });
  document.removeEventListener('keydown', enter);
  expect(useDeskStore.getState()).toMatchObject({
    view: { name: 'review', showId: 901 },
    panel: null,
    reviewMomentTs: REVIEW_START + HOUR_MS,
  });
  expect(enter).not.toHaveBeenCalled();
  expect(room.transport.commands.map(({ name }) => name)).not.toContain('shelf.go');
});

test('of a show that still runs no review is opened, and it says why', async () => {
  const running = sampleSnapshot({}).slices.show?.show;
  const hit = { ...HITS[0], showId: running?.id };
  await found('价格', { hits: [hit], shows: [{ ...SHOWS[0], id: running?.id }] });
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(useDeskStore.getState().view).toEqual({ name: 'live' });
  expect(screen.getByText('这场还没下播，复盘要等下播后')).toBeTruthy();
});

test('copies the picked message as it was written', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  await found('价格', {});
  fireEvent.click(options()[0] ?? field());
  await answered(() => fireEvent.click(screen.getByRole('button', { name: '复制' })));
  fireEvent.keyDown(screen.getByRole('listbox', { name: '找到的消息' }), {
    key: 'c',
    ctrlKey: true,
  });
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'clipboard');
  expect(writeText.mock.calls).toEqual([['这个价格<b>，价格？'], ['这个价格<b>，价格？']]);
});

test('narrows by kind, platform, show, time and name, and by what is picked', async () => {
  const room = await found('价格', {});
  await answered(() => room.transport.reply('show.list', { shows: [] }));
  const choose = (name: string, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });
  choose('类型', 'removed');
  choose('平台', 'twitch');
  choose('观众', '小');
  choose('时间', 'day');
  expect(asked(room).at(-1)).toMatchObject({
    kind: 'removed',
    platform: 'twitch',
    person: { name: '小' },
  });
  expect(asked(room).at(-1)).not.toMatchObject({ fromTs: null });
  await answered(() => room.transport.reply('search.messages', ANSWER));
  fireEvent.click(options()[0] ?? field());
  fireEvent.click(screen.getByRole('button', { name: '只看小美' }));
  expect(asked(room).at(-1)).toMatchObject({
    person: { platform: 'douyin', platformUserId: 'u1' },
  });
  await answered(() => room.transport.reply('search.messages', ANSWER));
  fireEvent.click(screen.getByRole('button', { name: '只看这一场' }));
  expect(asked(room).at(-1)).toMatchObject({ showId: 902 });
  fireEvent.click(screen.getByRole('button', { name: '不再只看小美' }));
  expect(asked(room).at(-1)).toMatchObject({ person: null });
});

test('shows the next page behind the first one', async () => {
  const room = await found('价格', { next: 10 });
  expect(screen.getByText('最近的 3 条，下面还有')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再显示一些' }));
  expect(asked(room).at(-1)).toMatchObject({ text: '价格', beforeSeq: 10 });
  const older = { ...HITS[1], seq: 5, text: '更早的价格', ranges: [[3, 5]] };
  await answered(() => room.transport.reply('search.messages', { ...ANSWER, hits: [older] }));
  expect(options()).toHaveLength(4);
  expect(screen.queryByRole('button', { name: '再显示一些' })).toBeNull();
});

test('says how far it looked and that older messages are still being indexed', async () => {
  await found('没有的词', {
    hits: [],
    next: 4_000,
    isCutShort: true,
    index: { isWhole: false, backToTs: REVIEW_START, fraction: 0.999 },
  });
  expect(screen.getByText(/更早的还没看 · 更早的消息还在建索引（已完成 99%，到/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '继续往前找' })).toBeTruthy();
});

test('says that nothing was found, and of a failure why, with a way to ask again', async () => {
  const room = await found('没有的词', { hits: [], shows: [] });
  expect(screen.getByText('没有找到“没有的词”')).toBeTruthy();
  type('别的');
  await answered(() =>
    room.transport.refuse('search.messages', 'store_unwritable', { folder: '', reason: 'x' }),
  );
  const alert = screen.getByRole('alert');
  fireEvent.click(within(alert).getByRole('button', { name: '再找一次' }));
  await answered(() => room.transport.reply('search.messages', ANSWER));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(options()).toHaveLength(3);
});

test('asks anew when somebody was erased', async () => {
  const room = await found('价格', {});
  const snapshot = sampleSnapshot({});
  const data = { erasures: [], lastErasedTs: REVIEW_START, transfer: null, offered: null };
  const count = asked(room).length;
  room.receive(sampleBatch({ afterSeq: snapshot.seq, seq: snapshot.seq, slices: { data } }));
  expect(asked(room)).toHaveLength(count + 1);
});
