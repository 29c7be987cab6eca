import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { Desk } from '#renderer/desk/Desk.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

// uPlot asks for it while it is loaded.
vi.hoisted(() => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), matchMediaFields(media));
  function matchMediaFields(media: string) {
    return { media, matches: false, onchange: null, addListener() {}, removeListener() {} };
  }
});

useSampleTime();
beforeEach(() => stubLayout());

const NOTHING = { ...NO_SETTINGS, damaged: null };
const theme = (): string => useDeskStore.getState().theme;

describe('settings of the data folder', () => {
  test('another window’s choice comes here, one’s own goes there', async () => {
    const desk = renderDesk(<Desk />, { language: 'en', slices: { show: noShow } });
    expect(theme()).toBe('dark');
    desk.change({ settings: { ...NOTHING, theme: 'light' } });
    expect(theme()).toBe('light');
    desk.change({ settings: { ...NOTHING, theme: 'light', language: 'zh-CN' } });
    await desk.user.click(screen.getByRole('button', { name: /外观/ }));
    expect(theme()).toBe('system');
    expect(desk.sent().at(-1)).toEqual({ name: 'settings.change', input: { theme: 'system' } });
    // An older value that is still on its way changes nothing here.
    desk.change({ settings: { ...NOTHING, theme: 'dark', language: 'zh-CN' } });
    expect(theme()).toBe('system');
    await desk.reply('settings.change', {});
    desk.change({ settings: { ...NOTHING, theme: 'system', language: 'zh-CN' } });
    expect(theme()).toBe('system');
  });

  test('the size of text follows another window, and an older one on its way does not undo it', async () => {
    const desk = renderDesk(<Desk />, { language: 'en', slices: { show: noShow } });
    const size = (): number => useDeskStore.getState().textSize;
    desk.change({ settings: { ...NOTHING, textSize: 125 } });
    expect(size()).toBe(125);
    await desk.user.keyboard('{Control>}-{/Control}');
    expect(size()).toBe(110);
    desk.change({ settings: { ...NOTHING, textSize: 125, currency: 'CNY' } });
    expect(size()).toBe(110);
    await desk.reply('settings.change', {});
    desk.change({ settings: { ...NOTHING, textSize: 110, currency: 'CNY' } });
    expect(size()).toBe(110);
  });

  test('a choice made while the core is lost holds here and goes out when it is back', async () => {
    const desk = renderDesk(<Desk />, { language: 'en', slices: { show: noShow } });
    act(() => desk.transport.lose('lost'));
    await desk.user.click(screen.getByRole('button', { name: /Appearance/ }));
    expect(theme()).toBe('light');
    expect(screen.getByText(/actions? (is|are) waiting/)).toBeDefined();
    expect(screen.queryByText(/nothing was done/)).toBeNull();
    expect(desk.sent().filter(({ name }) => name === 'settings.change')).toEqual([]);

    act(() => {
      desk.transport.connect();
      desk.transport.receive({
        type: 'snapshot',
        snapshot: sampleSnapshot({
          seq: 1,
          slices: { show: noShow, settings: { ...NOTHING, theme: 'dark' } },
        }),
      });
    });
    expect(desk.sent()).toContainEqual({ name: 'settings.change', input: { theme: 'light' } });
    expect(theme()).toBe('light');
    await desk.reply('settings.change', {});
    desk.change({ settings: { ...NOTHING, theme: 'light' } });
    expect(theme()).toBe('light');
  });

  test('what cannot be saved holds in this window, and is said', async () => {
    const desk = renderDesk(<Desk />, { language: 'en', slices: { show: noShow } });
    await desk.user.click(screen.getByRole('button', { name: /Appearance/ }));
    await desk.refuse('settings.change', 'settings_unwritable');
    expect(theme()).toBe('light');
    expect(screen.getByRole('alert').textContent).toContain('cannot be written');
  });

  test('a damaged file is said with its new place until it was seen', async () => {
    const damaged = { movedTo: '/data/settings.damaged-1.json', foundTs: 1 };
    const slices = { show: noShow, settings: { ...NO_SETTINGS, damaged } };
    const desk = renderDesk(<Desk />, { language: 'en', slices });
    expect(screen.getByText(/old file is kept as \/data\/settings.damaged-1.json/)).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Seen' }));
    expect(desk.sent().at(-1)).toEqual({ name: 'settings.acknowledge', input: {} });
    desk.change({ settings: NOTHING });
    expect(screen.queryByText(/settings.damaged/)).toBeNull();
  });
});

const noShow = { show: null, clock: null, playback: null };
