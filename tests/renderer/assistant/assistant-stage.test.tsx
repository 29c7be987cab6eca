import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AssistantStage } from '#renderer/assistant/AssistantStage.tsx';
import type { AssistantAnswer } from '#shared/model/assistant.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;
type Assist = SliceInputs['assist'];

const product = (productId: number, name: string) => ({
  productId,
  linkNumber: productId,
  name,
  isSoldOut: false,
  currency: 'CNY',
  priceMinor: 12_900,
  listPriceMinor: 19_900,
  couponPriceMinor: 9_900,
  stock: 30,
});
const ASSIST: Assist = {
  showState: 'on_air',
  block: { role: 'hero', title: '主推' },
  onShelf: product(2, '亚麻衬衫'),
  next: { product: product(3, '亚麻西装'), why: 'armed' },
  answers: [],
};
const ANSWER = {
  seq: SEQ + 1,
  ts: 1_772_395_200_000,
  screenId: 4,
  name: 'Pixel',
  trade: 'ads' as const,
  answer: 'coupon_on' as const,
  productId: 2,
  linkNumber: 2,
  productName: '亚麻衬衫',
  units: null,
  text: '',
  stockBefore: null,
  stockAfter: null,
  hasChangedShelf: false,
};

function renderStage(assist: Assist = ASSIST, language: 'zh-CN' | 'en' = 'en') {
  return renderWithRoom(<AssistantStage />, {
    language,
    snapshot: sampleSnapshot({ seq: SEQ, slices: { assist } }),
  });
}

type Room = ReturnType<typeof renderStage>;
const sent = (room: Room) =>
  room.transport.commands.filter(({ name }) => name === 'assist.answer').map(({ input }) => input);
const press = (name: string | RegExp): void =>
  void fireEvent.click(screen.getByRole('button', { name }));
const firstRow = (): HTMLElement => {
  const [row] = screen.getAllByRole('listitem');
  if (row === undefined) throw new Error('no row');
  return row;
};
const tell = (room: Room, state: AssistantAnswer['state']): void => {
  const answers = [{ ...ANSWER, state }];
  const slices = { assist: { ...ASSIST, answers } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ, slices }));
};
async function reply(room: Room, name: string, value: unknown): Promise<void> {
  await act(async () => {
    room.transport.reply(name, value);
    await Promise.resolve();
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one tap', () => {
  test('is about the product that is marked: the one on the shelf, or the next', () => {
    const room = renderStage();
    press('Coupon on');
    fireEvent.click(screen.getByRole('radio', { name: /亚麻西装/ }));
    press('+200 stock');
    expect(sent(room)).toEqual([
      { answer: 'coupon_on', productId: 2, units: null, text: '' },
      { answer: 'stock_added', productId: 3, units: 200, text: '' },
    ]);
  });

  test('says sending, received and seen, each when it is so', async () => {
    const room = renderStage();
    press('Coupon on');
    expect(firstRow().textContent).toContain('Sending');
    await reply(room, 'assist.answer', { seq: ANSWER.seq });
    expect(firstRow().textContent).toContain('Received');
    tell(room, 'received');
    tell(room, 'seen');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(firstRow().textContent).toContain('Seen by the desk');
  });

  test('can be taken back for five seconds, and not afterwards', async () => {
    const room = renderStage();
    press('Coupon on');
    await reply(room, 'assist.answer', { seq: ANSWER.seq });
    press(/^Undo /);
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'assist.takeBack',
      input: { answerSeq: ANSWER.seq },
    });
    act(() => void vi.advanceTimersByTime(6_000));
    expect(within(firstRow()).queryByRole('button')).toBeNull();
  });

  test('without the desk is refused in words and never sent', () => {
    const room = renderStage();
    act(() => room.transport.lose('lost'));
    press('Coupon off');
    expect(screen.getByRole('alert').textContent).toContain('was not sent');
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    expect(sent(room)).toEqual([]);
  });
});

test('a typed number of pieces is digits alone, and a problem has words or none', () => {
  const room = renderStage();
  const field = screen.getByRole('textbox', { name: 'Other' });
  fireEvent.change(field, { target: { value: '1a2x0' } });
  press('+120 stock');
  press('Problem');
  press('Tell the desk');
  expect(sent(room)).toEqual([
    { answer: 'stock_added', productId: 2, units: 120, text: '' },
    { answer: 'problem', productId: 2, units: null, text: '' },
  ]);
});

test('without a product only a problem can be told; before and after the show nothing', () => {
  const room = renderStage({ ...ASSIST, onShelf: null, next: null }, 'zh-CN');
  expect(screen.getByRole('button', { name: '券已开' }).hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('button', { name: '有问题' }).hasAttribute('disabled')).toBe(false);
  const slices = { assist: { ...ASSIST, showState: 'ended' as const } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ, slices }));
  expect(screen.queryByRole('button', { name: '有问题' })).toBeNull();
  expect(screen.getByText('已下播')).toBeTruthy();
});

test('a rehearsal says so, and a show does not', () => {
  const room = renderStage(ASSIST, 'zh-CN');
  expect(screen.queryByText('彩排')).toBeNull();
  const slices = { assist: { ...ASSIST, isRehearsal: true } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ, slices }));
  expect(screen.getByText('彩排')).toBeTruthy();
});

test('an answer the desk does not take says why', async () => {
  const room = renderStage();
  press('Sold out');
  await act(async () => {
    room.transport.refuse('assist.answer', 'unknown_product');
    await Promise.resolve();
  });
  expect(firstRow().textContent).toContain('not on the shelf');
});

test('a slip of the host is told by two taps, with or without words', () => {
  const room = renderStage();
  fireEvent.click(screen.getByRole('button', { name: 'Host misspoke' }));
  expect(room.transport.commands.some(({ name }) => name === 'slip.log')).toBe(false);
  fireEvent.change(screen.getByRole('textbox', { name: /What was said/ }), {
    target: { value: ' cures colds ' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Log the slip' }));
  expect(room.transport.commands.at(-1)).toMatchObject({
    name: 'slip.log',
    input: { word: 'cures colds', slipClass: null },
  });
});
