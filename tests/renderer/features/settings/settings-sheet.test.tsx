import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { SettingsBand } from '#renderer/features/top-bar/SettingsBand.tsx';
import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { NO_SETTINGS, type Settings } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const closed: string[] = [];

function sheet(settings: Partial<Settings> = {}, language: 'en' | 'zh-CN' = 'en'): DeskUnderTest {
  closed.length = 0;
  return renderDesk(
    <>
      <SettingsBand />
      <SettingsSheet onClose={() => closed.push('closed')} />
      <AreaNotice area="show" />
    </>,
    { language, slices: { settings: { ...NO_SETTINGS, ...settings, damaged: null } } },
  );
}

const names = (): readonly (string | null)[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('group')
    .map((row) => row.getAttribute('aria-label'));
const changes = (desk: DeskUnderTest): readonly unknown[] =>
  desk
    .sent()
    .filter(({ name }) => name === 'settings.change')
    .map(({ input }) => input);
const row = (name: string): ReturnType<typeof within> =>
  within(screen.getByRole('group', { name }));

/** What the core would send after the last change. */
function echo(desk: DeskUnderTest, settings: Partial<Settings>): void {
  desk.change({ settings: { ...NO_SETTINGS, ...settings, damaged: null } });
}

describe('the settings sheet', () => {
  test('finds by the words of either language, and says when nothing is found', async () => {
    const { user } = sheet();
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('标记此刻');
    expect(names()).toEqual(['bookmark']);
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('深色');
    expect(screen.getByLabelText('Theme')).toBeDefined();
    expect(screen.queryByLabelText('Wait for a second digit')).toBeNull();
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('zeppelin');
    expect(screen.getByText('No setting matches “zeppelin”')).toBeDefined();
  });

  test('figures of the strip are chosen and put in order, at least one and at most eight', async () => {
    const desk = sheet();
    const box = (name: string) => screen.getByRole('checkbox', { name });
    expect(box('Views')).toHaveProperty('disabled', true);
    await desk.user.click(box('Gifts'));
    await desk.user.click(box('Views'));
    const later = screen.getByRole('button', { name: 'Move Viewers to the right' });
    await desk.user.click(later);
    await desk.user.keyboard('{Enter}');
    expect(changes(desk).at(-1)).toEqual({
      tiles: [
        'entries5Min',
        'chatPerMinute',
        'viewers',
        'activeChatters',
        'follows',
        'ordersPaid',
        'paid',
        'views',
      ],
    });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Viewers to the right');
    await desk.user.click(screen.getByRole('button', { name: 'As at first' }));
    expect(changes(desk).at(-1)).toEqual({ tiles: null });
  });

  test('the last figure of the strip stays', () => {
    sheet({ tiles: ['gpm'] });
    const box = (name: string) => screen.getByRole('checkbox', { name });
    expect(box('GPM')).toHaveProperty('disabled', true);
    expect(screen.getByText('1 of at most 8; the arrows change their order.')).toBeDefined();
  });

  test('every change is undone in turn, by the button and by the key', async () => {
    const desk = sheet({ digitWaitMs: 600 });
    const undo = screen.getByRole('button', { name: /^Undo/ });
    expect(undo).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByLabelText('Theme'), { target: { value: 'light' } });
    fireEvent.change(screen.getByLabelText('Wait for a second digit'), {
      target: { value: '1000' },
    });
    expect(changes(desk)).toEqual([{ theme: 'light' }, { digitWaitMs: 1000 }]);
    expect(undo.textContent).toContain('Undo: Wait for a second digit');
    await desk.user.click(undo);
    expect(changes(desk).at(-1)).toEqual({ digitWaitMs: 600 });
    expect(undo.textContent).toContain('Undo: Theme');
    act(() => screen.getByLabelText('Theme').focus());
    await desk.user.keyboard('{Control>}z{/Control}');
    expect(changes(desk).at(-1)).toEqual({ theme: 'dark' });
    expect(useDeskStore.getState().theme).toBe('dark');
    expect(undo).toHaveProperty('disabled', true);
  });

  test('the size of text is found, chosen in steps or by the list, and undone', async () => {
    const desk = sheet({ textSize: 100 });
    await desk.user.keyboard('{Control>}+{/Control}');
    fireEvent.change(screen.getByLabelText('Text size'), { target: { value: '150' } });
    await desk.user.keyboard('{Control>}={/Control}');
    expect(changes(desk)).toEqual([{ textSize: 110 }, { textSize: 150 }]);
    expect(useDeskStore.getState().textSize).toBe(150);
    const undo = screen.getByRole('button', { name: /^Undo: Text size/ });
    await desk.user.click(undo);
    await desk.user.click(undo);
    expect(changes(desk).slice(2)).toEqual([{ textSize: 110 }, { textSize: 100 }]);
    expect(useDeskStore.getState().textSize).toBe(100);
  });

  test('a search that was typed keeps its own undo', async () => {
    const desk = sheet();
    fireEvent.change(screen.getByLabelText('Theme'), { target: { value: 'light' } });
    await desk.user.type(screen.getByRole('searchbox'), 'theme');
    await desk.user.keyboard('{Control>}z{/Control}');
    expect(changes(desk)).toEqual([{ theme: 'light' }]);
  });

  test('what is set elsewhere is found here and opened', async () => {
    const { user } = sheet();
    await user.keyboard('副屏');
    await user.click(screen.getByRole('button', { name: /Open Address, pairing/ }));
    expect(useDeskStore.getState().panel).toBe('screens');
  });

  test('global keys are off and, in a browser, say what they need', () => {
    sheet({ hasGlobalKeys: true });
    const box = screen.getByRole('checkbox', { name: 'Global keys' });
    expect(box).toHaveProperty('checked', false);
    expect(box).toHaveProperty('disabled', true);
    expect(screen.getByText(/need the desktop app/)).toBeDefined();
  });
});

describe('choosing a key', () => {
  async function record(desk: DeskUnderTest, name: string, keys: string): Promise<void> {
    await desk.user.click(row(name).getByRole('button', { name: /^Change the key/ }));
    if (keys !== '') await desk.user.keyboard(keys);
  }

  test('by pressing it; the desk then acts on the new one alone', async () => {
    const desk = sheet();
    await record(desk, 'bookmark', 'm');
    expect(changes(desk)).toEqual([{ keys: { bookmark: 'm' } }]);
    echo(desk, { keys: { bookmark: 'm' } });
    expect(row('bookmark').getByText('M')).toBeDefined();
    act(() => (document.activeElement as HTMLElement).blur());
    await desk.user.keyboard('bm');
    expect(desk.sent().filter(({ name }) => name === 'bookmark.add')).toHaveLength(1);
  });

  test('one that another action has is named; they change places or nothing happens', async () => {
    const desk = sheet();
    await record(desk, 'bookmark', 'n');
    expect(screen.getByRole('alert').textContent).toBe('N is used by “next block”.');
    await desk.user.click(row('bookmark').getByRole('button', { name: 'Cancel' }));
    expect(changes(desk)).toEqual([]);
    await record(desk, 'bookmark', 'n{Enter}');
    expect(changes(desk)).toEqual([{ keys: { nextBlock: 'b', bookmark: 'n' } }]);
  });

  test.each([
    ['5', '5 is fixed: digits arm.'],
    ['{Control>}c{/Control}', 'Ctrl C belongs to the system or the browser.'],
    ['{ArrowUp}', 'ArrowUp moves the focus and stays as it is.'],
    ['{Alt>}j{/Alt}', 'Combinations with Alt cannot be keys of the desk.'],
  ])('%s is refused with its reason, and the next key counts', async (keys, sentence) => {
    const desk = sheet();
    await record(desk, 'bookmark', keys);
    expect(screen.getByRole('alert').textContent).toBe(sentence);
    await desk.user.keyboard('{Control>}j{/Control}');
    expect(changes(desk)).toEqual([{ keys: { bookmark: 'Mod+j' } }]);
  });

  test('a key of an input method is none, and Esc gives up without closing the sheet', async () => {
    const desk = sheet();
    await record(desk, 'bookmark', '');
    const button = screen.getByRole('button', { name: /Press the new key for “bookmark”/ });
    expect(document.activeElement).toBe(button);
    fireEvent.keyDown(button, { key: 'Process', keyCode: 229 });
    fireEvent.keyDown(button, { key: 'm', isComposing: true, keyCode: 229 });
    expect(changes(desk)).toEqual([]);
    await desk.user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: /Press the new key/ })).toBeNull();
    expect([closed, changes(desk)]).toEqual([[], []]);
    await desk.user.keyboard('{Escape}');
    expect(closed).toEqual(['closed']);
  });

  test('one or all are put back to the first ones', async () => {
    const keys = { bookmark: 'n', nextBlock: 'b', undo: 'Mod+j' };
    const desk = sheet({ keys });
    await desk.user.click(screen.getByRole('button', { name: 'Reset “bookmark” to B' }));
    expect(changes(desk)).toEqual([{ keys: { undo: 'Mod+j' } }]);
    await desk.user.click(screen.getByRole('button', { name: 'Reset all keys' }));
    expect(changes(desk).at(-1)).toEqual({ keys: {} });
  });

  test('what the file chose and cannot be is said above the desk and at its row', async () => {
    const desk = sheet({ keys: { bookmark: 'Tab', filterShelf: 'w' } });
    expect(screen.getByText(/Chosen keys that cannot be used: 2/).textContent).toContain(
      'bookmark “Tab”',
    );
    expect(row('bookmark').getByText('The chosen “Tab” cannot be used; B holds.')).toBeDefined();
    expect(
      row('filter products').getByText('The chosen W is used by “chart span”; S holds.'),
    ).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Reset all keys' }));
    expect(changes(desk)).toEqual([{ keys: {} }]);
  });
});

describe('a file of settings', () => {
  async function choose(desk: DeskUnderTest, text: string): Promise<void> {
    const file = new File([text], 'cuedesk-settings.json', { type: 'application/json' });
    await desk.user.upload(screen.getByLabelText('Import settings'), file);
    await desk.pass(0);
  }

  test('with faults is not sent, and each fault is told with its place', async () => {
    const desk = sheet();
    await choose(desk, '{"version":1,"theme":"pink","keys":{"undo":"Mod+k"}}');
    const faults = within(screen.getByRole('dialog'))
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('checkbox') === null);
    expect(faults.map((item) => item.textContent)).toEqual([
      'theme: "pink" is not known',
      'keys.undo: Mod+k is used by “commands”',
    ]);
    await choose(desk, '{"version":1,\n "theme": }');
    expect(screen.getByText('Not JSON: line 2, character 11.')).toBeDefined();
    expect(desk.sent()).toEqual([]);
  });

  test('that is good is taken over and can be undone', async () => {
    const desk = sheet({ digitWaitMs: 400 });
    const text = '{"version":1,"theme":"light","digitWaitMs":1000,"ofNextYear":1}';
    await choose(desk, text);
    expect(desk.sent()).toEqual([{ name: 'settings.import', input: { text } }]);
    await desk.reply('settings.import', {});
    expect(screen.getByText(/Settings taken over: 2/).textContent).toContain('newer version: 1');
    echo(desk, { theme: 'light', digitWaitMs: 1000 });
    await desk.user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(changes(desk)).toEqual([{ theme: 'dark', digitWaitMs: 400 }]);
  });

  test('that the core refuses leaves nothing to undo', async () => {
    const desk = sheet();
    await choose(desk, '{"version":1,"theme":"light"}');
    await desk.refuse('settings.import', 'settings_unwritable');
    expect(screen.getByText(/cannot be written/)).toBeDefined();
    expect(screen.getByRole('button', { name: /^Undo/ })).toHaveProperty('disabled', true);
  });

  test('is written where it is wanted, and the place is said', async () => {
    const desk = sheet();
    await desk.user.click(screen.getByRole('button', { name: 'Export settings' }));
    expect(desk.sent()).toEqual([{ name: 'settings.export', input: { path: null } }]);
    await desk.reply('settings.export', { path: '/data/exports/cuedesk-settings.json' });
    expect(screen.getByText('Written to /data/exports/cuedesk-settings.json')).toBeDefined();
  });
});
