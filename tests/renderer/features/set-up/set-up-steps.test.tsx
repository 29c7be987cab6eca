import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { forgetSetUpDraft } from '#renderer/features/set-up/set-up-draft.ts';
import { SetUpSteps } from '#renderer/features/set-up/SetUpSteps.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { sampleBatch, sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const none: SliceInputs['show'] = { show: null, clock: null, playback: null };
const sample = sampleSlices('zh-CN');
const live = sample.show.show;
if (live === null) throw new Error('the sample has a show');
const planned = (title: string): SliceInputs['show'] => ({
  show: { ...live, title, state: 'planned', startedTs: null },
  clock: null,
  playback: null,
});
const emptyShelf = { ...sample.shelf, items: [], armed: null, current: null, lastPush: null };

function renderSteps(slices: Partial<SliceInputs> = {}) {
  useDeskStore.getState().openSetUp('room');
  const room = renderWithRoom(
    <DeskActionsProvider>
      <SetUpSteps products={<p>货架</p>} screens={<p>配对</p>} />
    </DeskActionsProvider>,
    {
      language: 'zh-CN',
      snapshot: sampleSnapshot({
        seq: 1,
        slices: {
          show: none,
          shelf: emptyShelf,
          screens: { ...sample.screens, screens: [] },
          ...slices,
        },
      }),
    },
  );
  let seq = 1;
  return {
    ...room,
    /** Answers a command, with what the core sends along. */
    async answer(name: string, output: unknown, change: Partial<SliceInputs> = {}) {
      await act(async () => {
        room.transport.reply(name, output);
        await Promise.resolve();
      });
      seq += 1;
      room.receive(sampleBatch({ afterSeq: seq - 1, seq, slices: change }));
    },
    sent: () => room.transport.commands.map(({ name, input }) => ({ name, input })),
  };
}

const title = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string | RegExp): boolean =>
  fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

afterEach(() => {
  cleanup();
  forgetSetUpDraft();
  useDeskStore.setState(useDeskStore.getInitialState(), true);
});

describe('the first step', () => {
  test('is not left until the form is right', () => {
    const room = renderSteps();
    type('Twitch 频道', '有空格 的');
    press('下一步');
    expect(screen.getByText('给这一场起个名字。')).toBeTruthy();
    expect(screen.getByText('频道名是 2 到 25 个字母、数字或下划线。')).toBeTruthy();
    expect(room.sent()).toEqual([]);
  });

  test('makes the show, then its source, and goes on', async () => {
    const room = renderSteps();
    type('场次名', ' 新场 ');
    type('Twitch 频道', 'twitch.tv/LinenRoom');
    press('下一步');
    await room.answer('show.create', { showId: 9 }, { show: planned('新场') });
    expect(room.sent()).toEqual([
      { name: 'show.create', input: { title: '新场', origin: 'live', currency: 'CNY' } },
      {
        name: 'source.add',
        input: { connector: 'twitch-irc', channel: 'linenroom', address: null },
      },
    ]);
    await room.answer('source.add', { sourceId: 4 });
    expect(title()).toBe('商品');
    expect(screen.getByText('货架')).toBeTruthy();
  });

  test('stays, with the reason, when the channel is refused', async () => {
    const room = renderSteps();
    type('场次名', '新场');
    type('Twitch 频道', 'linenroom');
    press('下一步');
    await room.answer('show.create', { showId: 9 }, { show: planned('新场') });
    await act(async () => {
      room.transport.refuse('source.add', 'address_invalid');
      await Promise.resolve();
    });
    expect(screen.getByRole('alert').textContent).toContain('场次建好了，但频道没接上');
    expect(title()).toBe('平台与频道');
  });

  test('skipped, it makes a show with the day for a name and without what is wrong', async () => {
    const room = renderSteps({ settings: { ...NO_SETTINGS, currency: 'MYR', damaged: null } });
    type('Twitch 频道', '有空格 的');
    press('跳过');
    expect(room.sent()).toEqual([
      {
        name: 'show.create',
        input: { title: expect.stringMatching(/ 直播$/), origin: 'live', currency: 'MYR' },
      },
    ]);
    await room.answer('show.create', { showId: 9 }, { show: planned('直播') });
    expect(title()).toBe('商品');
    expect(room.sent()).toHaveLength(1);
  });
});

describe('back and forth', () => {
  test('loses nothing; another name and channel take the place of the first', async () => {
    const room = renderSteps();
    type('场次名', '新场');
    type('Twitch 频道', 'linenroom');
    press('下一步');
    await room.answer('show.create', { showId: 9 }, { show: planned('新场') });
    await room.answer('source.add', { sourceId: 4 });
    press('跳过');
    expect(title()).toBe('副屏');
    press('上一步');
    press('上一步');
    expect(screen.getByLabelText('场次名')).toHaveProperty('value', '新场');
    expect(screen.getByLabelText('Twitch 频道')).toHaveProperty('value', 'linenroom');
    type('场次名', '更新的场');
    type('Twitch 频道', 'other_room');
    press('下一步');
    await room.answer('show.edit', {}, { show: planned('更新的场') });
    await room.answer('source.remove', {});
    expect(room.sent().slice(2)).toEqual([
      { name: 'show.edit', input: { title: '更新的场', currency: 'CNY' } },
      { name: 'source.remove', input: { sourceId: 4 } },
      {
        name: 'source.add',
        input: { connector: 'twitch-irc', channel: 'other_room', address: null },
      },
    ]);
    await room.answer('source.add', { sourceId: 5 });
    expect(title()).toBe('商品');
  });

  test('a step that can be reached is pressed; without a show there is only the first', () => {
    renderSteps();
    const step = (name: RegExp) => within(screen.getByRole('list')).getByRole('button', { name });
    expect(step(/商品/)).toHaveProperty('disabled', true);
    cleanup();
    renderSteps({ show: planned('新场') });
    expect(screen.getByLabelText('场次名')).toHaveProperty('value', '新场');
    fireEvent.click(step(/副屏/));
    expect(title()).toBe('副屏');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    press(/去操作台$/);
    expect(useDeskStore.getState().setUpStep).toBeNull();
  });

  test('with products on the shelf the way on is no skipping, and the currency stays', () => {
    renderSteps({ show: planned('新场'), shelf: sample.shelf });
    expect(screen.getByLabelText('币种')).toHaveProperty('disabled', true);
    act(() => useDeskStore.getState().openSetUp('products'));
    press('下一步');
    expect(title()).toBe('副屏');
  });
});
