import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { RoomsSheet } from '#renderer/features/rooms/RoomsSheet.tsx';
import { RoomChip } from '#renderer/features/top-bar/RoomChip.tsx';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';

useSampleTime();

const ONE: SliceInputs['rooms'] = { rooms: [{ roomId: 'main', name: '', show: null }] };
const TWO: SliceInputs['rooms'] = {
  rooms: [
    { roomId: 'main', name: '', show: null },
    {
      roomId: 'b',
      name: 'Studio B',
      show: { title: 'Autumn coats', origin: 'live', state: 'on_air' },
    },
  ],
};
const APP_KEYS = { ...NO_SETTINGS, hasGlobalKeys: true, damaged: null };

const open = vi.fn<() => null>(() => null);
beforeEach(() => {
  open.mockClear();
  vi.stubGlobal('open', open);
});

const sheet = (rooms = TWO): DeskUnderTest =>
  renderDesk(<RoomsSheet onClose={() => undefined} />, { language: 'en', slices: { rooms } });
const nameFields = (): HTMLInputElement[] =>
  screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Name of the room' });
const chipName = (): string | null => screen.getByRole('button').getAttribute('aria-label');
const rows = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Rooms' })).getAllByRole('listitem');

function never(): never {
  throw new Error('there are two rooms');
}

describe('the sheet of rooms', () => {
  test('says what runs in each, and which this window works', () => {
    sheet();
    expect(rows().map(({ textContent }) => textContent)).toEqual([
      'Main roomThis windowNo showRename',
      'Studio BOn air · Autumn coatsOpen windowRename',
    ]);
  });

  test('makes a room and opens it; a window that the browser lets not open is said', async () => {
    const desk = sheet(ONE);
    await desk.user.type(
      screen.getByRole('textbox', { name: 'Name of the room' }),
      ' Coats {Enter}',
    );
    const [sent] = desk.sent();
    expect(sent).toMatchObject({ name: 'room.create', input: { name: 'Coats', currency: 'CNY' } });
    await desk.reply('room.create', {});
    expect(open).toHaveBeenCalledOnce();
    expect(nameFields().map(({ value }) => value)).toEqual(['']);
  });

  test('keeps a name that is taken in its field, with what is wrong', async () => {
    const desk = sheet();
    const field = screen.getByRole('textbox', { name: 'Name of the room' });
    await desk.user.type(field, 'studio b{Enter}');
    await desk.refuse('room.create', 'room_name_taken', { name: 'studio b' });
    expect(screen.getByText(/already a room called “studio b”/)).toBeTruthy();
    expect(nameFields().map(({ value }) => value)).toEqual(['studio b']);
    expect(open).not.toHaveBeenCalled();
  });

  test('renames in place, and Cancel leaves all as it was', async () => {
    const desk = sheet();
    await desk.user.click(screen.getByRole('button', { name: 'Rename “Studio B”' }));
    expect(nameFields()[0]?.value).toBe('Studio B');
    await desk.user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(desk.sent()).toEqual([]);
    await desk.user.click(screen.getByRole('button', { name: 'Rename “Studio B”' }));
    await desk.user.type(within(rows()[1] ?? never()).getByRole('textbox'), '2{Enter}');
    expect(desk.sent()).toEqual([
      { name: 'room.rename', input: { roomId: 'b', name: 'Studio B2' } },
    ]);
  });
});

describe('the room in the top bar', () => {
  const chip = (slices: Partial<SliceInputs>): DeskUnderTest =>
    renderDesk(<RoomChip />, { language: 'en', slices });

  test('is not there while there is one room', () => {
    chip({ rooms: ONE });
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says whether keys go to this window, and follows the focus', () => {
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    chip({ rooms: TWO });
    expect(chipName()).toBe('Keys work the room “Main room”');
    focus.mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('blur')));
    expect(chipName()).toMatch(/^Keys are not in this window/);
    focus.mockRestore();
  });

  test('names global keys in the app, in the chosen room alone', () => {
    const desk = chip({ rooms: TWO, settings: APP_KEYS });
    expect(screen.queryByText('Global')).toBeNull();
    const snapshot = sampleSnapshot({
      language: 'en',
      slices: { rooms: TWO, settings: APP_KEYS },
      seq: 1,
    });
    const host = { ...snapshot.host, kind: 'app' as const };
    act(() => desk.transport.receive({ type: 'snapshot', snapshot: { ...snapshot, host } }));
    expect(screen.getByText('Global')).toBeTruthy();
    desk.change({ settings: { ...APP_KEYS, globalKeysRoom: 'b' } });
    expect(screen.queryByText('Global')).toBeNull();
  });
});
