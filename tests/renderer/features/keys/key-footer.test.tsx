import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { KeyFooter } from '#renderer/features/keys/KeyFooter.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const desk = (): DeskUnderTest => renderDesk(<KeyFooter />, { language: 'en', slices: {} });

describe('the footer of keys', () => {
  test('shows the keys at hand', () => {
    desk();
    const text = screen.getByRole('contentinfo').textContent;
    expect(text).toContain('1–8arm by link number');
    expect(text).toContain('Enterpin it');
    expect(text).toContain('Ctrl Zundo within 5 s');
  });

  test('? opens all keys, Esc closes them, and the desk’s keys go on meanwhile', async () => {
    const { user, sent } = desk();
    await user.keyboard('?');
    const help = screen.getByRole('region', { name: 'Keys' });
    expect(within(help).getByText('search chat')).toBeTruthy();
    await user.keyboard('2');
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 2 } }]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Keys' })).toBe(null);
  });

  test('B bookmarks the moment, which its own bar says and nothing else', async () => {
    const { user, sent, reply } = desk();
    await user.keyboard('b');
    expect(sent()).toEqual([{ name: 'bookmark.add', input: { note: '' } }]);
    await reply('bookmark.add', { seq: 9, showId: 7, ts: 1 });
    expect(useDeskStore.getState().shownBookmark).toMatchObject({ seq: 9, isWriting: false });
    expect(screen.queryByText('Moment bookmarked')).toBe(null);
  });

  test('/ asks for the chat search', async () => {
    const { user } = desk();
    await user.keyboard('/');
    expect(useDeskStore.getState().chatSearchRequest).toBe(1);
  });
});
