import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

const SEQ = 38_412;

function lines(from: number, count: number) {
  return Array.from({ length: count }, (_, index) =>
    sampleChat({
      seq: from + index,
      name: `n${index}`,
      text: `a longer line number ${from + index}`,
    }),
  );
}

function open(recent?: readonly unknown[]) {
  return renderWithRoom(
    <DeskActionsProvider>
      <ChatPanel questions={(search) => `questions with “${search}”`} above={() => null} />
    </DeskActionsProvider>,
    {
      language: 'en',
      snapshot: sampleSnapshot({
        language: 'en',
        seq: SEQ,
        ...(recent === undefined ? {} : { recent }),
      }),
    },
  );
}

/** Lets the drawing that a flood had to wait for happen. */
const afterFlood = (): void => {
  act(() => void vi.advanceTimersByTime(200));
};
const list = () => screen.getByRole('listbox', { name: 'Chat messages' });

beforeEach(() => {
  stubLayout();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  useDeskStore.setState({ selectedChatKey: null, chatTab: 'all', isLineMenuOpen: false });
  return () => vi.useRealTimers();
});

describe('the feed', () => {
  it('shows platform, roles, first-timers, gifts and raids', () => {
    open();
    const first = screen.getByRole('option', { name: /Momo_/ });
    expect(within(first).getByRole('img', { name: 'Twitch' })).toBeTruthy();
    expect(first.textContent).toContain('first time');
    expect(screen.getByRole('option', { name: /May/ }).textContent).toContain('member');
    expect(screen.getByRole('option', { name: /Clearwind/ }).textContent).toContain(
      'sent Flower ×10 · 10 batteries',
    );
    expect(screen.getByRole('option', { name: /loomstudio/ }).textContent).toContain(
      'raids with 86',
    );
  });

  it('strikes a deleted message and says why', () => {
    const room = open();
    const event = sampleEvent({
      seq: SEQ + 1,
      platform: 'kuaishou',
      fields: { kind: 'chat.deleted', targetId: 'm-38303', userId: null, text: null },
    });
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, events: [event] }));
    afterFlood();
    expect(screen.getByRole('option', { name: /Zhang/ }).textContent).toContain('deleted');
  });

  it('keeps only the tail in the page', () => {
    open(lines(30_000, 500));
    // As many of the lowest rows as fill a window of 768 pixels.
    expect(screen.getAllByRole('option')).toHaveLength(30);
    expect(list().textContent).toContain('number 30499');
  });

  it('draws a flood a few times a second, the last message included', () => {
    const room = open(lines(30_000, 10));
    for (let step = 0; step < 20; step += 1) {
      const from = SEQ + 1 + step * 100;
      const batch = { afterSeq: from - 1, seq: from + 99, events: lines(from, 100) };
      room.receive(sampleBatch(batch));
    }
    expect(list().textContent).not.toContain(`number ${SEQ + 2_000}`);
    afterFlood();
    expect(list().textContent).toContain(`number ${SEQ + 2_000}`);
  });

  it('draws a busy room with every commit of the core', () => {
    const room = open(lines(30_000, 10));
    for (let step = 0; step < 5; step += 1) {
      const from = SEQ + 1 + step * 50;
      room.receive(sampleBatch({ afterSeq: from - 1, seq: from + 49, events: lines(from, 50) }));
      act(() => void vi.advanceTimersByTime(50));
      expect(list().textContent).toContain(`number ${from + 49}`);
    }
  });

  it('says how many messages it has taken, those no column can show included', () => {
    const room = open(lines(30_000, 10));
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 5_000, events: lines(SEQ + 1, 5_000) }));
    afterFlood();
    expect(list().parentElement?.dataset['taken']).toBe('5010');
  });
});

describe('looking up', () => {
  it('holds still, counts what is new, and returns to the end', async () => {
    const room = open(lines(30_000, 100));
    fireEvent.wheel(list(), { deltaY: -120 });
    expect(screen.getByRole('button', { name: /To the newest/ })).toBeTruthy();
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 3, events: lines(SEQ + 1, 3) }));
    afterFlood();
    const button = screen.getByRole('button', { name: /3 new messages/ });
    expect(screen.queryByText(`a longer line number ${SEQ + 1}`)).toBeNull();
    await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).click(button);
    expect(screen.getByText(`a longer line number ${SEQ + 3}`)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /new message/ })).toBeNull();
    expect(document.activeElement).toBe(list());
  });

  it('a wheel towards the end does not hold', () => {
    open(lines(30_000, 100));
    fireEvent.wheel(list(), { deltaY: 120 });
    expect(screen.queryByRole('button', { name: /To the newest/ })).toBeNull();
  });

  it('stays at the end when only the content grew: a picture came in, nobody scrolled', () => {
    open(lines(30_000, 100));
    const scroller = list().firstElementChild ?? list();
    Object.defineProperty(scroller, 'scrollHeight', { configurable: true, value: 4_000 });
    Object.defineProperty(scroller, 'clientHeight', { configurable: true, value: 600 });
    scroller.scrollTop = 3_000;
    fireEvent.scroll(scroller);
    expect(screen.queryByRole('button', { name: /To the newest/ })).toBeNull();
    expect(scroller.scrollTop).toBe(4_000);
  });

  it('holds when the scroll bar is dragged up', () => {
    open(lines(30_000, 100));
    const scroller = list().firstElementChild ?? list();
    Object.defineProperty(scroller, 'scrollHeight', { configurable: true, value: 4_000 });
    Object.defineProperty(scroller, 'clientHeight', { configurable: true, value: 600 });
    fireEvent.pointerDown(scroller);
    scroller.scrollTop = 3_000;
    fireEvent.scroll(scroller);
    expect(screen.getByRole('button', { name: /To the newest/ })).toBeTruthy();
  });

  it('works by keyboard: page up holds, End returns', () => {
    open(lines(30_000, 100));
    fireEvent.keyDown(list(), { key: 'PageUp' });
    expect(screen.getByRole('button', { name: /To the newest/ })).toBeTruthy();
    fireEvent.keyDown(list(), { key: 'End' });
    expect(screen.queryByRole('button', { name: /To the newest/ })).toBeNull();
  });

  it('asks for the page before the first row', () => {
    const room = open(lines(30_000, 100));
    fireEvent.wheel(list(), { deltaY: -120 });
    const virtual = list().firstElementChild;
    if (virtual === null) throw new Error('the held list has no scroller');
    virtual.scrollTop = 40;
    fireEvent.scroll(virtual);
    expect(room.transport.commands.map(({ name, input }) => [name, input])).toEqual([
      ['chat.page', { beforeSeq: 30_000, limit: 200 }],
    ]);
  });
});

describe('choosing', () => {
  it('tabs and search narrow the feed, and say when nothing is left', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    open();
    await user.type(screen.getByRole('textbox', { name: 'Search the chat' }), 'malaysia');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    // The questions are rows of their own, and are searched for the same words.
    await user.click(screen.getByRole('tab', { name: /Questions/ }));
    expect(screen.getByText('questions with “malaysia”')).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
    await user.clear(screen.getByRole('textbox'));
    await user.click(screen.getByRole('tab', { name: 'Flags' }));
    expect(screen.getByText(/^Nothing is flagged/)).toBeTruthy();
  });

  it('marks what lines are about, flags addresses without hiding them, and narrows to one tag', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const texts = ['有S码吗', '太贵了', '已拍', '加V领福利', 'see http://shop.example', '666'];
    open(texts.map((text, index) => sampleChat({ seq: 100 + index, name: `n${index}`, text })));
    const textOf = (name: string) =>
      screen.getByRole('option', { name: new RegExp(name) }).textContent;
    expect(textOf('有S码吗')).toMatch(/question.*size, shipping/);
    expect(textOf('太贵了')).toContain('complaint');
    expect(textOf('加V领福利')).toMatch(/spam.*contact elsewhere/);
    expect(textOf('shop.example')).toContain('link');
    await user.click(screen.getByRole('tab', { name: 'Flags' }));
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await user.click(screen.getByRole('tab', { name: 'Buying' }));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('tab', { name: 'All' }));
    await user.click(screen.getByRole('button', { name: 'Tags' }));
    await user.click(screen.getByRole('button', { name: 'complaint' }));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(textOf('太贵了')).toContain('太贵了');
    await user.click(screen.getByRole('button', { name: 'complaint', pressed: true }));
    expect(screen.getAllByRole('option')).toHaveLength(6);
  });

  it('gives the search field the focus when the desk asks for it', () => {
    open();
    act(() => useDeskStore.getState().requestChatSearch());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search the chat' }));
  });

  it('copies the selected message', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    open();
    await user.click(screen.getByRole('option', { name: /kenji_/ }));
    expect(screen.getByRole('option', { name: /kenji_/ }).ariaSelected).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Act' }));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('is the linen pre-washed?');
    expect(screen.getByText('Copied')).toBeTruthy();
  });
});
