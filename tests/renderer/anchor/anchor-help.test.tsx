import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { AnchorApp } from '#renderer/anchor/AnchorApp.tsx';
import { FLASH_MS } from '#renderer/anchor/FlashFrame.tsx';
import { NO_STAGE } from '#shared/model/stage.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleBlocks, sampleCues, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;

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

function render(slices: Partial<SliceInputs> = {}) {
  const cues = { ...sampleCues('zh-CN'), current: null };
  return renderWithRoom(<AnchorApp deviceName="iPad" first={null} onPaired={() => undefined} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ seq: SEQ, slices: { cues, ...slices } }),
  });
}
const inputs = (room: ReturnType<typeof render>, name: string): unknown[] =>
  room.transport.commands.filter((command) => command.name === name).map(({ input }) => input);

describe('one tap for help', () => {
  test.each([
    ['w', 'water', '要喝水'],
    ['t', 'tech', '设备有问题'],
    ['s', 'slower', '请慢一点'],
    ['x', 'stop', '先停一下'],
  ])('%j and its picture ask for %s, once', (key, reason, name) => {
    const room = render();
    fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.keyDown(window, { key });
    expect(inputs(room, 'help.ask')).toEqual([{ reason }]);
    expect(screen.getByText('发送中').textContent).toBe('发送中');
  });

  test('a pedal without a cue calls somebody, and what becomes of it is said', () => {
    const room = render();
    fireEvent.keyDown(window, { key: 'PageUp' });
    expect(inputs(room, 'help.ask')).toEqual([{ reason: 'call' }]);
    const call = { seq: 4, reason: 'call' as const, screenId: 1, askedTs: SAMPLE_NOW };
    const told = (answeredTs: number | null, at: number): void => {
      const stage = { ...NO_STAGE, calls: [{ ...call, answeredTs }] };
      room.receive(sampleBatch({ afterSeq: SEQ + at, seq: SEQ + at + 1, slices: { stage } }));
      act(() => {
        vi.advanceTimersByTime(64);
      });
    };
    told(null, 0);
    expect(screen.getByText('已求助').textContent).toBe('已求助');
    told(SAMPLE_NOW, 1);
    expect(screen.getByText('中控知道了').textContent).toBe('中控知道了');
  });
});

describe('what this screen shows', () => {
  test('is chosen by key and by the menu, told to the desk, and remembered', () => {
    const room = render();
    fireEvent.keyDown(window, { key: '4' });
    expect(screen.getByRole('region', { name: '倒计时' }).textContent).not.toBe('');
    fireEvent.click(screen.getByRole('button', { name: '这块屏显示什么' }));
    fireEvent.click(screen.getByRole('button', { name: '问题' }));
    expect(inputs(room, 'stage.sight')).toEqual([
      { view: 'cue', isVisible: true },
      { view: 'countdown', isVisible: true },
      { view: 'questions', isVisible: true },
    ]);
    expect(window.localStorage.getItem('cuedesk.anchorLayout')).toContain('"questions"');
    cleanup();
    render();
    expect(screen.getByRole('region', { name: '问题' }).textContent).toContain('没有要答的问题');
  });

  test('a layout that cannot be read is the first one', () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    window.localStorage.setItem('cuedesk.anchorLayout', '{"view":"disco"}');
    render();
    expect(screen.getByRole('region', { name: '当前提示' }).textContent).not.toBe('');
    vi.restoreAllMocks();
  });
});

test('a flash is seen for three seconds, and is over', () => {
  const current = {
    id: 20,
    kind: 'free' as const,
    text: '慢一点',
    sentTs: SAMPLE_NOW,
    state: 'sent' as const,
    shownDelayMs: null,
    doneDelayMs: null,
  };
  const { container } = render({
    cues: { ...sampleCues('zh-CN'), current, sent: [current] },
    stage: { ...NO_STAGE, flash: { cueId: 20, ts: SAMPLE_NOW } },
  });
  const frames = (): number => container.querySelectorAll('[class*="frame"]').length;
  expect(frames()).toBe(1);
  act(() => {
    vi.advanceTimersByTime(FLASH_MS + 500);
  });
  expect(frames()).toBe(0);
});

test('how the host feels is asked between two blocks, in one tap, and goes by itself', () => {
  const blocks = sampleBlocks('zh-CN');
  const second = blocks.blocks.find(({ position }) => position === 2);
  if (second === undefined) throw new Error('the sample has two blocks');
  const begun = blocks.blocks.map((block) =>
    block.id === second.id ? { ...block, startedTs: SAMPLE_NOW, endedTs: null } : block,
  );
  const room = render({ blocks: { ...blocks, blocks: begun, currentId: second.id } });
  expect(screen.getByRole('group', { name: '现在状态？' }).textContent).toContain('现在状态');
  fireEvent.click(screen.getByRole('button', { name: '4/5' }));
  expect(inputs(room, 'mood.note')).toEqual([{ mood: 4 }]);
  expect(screen.queryByRole('group', { name: '现在状态？' })).toBeNull();
  cleanup();
  render({ blocks: { ...blocks, blocks: begun, currentId: second.id } });
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(screen.queryByRole('group', { name: '现在状态？' })).toBeNull();
});
