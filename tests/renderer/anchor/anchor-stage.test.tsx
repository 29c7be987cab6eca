import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AnchorApp } from '#renderer/anchor/AnchorApp.tsx';
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
  test.each([' ', 'Enter', 'PageDown', 'ArrowRight'])('key %j says done, once', (key) => {
    const room = renderAnchor(cue({ state: 'shown' }));
    fireEvent.keyDown(window, { key });
    fireEvent.keyDown(window, { key, repeat: true });
    fireEvent.keyDown(window, { key });
    expect(answers(room).map((command) => command.input)).toEqual([{ cueId: 20, answer: 'done' }]);
  });

  test.each(['h', 'H', 'PageUp', 'ArrowLeft'])('key %j asks for help', (key) => {
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
    fireEvent.click(screen.getByRole('button', { name: '请再按' }));
    expect(answers(room)).toHaveLength(2);
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
    expect(screen.getByText('新来的姐妹先别走，')).toBeTruthy();
    expect(screen.getByText('1/2')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '下一页' }));
    expect(screen.getByText('十点整抽三个福袋')).toBeTruthy();
    expect(answers(room)).toHaveLength(0);
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(sentAnswer(room, 'done')).toHaveLength(1);
  });
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
  expect(card.querySelector('s')?.textContent).toBe('¥199');
  twoFrames();
  twoFrames();
  const confirms = room.transport.commands.filter((command) => command.name === 'push.confirm');
  expect(confirms.map((command) => command.input)).toEqual([{ pushId: 3 }]);
});

test('the block bar counts down by show time and says what is next', () => {
  renderAnchor(null);
  expect(screen.getByRole('timer').textContent).toBe('3:52');
  expect(screen.getByRole('banner').textContent).toContain('下一个 福袋');
  expect(sampleBlocks('zh-CN').currentId).toBe(4);
});

test('a cue left over when the show ends is not to be spoken any more', () => {
  const room = renderAnchor(cue({ state: 'shown' }));
  const show = sampleSlices('zh-CN').show;
  if (show.show === null) throw new Error('the sample has a show');
  const ended = { ...show, show: { ...show.show, state: 'ended' as const } };
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { show: ended } }));
  expect(screen.queryByText('新来的姐妹别走')).toBeNull();
  expect(screen.getByRole('main').textContent).toContain('本场已结束');
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
