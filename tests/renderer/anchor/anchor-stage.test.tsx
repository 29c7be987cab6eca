import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AnchorApp } from '#renderer/anchor/AnchorApp.tsx';
import { BACK_MS } from '#renderer/connection/use-desk-link.ts';
import { UNREAD_MS } from '#renderer/anchor/use-is-unread.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleBlocks, sampleCues, sampleShelf } from '#tests/support/sample-room.ts';
import {
  SAMPLE_NOW,
  sampleBatch,
  sampleSlices,
  sampleSnapshot,
} from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;
type Cue = NonNullable<ReturnType<typeof sampleCues>['current']>;

function cue(patch: Partial<Cue>): Cue {
  return {
    id: 20,
    kind: 'retain',
    text: '新来的姐妹别走',
    sentTs: SAMPLE_NOW,
    state: 'sent',
    shownDelayMs: null,
    doneDelayMs: null,
    ...patch,
  };
}

function cuesWith(current: Cue | null): ReturnType<typeof sampleCues> {
  const sample = sampleCues('zh-CN');
  return { ...sample, sent: current === null ? sample.sent : [...sample.sent, current], current };
}

function renderAnchor(current: Cue | null) {
  return renderWithRoom(<AnchorApp deviceName="iPad" first={null} onPaired={() => undefined} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ seq: SEQ, slices: { cues: cuesWith(current) } }),
  });
}

const answers = (room: ReturnType<typeof renderAnchor>) =>
  room.transport.commands.filter((command) => command.name === 'cue.answer');
const sentAnswer = (room: ReturnType<typeof renderAnchor>, answer: string) =>
  answers(room).filter((command) => JSON.stringify(command.input).includes(`"${answer}"`));

/** The words of the cue that stand there now. */
const cueOnGlass = (): string | null | undefined =>
  document.querySelector('section[data-kind] p[role="status"]')?.textContent;

function twoFrames(): void {
  act(() => {
    vi.advanceTimersByTime(64);
  });
}

/** Answers of the core arrive in promises. */
async function settled(run: () => void): Promise<void> {
  await act(async () => {
    run();
    await Promise.resolve();
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW });
  window.localStorage.setItem(
    'cuedesk.viewingPlace',
    JSON.stringify({ diagonalInches: 10, distanceMetres: 2, theme: 'dark' }),
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  window.localStorage.clear();
});

describe('shown', () => {
  test('is sent once, after the cue was painted', () => {
    const room = renderAnchor(cue({}));
    expect(sentAnswer(room, 'shown')).toHaveLength(0);
    twoFrames();
    expect(sentAnswer(room, 'shown').map((command) => command.input)).toEqual([
      { cueId: 20, answer: 'shown' },
    ]);
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: cuesWith(cue({})) } }));
    twoFrames();
    expect(sentAnswer(room, 'shown')).toHaveLength(1);
  });

  test('a second cue is reported too, an already shown one is not', () => {
    const room = renderAnchor(cue({ state: 'shown' }));
    twoFrames();
    expect(answers(room)).toHaveLength(0);
    const next = cuesWith(cue({ id: 21, text: '喝口水' }));
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: next } }));
    twoFrames();
    expect(sentAnswer(room, 'shown').map((command) => command.input)).toEqual([
      { cueId: 21, answer: 'shown' },
    ]);
  });

  test('waits while the page is hidden', () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const room = renderAnchor(cue({}));
    twoFrames();
    expect(answers(room)).toHaveLength(0);
    visibility.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    twoFrames();
    expect(sentAnswer(room, 'shown')).toHaveLength(1);
  });
});

describe('answers', () => {
  test.each([' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'])('%j says done, once', (key) => {
    const room = renderAnchor(cue({ state: 'shown' }));
    fireEvent.keyDown(window, { key });
    fireEvent.keyDown(window, { key, repeat: true });
    fireEvent.keyUp(window, { key });
    fireEvent.keyDown(window, { key });
    expect(answers(room).map((command) => command.input)).toEqual([{ cueId: 20, answer: 'done' }]);
  });

  test.each(['h', 'H', 'PageUp', 'ArrowLeft', 'ArrowUp'])('%j asks for help', (key) => {
    const room = renderAnchor(cue({ state: 'shown' }));
    fireEvent.keyDown(window, { key });
    expect(answers(room).map((command) => command.input)).toEqual([{ cueId: 20, answer: 'help' }]);
  });

  test('done is shown as sending, then as taken', async () => {
    const room = renderAnchor(cue({ state: 'shown' }));
    fireEvent.click(screen.getByRole('button', { name: '讲完了' }));
    expect(screen.getByRole('button', { name: '发送中' })).toBeTruthy();
    await settled(() => room.transport.reply('cue.answer', {}));
    expect(screen.getByRole('button', { name: '已收到' })).toBeTruthy();
  });

  test('a press while the desk is away is kept, sent again under the same id, then taken', async () => {
    const room = renderAnchor(cue({ state: 'shown' }));
    act(() => room.transport.lose('lost'));
    expect(screen.getByText('断开', { exact: false })).toBeTruthy();
    fireEvent.keyDown(window, { key: 'Enter' });
    expect(screen.getByRole('button', { name: '连上补发' })).toBeTruthy();
    expect(answers(room)).toHaveLength(0);

    act(() => {
      room.transport.connect();
      room.transport.receive({
        type: 'snapshot',
        snapshot: sampleSnapshot({
          seq: SEQ + 9,
          slices: { cues: cuesWith(cue({ state: 'shown' })) },
        }),
      });
    });
    expect(answers(room)).toHaveLength(1);
    const first = answers(room)[0]?.commandId;
    act(() => room.transport.lose('lost'));
    act(() => {
      room.transport.connect();
      room.transport.receive({
        type: 'snapshot',
        snapshot: sampleSnapshot({
          seq: SEQ + 9,
          slices: { cues: cuesWith(cue({ state: 'shown' })) },
        }),
      });
    });
    expect(answers(room).map((command) => command.commandId)).toEqual([first, first]);
    await settled(() => room.transport.reply('cue.answer', {}));
    expect(screen.getByRole('button', { name: '已收到' })).toBeTruthy();
  });

  test('a refusal asks to press again, and the press is sent', async () => {
    const room = renderAnchor(cue({ state: 'shown' }));
    fireEvent.keyDown(window, { key: 'h' });
    await settled(() => room.transport.refuse('cue.answer', 'internal'));
    expect(screen.getByText('请再按').textContent).toBe('请再按');
    fireEvent.keyUp(window, { key: 'h' });
    fireEvent.keyDown(window, { key: 'h' });
    expect(answers(room)).toHaveLength(2);
  });

  test.each(['F5', 'b', '.', 'Escape'])('%j of a clicker answers nothing, loads nothing', (key) => {
    const room = renderAnchor(cue({ state: 'shown' }));
    // False: somebody has taken the key, the browser does nothing with it.
    expect(fireEvent.keyDown(window, { key })).toBe(false);
    expect(answers(room)).toHaveLength(0);
  });

  test('a press that was meant for what stood before does not answer the cue that just came', () => {
    const room = renderAnchor(null);
    const next = cuesWith(cue({ state: 'shown' }));
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: next } }));
    fireEvent.keyDown(window, { key: 'PageDown' });
    fireEvent.keyUp(window, { key: 'PageDown' });
    expect(answers(room)).toHaveLength(0);
    act(() => {
      vi.advanceTimersByTime(UNREAD_MS);
    });
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(sentAnswer(room, 'done')).toHaveLength(1);
  });

  test('no key answers while something is typed, and a held one presses no button twice', () => {
    const room = renderAnchor(cue({ state: 'shown' }));
    const field = document.body.appendChild(document.createElement('input'));
    for (const key of ['Enter', 'h', 'PageDown']) fireEvent.keyDown(field, { key });
    fireEvent.keyDown(window, { key: 'Enter', isComposing: true });
    field.remove();
    expect(answers(room)).toHaveLength(0);
    const done = screen.getByRole('button', { name: '讲完了' });
    // The first is the button's own; of the repeats the browser makes nothing.
    expect(fireEvent.keyDown(done, { key: 'Enter', code: 'Enter' })).toBe(true);
    expect(fireEvent.keyDown(done, { key: 'Enter', code: 'Enter', repeat: true })).toBe(false);
  });

  test('without a cue there is nothing to answer', () => {
    const room = renderAnchor(null);
    fireEvent.keyDown(window, { key: 'Enter' });
    expect(answers(room)).toHaveLength(0);
    expect(screen.getByRole('button', { name: '讲完了' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('pages', () => {
  test('the forward key turns the page before it says done', () => {
    // Room for ten characters at the cue's size.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10);
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function height(
      this: HTMLElement,
    ) {
      return Array.from(this.textContent).length;
    });
    const room = renderAnchor(cue({ state: 'shown', text: '新来的姐妹先别走，十点整抽三个福袋' }));
    expect(cueOnGlass()).toBe('新来的姐妹先别走，');
    expect(screen.getByText('1/2')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    expect(cueOnGlass()).toBe('十点整抽三个福袋');
    expect(answers(room)).toHaveLength(0);
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(sentAnswer(room, 'done')).toHaveLength(1);
  });
});

describe('what there is to say about the product', () => {
  test('stands there while no cue does, whole, and makes room for one', () => {
    const room = renderAnchor(null);
    const main = screen.getByRole('region', { name: '当前提示' });
    for (const words of ['说 冷水轻柔机洗', '钩子 夏天最怕闷', '看点 配阔腿裤', '促单 三号链接']) {
      expect(main.textContent).toContain(words);
    }
    expect(screen.getByRole('complementary').textContent).not.toContain('冷水轻柔机洗');
    const next = cuesWith(cue({}));
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: next } }));
    expect(screen.queryByText('钩子')).toBeNull();
    expect(screen.getByRole('complementary').textContent).toContain('说 冷水轻柔机洗');
  });

  test('is turned by the page key and by the forward key, round and round, and answers nothing', () => {
    // Room for forty characters.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(40);
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function height(
      this: HTMLElement,
    ) {
      return Array.from(this.textContent).length;
    });
    const room = renderAnchor(null);
    expect(screen.getByText('1/2')).toBeTruthy();
    fireEvent.keyDown(window, { key: 'b' });
    expect(screen.getByText('2/2')).toBeTruthy();
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(screen.getByText('1/2')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    expect(screen.getByText('2/2')).toBeTruthy();
    expect(answers(room)).toHaveLength(0);
  });
});

test('a desk that was away is said to be back, for a while', () => {
  const room = renderAnchor(cue({ state: 'shown' }));
  const stage = screen.getByRole('main').parentElement;
  expect(stage?.dataset['link']).toBe('linked');
  act(() => room.transport.lose('lost'));
  expect(stage?.dataset['link']).toBe('lost');
  act(() => {
    room.transport.connect();
    room.transport.receive({ type: 'snapshot', snapshot: sampleSnapshot({ seq: SEQ + 9 }) });
  });
  expect(stage?.dataset['link']).toBe('back');
  expect(screen.getByText('已重连')).toBeTruthy();
  act(() => {
    vi.advanceTimersByTime(BACK_MS);
  });
  expect(stage?.dataset['link']).toBe('linked');
  expect(screen.getByText('已连中控')).toBeTruthy();
});

test('the product card shows its price ladder and confirms a waiting push once', () => {
  const shelf = sampleShelf('zh-CN');
  const current = shelf.current;
  if (current === null) throw new Error('the sample has a product on air');
  const waiting = {
    target: 'anchor' as const,
    state: 'waiting' as const,
    reason: null,
    delayMs: null,
  };
  const room = renderWithRoom(
    <AnchorApp deviceName="iPad" first={null} onPaired={() => undefined} />,
    {
      language: 'zh-CN',
      snapshot: sampleSnapshot({
        slices: { shelf: { ...shelf, current: { ...current, targets: [waiting] } } },
      }),
    },
  );
  const card = screen.getByRole('complementary', { name: '在讲商品' });
  expect(card.textContent).toContain('2亚麻衬衫 立领');
  expect(card.textContent).toContain('¥149');
  const higher = [...card.querySelectorAll('s')].map((price) => price.textContent);
  expect(higher).toEqual(['¥199', '¥169']);
  twoFrames();
  twoFrames();
  const confirms = room.transport.commands.filter((command) => command.name === 'push.confirm');
  expect(confirms.map((command) => command.input)).toEqual([{ pushId: 3 }]);
});

test('the block bar counts down by show time and says what is next', () => {
  renderAnchor(null);
  expect(screen.getByRole('timer').textContent).toBe('3:52');
  expect(screen.getByRole('banner').textContent).toContain('下一个：福袋');
  expect(sampleBlocks('zh-CN').currentId).toBe(4);
});

test('a cue left over when the show ends is not to be spoken any more', () => {
  const room = renderAnchor(cue({ state: 'shown' }));
  expect(cueOnGlass()).toBe('新来的姐妹别走');
  const show = sampleSlices('zh-CN').show;
  if (show.show === null) throw new Error('the sample has a show');
  const ended = { ...show, show: { ...show.show, state: 'ended' as const } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { show: ended } }));
  expect(cueOnGlass()).toBeUndefined();
  expect(screen.getByRole('main').textContent).toContain('本场已结束');
});

test('a question stands with its approved answer, and with another as soon as that is changed', () => {
  const asked = { kind: 'question', text: '会缩水吗？' } as const;
  const room = renderAnchor(cue({ ...asked, answer: '不缩水' }));
  expect(cueOnGlass()).toBe('会缩水吗？ 答：不缩水');
  const changed = cuesWith(cue({ ...asked, answer: '轻微' }));
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: changed } }));
  expect(cueOnGlass()).toBe('会缩水吗？ 答：轻微');
  const none = cuesWith(cue(asked));
  room.receive(sampleBatch({ afterSeq: SEQ + 1, seq: SEQ + 2, slices: { cues: none } }));
  expect(cueOnGlass()).toBe('会缩水吗？');
});

test('the question about the screen waits for a moment without a cue and is asked once', () => {
  window.localStorage.clear();
  const room = renderAnchor(cue({ state: 'shown' }));
  expect(screen.queryByRole('form')).toBeNull();
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { cues: cuesWith(null) } }));
  fireEvent.change(screen.getByLabelText('屏幕对角线（英寸）'), { target: { value: '300' } });
  fireEvent.click(screen.getByRole('button', { name: '就这样' }));
  expect(screen.getByRole('alert').textContent).toContain('5 到 100');
  fireEvent.change(screen.getByLabelText('屏幕对角线（英寸）'), { target: { value: '12.9' } });
  fireEvent.click(screen.getByRole('button', { name: '就这样' }));
  expect(screen.queryByRole('form')).toBeNull();
  expect(window.localStorage.getItem('cuedesk.viewingPlace')).toContain('12.9');
});
