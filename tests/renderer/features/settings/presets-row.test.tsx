import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import type { SettingsChange } from '#shared/model/settings.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

function sheet(patch: SettingsChange = {}, language: 'zh-CN' | 'en' = 'en'): DeskUnderTest {
  return renderDesk(<SettingsSheet onClose={() => undefined} />, {
    language,
    slices: { settings: { ...NO_SETTINGS, ...patch, damaged: null } },
  });
}
const changes = (desk: DeskUnderTest): readonly unknown[] =>
  desk
    .sent()
    .filter(({ name }) => name === 'settings.change')
    .map(({ input }) => input);
const field = (name: string) => screen.getByRole('textbox', { name });

describe('presets of the room’s category', () => {
  test('the category decides which there are, and is found by its name in either language', async () => {
    const desk = sheet();
    expect(screen.queryByRole('textbox', { name: /^Preset of GPM/ })).toBeNull();
    expect(field('Preset of Average watch (s)')).toHaveProperty('value', '25');
    await desk.user.type(screen.getByRole('searchbox', { name: 'Search settings' }), '服饰');
    fireEvent.change(screen.getByLabelText('Category of the room'), {
      target: { value: 'apparel' },
    });
    expect(changes(desk)).toEqual([{ category: 'apparel' }]);
  });

  test('a number of one’s own holds from when the field is left, not before', async () => {
    const desk = sheet({ category: 'apparel' });
    const watch = field('Preset of Average watch (s)');
    await desk.user.clear(watch);
    await desk.user.type(watch, '60');
    expect(changes(desk)).toEqual([]);
    await desk.user.tab();
    const gpm = field('Preset of GPM (CNY)');
    await desk.user.clear(gpm);
    await desk.user.type(gpm, '900{Enter}');
    expect(changes(desk)).toEqual([
      { presets: { apparel: { averageWatch: 60 } } },
      { presets: { apparel: { averageWatch: 60, gpm: 90_000 } } },
    ]);
  });

  test('one that cannot be says why, and is not taken', async () => {
    const desk = sheet();
    const rate = field('Preset of Follow rate (%)');
    for (const [typed, why] of [
      ['120', 'More than 100%'],
      ['0', 'More than 0 is needed'],
      ['much', 'Not a number: write digits alone, like 12,345'],
      ['', 'Not a number: write digits alone, like 12,345'],
    ] as const) {
      fireEvent.change(rate, { target: { value: typed } });
      fireEvent.blur(rate);
      expect(screen.getByText(why)).toBeTruthy();
    }
    expect(changes(desk)).toEqual([]);
  });

  test('switched off, brought back, and every change undone', async () => {
    const desk = sheet({ presets: { general: { roi: 2 } } });
    const own = screen.getByRole('button', { name: 'Back to ≥ 1.5, ROI' });
    await desk.user.click(own);
    await desk.user.click(screen.getByRole('checkbox', { name: 'Use the preset of CTOR' }));
    expect(field('Preset of CTOR (%)')).toHaveProperty('disabled', true);
    const undo = screen.getByRole('button', { name: /^Undo: Presets/ });
    await desk.user.click(undo);
    await desk.user.click(undo);
    expect(changes(desk)).toEqual([
      { presets: {} },
      { presets: { general: { ctor: null } } },
      { presets: {} },
      { presets: { general: { roi: 2 } } },
    ]);
  });
});
